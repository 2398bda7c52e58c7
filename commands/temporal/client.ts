import { Client, Connection, type TLSConfig } from '@temporalio/client';
import { type CodecKey, createCodec, type Unsealed } from './codec.ts';

/** How to reach Temporal, as the settings of a process say it. */
export type TemporalSettings = {
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  readonly temporalTls: TLSConfig | null;
  readonly temporalApiKey: string | undefined;
};

/** What a connection is opened with, of the client or of the worker. */
export const connectionOptions = ({
  temporalAddress,
  temporalTls,
  temporalApiKey,
}: Omit<TemporalSettings, 'temporalNamespace'>) => ({
  address: temporalAddress,
  ...(temporalTls ? { tls: temporalTls } : {}),
  // A key never goes out in clear.
  ...(temporalApiKey ? { tls: temporalTls ?? true, apiKey: temporalApiKey } : {}),
});

/** The converter of a client (`refuse`), and of a worker or a replaying worker (`mark`). */
export const dataConverter = (keys: readonly CodecKey[], unsealed: Unsealed) => ({
  payloadCodecs: [createCodec(keys, unsealed)],
});

/** A client that connects at its first call and again after every outage. Client connections are made only here. */
export function connectTemporal(settings: TemporalSettings & { readonly dataKeys: readonly CodecKey[] }): Client {
  const connection = Connection.lazy(connectionOptions(settings));
  const { temporalNamespace: namespace, dataKeys } = settings;
  return new Client({ connection, namespace, dataConverter: dataConverter(dataKeys, 'refuse') });
}

import { Client, Connection } from '@temporalio/client';
import { type CodecKey, createCodec, type Unsealed } from './codec.ts';

/** How to reach Temporal; the same for client, worker and replay. */
export type TemporalOptions = {
  readonly address: string;
  readonly namespace: string;
  readonly codecKeys: readonly CodecKey[];
};

/** The converter of a client (`refuse`), and of a worker or a replaying worker (`mark`). */
export const dataConverter = (keys: readonly CodecKey[], unsealed: Unsealed) => ({
  payloadCodecs: [createCodec(keys, unsealed)],
});

/** A client that connects at its first call and again after every outage. Client connections are made only here. */
export function connectTemporal({ address, namespace, codecKeys }: TemporalOptions): Client {
  const connection = Connection.lazy({ address });
  return new Client({ connection, namespace, dataConverter: dataConverter(codecKeys, 'refuse') });
}

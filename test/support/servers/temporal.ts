import type { Client } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { connectionOptions, connectTemporal, type TemporalSettings } from '../../../commands/temporal/client.ts';
import type { CodecKey } from '../../../commands/temporal/codec.ts';
import { readStartEnv } from '../../../config/env/env.ts';

/** The settings that variables say, as a process reads them. */
export function temporalSettings(variables: Readonly<Record<string, string>>): TemporalSettings {
  const { temporalAddress = '', temporalNamespace, temporalTls, temporalApiKey } = readStartEnv(variables);
  return { temporalAddress, temporalNamespace, temporalTls, temporalApiKey };
}

/** A client as the service makes it. */
export const clientOf = (variables: Readonly<Record<string, string>>, dataKeys: readonly CodecKey[]): Client =>
  connectTemporal({ ...temporalSettings(variables), dataKeys });

/** A connection as the worker makes it. */
export const nativeConnectionOf = (variables: Readonly<Record<string, string>>): Promise<NativeConnection> =>
  NativeConnection.connect(connectionOptions(temporalSettings(variables)));

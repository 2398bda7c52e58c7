import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time.js';
import { connectionOptions, type TemporalSettings } from '../../../commands/temporal/client.ts';
import type { Report } from '../report.ts';
import { blaming } from '../unreachable.ts';
import { waitFor } from '../wait.ts';

const RETENTION_MS = 90 * 86_400_000;
const ALREADY_EXISTS = 6;

// The client gives no code for it.
const unreached = ({ message }: Error) => /Failed to connect|UNAVAILABLE|DEADLINE_EXCEEDED/.test(message);

/** Registers the namespace unless it exists, also on a foreign server, and waits until the server knows it. */
export function prepareNamespace(report: Report, settings: TemporalSettings): Promise<void> {
  return report.step(`namespace ${settings.temporalNamespace}`, () =>
    blaming('TEMPORAL_ADDRESS', unreached, () => ensureNamespace(settings)),
  );
}

async function ensureNamespace(settings: TemporalSettings): Promise<void> {
  const { temporalNamespace: namespace } = settings;
  const connection = await Connection.connect(connectionOptions(settings));
  try {
    const { workflowService } = connection;
    const workflowExecutionRetentionPeriod = msToTs(RETENTION_MS);
    await workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod }).catch((error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === ALREADY_EXISTS)) throw error;
    });
    // Lists are answered by the part of the server that learns of a namespace last.
    const known = () => workflowService.listWorkflowExecutions({ namespace, pageSize: 1 });
    await waitFor(`namespace ${namespace}`, known, { withinMs: 30_000 });
  } finally {
    await connection.close();
  }
}

import { fileURLToPath } from 'node:url';
import { NativeConnection, Worker } from '@temporalio/worker';
import { connectionOptions } from '../../../commands/temporal/client.ts';
import { readEnv } from '../../../config/env/env.ts';
import { bareTaskQueue } from './messages.ts';

const env = readEnv();
const connection = await NativeConnection.connect(connectionOptions(env));
const worker = await Worker.create({
  connection,
  namespace: env.temporalNamespace,
  taskQueue: bareTaskQueue,
  workflowsPath: fileURLToPath(new URL('./workflow.ts', import.meta.url)),
  // The same slots and cache as the worker of the service.
  maxConcurrentWorkflowTaskExecutions: 20,
  maxCachedWorkflows: 1000,
  stickyQueueScheduleToStartTimeout: '2 seconds',
});
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => worker.shutdown());
const running = worker.run();
process.send?.({ type: 'ready' });
await running;
await connection.close();
process.exit(0);

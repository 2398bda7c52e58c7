import { once } from 'node:events';
import { createServer } from 'node:http';
import { Client, Connection, WithStartWorkflowOperation } from '@temporalio/client';
import express, { type RequestHandler } from 'express';
import helmet from 'helmet';
import { z } from 'zod';
import { openIssuer } from '../../../api/access/issuer.ts';
import { verifierFor } from '../../../api/access/verifier.ts';
import { readJson } from '../../../api/http/request/json-body.ts';
import { createLogger, requestLog } from '../../../api/operations/logging.ts';
import { connectionOptions } from '../../../commands/temporal/client.ts';
import { readEnv } from '../../../config/env/env.ts';
import { type BareCommand, bareTaskQueue, bareUpdate, bareWorkflowId } from './messages.ts';
import type { bare } from './workflow.ts';

const env = readEnv();
const verify = verifierFor(env, await openIssuer(env.dataDir));
const connection = Connection.lazy(connectionOptions(env));
const client = new Client({ connection, namespace: env.temporalNamespace });
const shape = z.strictObject({ action: z.string().min(1).max(40), n: z.int().min(1) });

/** One request: the token, the shape of the body, one update. */
const act: RequestHandler<{ no: string }> = async (request, response) => {
  const [, token = ''] = /^Bearer (.+)$/.exec(request.get('authorization') ?? '') ?? [];
  await verify(token);
  const command = shape.parse(readJson(request.body));
  const reply = command.n === 1 ? await start(request.params.no, command) : await update(request.params.no, command);
  response.status(200).type('application/json').end(JSON.stringify(reply));
};

const update = (no: string, command: BareCommand) =>
  client.workflow.getHandle<typeof bare>(bareWorkflowId(no)).executeUpdate(bareUpdate, { args: [command] });

const start = (no: string, command: BareCommand) =>
  client.workflow.executeUpdateWithStart(bareUpdate, {
    args: [command],
    startWorkflowOperation: new WithStartWorkflowOperation<typeof bare>('bare', {
      workflowId: bareWorkflowId(no),
      taskQueue: bareTaskQueue,
      args: [],
      workflowIdConflictPolicy: 'USE_EXISTING',
    }),
  });

const app = express();
app.set('etag', false).disable('x-powered-by');
app.use(requestLog(createLogger(env.logLevel)), helmet());
app.get('/readyz', (_request, response) => void response.status(200).end());
app.post('/v1/cases/:no/actions', express.raw({ type: () => true }), act);
const server = createServer(app).listen(env.port, env.host);
await once(server, 'listening');
process.send?.({ type: 'ready' });

process.once('SIGTERM', async () => {
  server.close();
  server.closeAllConnections();
  await connection.close();
  process.disconnect?.();
});

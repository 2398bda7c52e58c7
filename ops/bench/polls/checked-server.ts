import { once } from 'node:events';
import { createServer } from 'node:http';
import express from 'express';
import { openIssuer } from '../../../api/access/issuer.ts';
import { verifierFor } from '../../../api/access/verifier.ts';
import { messagesOf } from '../../../api/http/messages.ts';
import { createLogger, requestLog } from '../../../api/operations/logging.ts';
import { createMetrics } from '../../../api/operations/metrics.ts';
import { readEnv } from '../../../config/env/env.ts';
import { connect } from '../../../db/connection.ts';
import { findCaller } from '../../../db/people/callers.ts';

// The least that a poll can cost here with everything it must do: log, metrics, headers, token, and the statement that reads caller and application.
// It has one route, and neither table of routes nor schemas nor rules.
const env = readEnv();
const db = connect(env.databaseUrl, { applicationName: 'zhicheng-bench' });
const verify = verifierFor(env, await openIssuer(env.dataDir));
const app = express();
app.set('etag', false).disable('x-powered-by');
const messages = messagesOf(app);
app.use(requestLog(createLogger(env.logLevel)), createMetrics(db).observe);
app.get('/readyz', (_request, response) => void response.end());
app.get('/v1/applications/:no/status', async ({ params, headers }, response) => {
  response.locals.route = '/status';
  const [, token = ''] = /^Bearer (.+)$/.exec(headers.authorization ?? '') ?? [];
  const { subject } = await verify(token);
  const { holder, application } = await findCaller(db, { subject, no: params.no });
  const tag = `"${application?.seq}.${holder?.person}"`;
  response.setHeader('Cache-Control', 'private, no-cache');
  response.setHeader('Vary', 'Authorization');
  response.setHeader('ETag', tag);
  if (headers['if-none-match'] === tag) {
    response.statusCode = 304;
    response.end();
    return;
  }
  const { no, programme, level, office, seq, opened } = application ?? {};
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.end(JSON.stringify({ no, programme, level, office, seq, opened }));
});
const server = createServer(messages, app).listen(env.port, env.host);
await once(server, 'listening');

process.once('SIGTERM', async () => {
  server.close();
  server.closeAllConnections();
  await db.close();
  process.disconnect?.();
});

import { once } from 'node:events';
import { createServer } from 'node:http';
import express from 'express';
import { readEnv } from '../../../config/env/env.ts';
import { connect } from '../../../db/connection.ts';

// The least that Express can do: one prepared read of one row, and a 304 from memory, without token, checks or log.
const env = readEnv();
const { sql, close } = connect(env.databaseUrl, { applicationName: 'zhicheng-bench' });
const app = express();
app.set('etag', false).disable('x-powered-by');
app.get('/readyz', (_request, response) => void response.end());
// SQL by hand: this is the least that a read can cost.
app.get('/read/:no', async ({ params }, response) => {
  const [row] = await sql`select no, stage, phase, seq, programme, level from applications where no = ${params.no}`;
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(row));
});
app.get('/unchanged/:no', (_request, response) => {
  response.statusCode = 304;
  response.setHeader('ETag', '"1"');
  response.end();
});
const server = createServer(app).listen(env.port, env.host);
await once(server, 'listening');

process.once('SIGTERM', async () => {
  server.close();
  server.closeAllConnections();
  await close();
  process.disconnect?.();
});

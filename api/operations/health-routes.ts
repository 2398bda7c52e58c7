import type { Registry } from 'prom-client';
import { z } from 'zod';
import { temporal } from '../../commands/temporal/proto.ts';
import { type Backlog, backlog, lastDamagedPage, workerSessions } from '../../db/intents/backlog.ts';
import { anyone } from '../http/may.ts';
import { defineRoute, type RouteDef, type Services } from '../http/route.ts';

const check = z.object({ ok: z.boolean(), detail: z.string() }).meta({ id: 'Check' });
const readiness = z
  .object({
    ready: z.boolean(),
    degraded: z.boolean(),
    database: check,
    temporal: check,
    workers: check,
    oldestOpenIntent: check,
    workflows: check,
    storage: check,
    virusScanner: check,
  })
  .meta({ id: 'Readiness' });
type Check = z.infer<typeof check>;

/** How long a dependency may take to answer, ms. */
const answerWithinMs = 3000;
/** An intent that is open for a day needs an operator. */
const openForS = 86_400;
/** How long a damaged page is shown after somebody last met it, ms. */
const damageShownForMs = 86_400_000;
/** A worker that has polled within this time counts as running, ms. */
const polledWithinMs = 90_000;

/** Whether the process is alive, whether it can serve, and its metrics. */
export function healthRoutes(registry: Registry): readonly RouteDef[] {
  return [
    defineRoute({
      method: 'get',
      path: '/healthz',
      summary: 'The process is alive.',
      tag: 'health',
      access: 'none',
      may: anyone,
      answers: { 200: { description: 'Alive', schema: z.object({ status: z.literal('ok') }) } },
      handle: async () => ({ status: 200, body: { status: 'ok' }, headers: { 'Cache-Control': 'no-store' } }),
    }),
    defineRoute({
      method: 'get',
      path: '/readyz',
      summary: 'Every dependency is usable and workers are polling.',
      tag: 'health',
      access: 'none',
      may: anyone,
      answers: {
        200: {
          description: 'Ready; `degraded` where something waits for an operator and the rest works, as an entry says',
          schema: readiness,
        },
        503: { description: 'Something is not usable; the entry says what', schema: readiness },
      },
      handle: async ({ services }) => {
        const { workflows, storage, virusScanner, ...needed } = await readinessOf(services);
        const ready = Object.values(needed).every(({ ok }) => ok);
        // One case that waits for its repair must not take the service away from all others.
        const degraded = ![workflows, storage, virusScanner].every(({ ok }) => ok);
        const body = { ready, degraded, ...needed, workflows, storage, virusScanner };
        return { status: ready ? 200 : 503, body, headers: { 'Cache-Control': 'no-store' } };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/metrics',
      summary: 'Figures for Prometheus.',
      tag: 'health',
      access: 'none',
      may: anyone,
      answers: { 200: { description: 'Prometheus text format', contentType: 'text/plain' } },
      handle: async () => ({
        status: 200,
        raw: { type: registry.contentType, data: Buffer.from(await registry.metrics()) },
      }),
    }),
  ];
}

async function readinessOf(services: Services) {
  const [database, server, workers, oldestOpenIntent, workflows, storage, virusScanner] = await Promise.all([
    checked(async () => {
      // SQL by hand: asks nothing but whether the database answers.
      await services.db.sql`select 1`;
      return { ok: true, detail: 'answers' };
    }),
    checked(async () => {
      await services.deps.temporal.connection.withDeadline(Date.now() + answerWithinMs, () =>
        services.deps.temporal.workflowService.describeNamespace({
          namespace: services.deps.temporal.options.namespace,
        }),
      );
      return { ok: true, detail: 'answers' };
    }),
    checked(() => workersOf(services)),
    checked(async () => {
      const { oldestOpenS } = await backlog(services.db);
      return { ok: oldestOpenS < openForS, detail: `${Math.floor(oldestOpenS)} s` };
    }),
    checked(async () => workflowsOf(await backlog(services.db))),
    checked(() => storageOf(services)),
    checked(() => scannerOf(services)),
  ]);
  return { database, temporal: server, workers, oldestOpenIntent, workflows, storage, virusScanner };
}

/**
 * Workers poll for a minute at a time, and the server remembers a poller that died. So a worker counts as running only if it also has a database session,
 * which ends with its process.
 */
async function workersOf({ db, deps }: Services): Promise<Check> {
  const { workflowService, connection, options } = deps.temporal;
  const { TASK_QUEUE_TYPE_WORKFLOW } = temporal.api.enums.v1.TaskQueueType;
  const { pollers } = await connection.withDeadline(Date.now() + answerWithinMs, () =>
    workflowService.describeTaskQueue({
      namespace: options.namespace,
      taskQueue: { name: deps.taskQueue },
      taskQueueType: TASK_QUEUE_TYPE_WORKFLOW,
    }),
  );
  const recent = (pollers ?? []).filter(
    ({ lastAccessTime }) => Date.now() - Number(lastAccessTime?.seconds ?? 0) * 1000 < polledWithinMs,
  );
  const alive = await workerSessions(db);
  return { ok: recent.length > 0 && alive > 0, detail: alive > 0 ? `${recent.length} polling` : 'none is running' };
}

const workflowsOf = ({ lostWorkflows }: Backlog): Check =>
  lostWorkflows === 0
    ? { ok: true, detail: 'every open case has its workflow' }
    : {
        ok: false,
        detail: `open cases whose workflow ended by force or is missing: ${lostWorkflows}; npm run intent -- lost`,
      };

/** PostgreSQL knows of the pages that any process found damaged, this process of what it could not open. */
async function storageOf({ db, unreadable, full }: Services): Promise<Check> {
  if (full.count() > 0)
    return { ok: false, detail: 'the disk of PostgreSQL is full: nothing can be written; the log says when' };
  const found = await lastDamagedPage(db);
  const damagedPages = found !== null && Date.now() - found < damageShownForMs;
  const sealed = unreadable.count();
  if (!damagedPages && sealed === 0) return { ok: true, detail: 'what was asked for could be read' };
  const pages = damagedPages ? '; PostgreSQL found a damaged page' : '';
  return { ok: false, detail: `stored and could not be read in the last day: ${sealed}${pages}; the log says which` };
}

async function scannerOf({ scanner }: Services): Promise<Check> {
  if (!scanner) return { ok: true, detail: 'none is set (CLAMD)' };
  await scanner.ping();
  return { ok: true, detail: 'answers' };
}

/** The error of a dependency goes only into the log; the answer says that it does not respond. */
async function checked(work: () => Promise<Check>): Promise<Check> {
  const late = new Promise<Check>((resolve) => {
    setTimeout(() => resolve({ ok: false, detail: 'does not answer in time' }), answerWithinMs).unref();
  });
  return Promise.race([work().catch(() => ({ ok: false, detail: 'does not answer' })), late]);
}

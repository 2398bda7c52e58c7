import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { act } from '../../../commands/intents/act.ts';
import { finish } from '../../../commands/intents/finish.ts';
import { rebuild } from '../../../commands/intents/rebuild.ts';
import { kindOf } from '../../../commands/kind-of.ts';
import { findLostWorkflows } from '../../../commands/lost-workflows.ts';
import { dataConverter } from '../../../commands/temporal/client.ts';
import { temporal as proto } from '../../../commands/temporal/proto.ts';
import { nextIntent } from '../../../db/intents/queue.ts';
import { intent as intentCommand } from '../../../ops/operator/intent.ts';
import { applicationWorkflowId } from '../../../workflows/messages.ts';
import { endOf, submitted } from '../../lives/walks.ts';
import { testKeys } from '../../support/backend.ts';
import { checkInvariants } from '../../support/invariants.ts';
import { until } from '../../support/until.ts';
import { TestService } from '../service.ts';

const list = { deficiencies: [{ item: 'title', clause: 'LN-4.1-c' }] };

let service: TestService;
beforeAll(async () => {
  service = await TestService.open();
});
afterAll(() => service.close());

const readiness = async () => {
  const response = await fetch(`${service.url}/readyz`);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};
const figure = async () =>
  /^zhicheng_lost_workflows (\d+)$/m.exec(await (await fetch(`${service.url}/metrics`)).text())?.[1];
const handleOf = (workflowId: string) => service.backend.deps.temporal.workflow.getHandle(workflowId);

/** The operator's command with the settings of this service. */
const intent = (...args: string[]) => intentCommand(args, service.backend.env);

/** Ends a workflow as anybody does who reaches Temporal, and waits until the search sees it. */
async function terminated(no: string, workflowId: string): Promise<void> {
  await handleOf(workflowId).terminate();
  const found = async () => (await findLostWorkflows(service.backend.deps)).some((each) => each.no === no);
  await until('the search', found);
}

async function replays(workflowId: string): Promise<void> {
  const history = await handleOf(workflowId).fetchHistory();
  await Worker.runReplayHistory(
    { workflowBundle: { codePath: inject('workflowBundlePath') }, dataConverter: dataConverter(testKeys, 'mark') },
    history,
    workflowId,
  );
}

describe('an open case whose workflow was ended by force', () => {
  it('shows in readyz and the metrics, is rebuilt from its events, and goes on as if nothing had been', async () => {
    const world = await service.backend.world('2024-07-08T09:00');
    const one = await submitted(world);
    expect((await readiness()).body).toMatchObject({ ready: true, degraded: false, workflows: { ok: true } });
    await world.moveTo('2024-07-09T09:00');
    await terminated(one.no, applicationWorkflowId(one.no));

    const { status, body } = await readiness();
    expect(status).toBe(200);
    expect(body).toMatchObject({ ready: true, degraded: true, workflows: { ok: false } });
    expect(JSON.stringify(body)).toContain('ended by force or is missing: 1');
    expect(await figure()).toBe('1');
    expect(service.backend.alarms.join()).toContain('an open case has lost its workflow');
    expect((await intent('lost')).out).toMatch(new RegExp(`^${one.no} +application +terminated `, 'm'));

    // An action sent meanwhile gets a receipt, and its intent waits.
    expect((await one.act('return', 'unitHr', list, 500)).kind).toBe('recorded');
    const rebuilt = await intent('rebuild', one.no);
    expect(rebuilt).toMatchObject({ code: 0, out: expect.stringContaining('runs again') });
    await finish(service.backend.deps, one.no, { deadlineAt: Date.now() + 20_000 });
    expect((await findLostWorkflows(service.backend.deps)).map(({ no }) => no)).not.toContain(one.no);
    expect((await readiness()).body).toMatchObject({ degraded: false });
    expect(await figure()).toBe('0');

    // The next act works, the deadline stands, the history replays.
    await one.does('submit', 'applicant');
    expect(await intent('rebuild', one.no)).toMatchObject({ code: 1, err: expect.stringContaining('--replace') });
    await world.moveTo('2024-08-20T09:00');
    expect(await endOf(one)).toBe('NOT_FILED');
    await replays(applicationWorkflowId(one.no));
    await checkInvariants(service.backend);
  });

  it('is found, too, where its first submission was decided and not yet written down', async () => {
    const world = await service.backend.world('2024-07-08T09:00');
    const one = await world.draft();
    const { deps } = service.backend;
    await act(deps, { ...one.request('submit', 'applicant'), lane: 'bulk' });
    const pending = await nextIntent(deps.db, one.no);
    if (!pending) throw new Error('nothing is open');
    // The workflow decides, and the process that asked dies before it writes the outcome.
    await kindOf(deps, pending).decide(deps, pending, { deadlineAt: Date.now() + 20_000 });
    await handleOf(applicationWorkflowId(one.no)).terminate();
    // The run that is gone still gives its answer.
    await finish(deps, one.no, { deadlineAt: Date.now() + 20_000 });
    const found = async () => (await findLostWorkflows(deps)).some(({ no }) => no === one.no);
    await until('the search', found);
    expect(await rebuild(deps, one.no, { replace: false })).toBe('rebuilt');
    await one.does('return', 'unitHr', list);
  });

  it('that was set back to an earlier point is told by its next answer, and put right by replacing it', async () => {
    const world = await service.backend.world('2024-07-08T09:00');
    const one = await submitted(world);
    const workflowId = applicationWorkflowId(one.no);
    const { events } = await handleOf(workflowId).fetchHistory();
    const first = (events ?? []).find((event) => event.workflowTaskCompletedEventAttributes);
    const { temporal } = service.backend.deps;
    await temporal.workflowService.resetWorkflowExecution({
      namespace: temporal.options.namespace,
      workflowExecution: { workflowId, runId: (await handleOf(workflowId).describe()).runId },
      reason: 'by a stranger',
      requestId: 'reset',
      workflowTaskFinishEventId: first?.eventId ?? null,
      resetReapplyExcludeTypes: [proto.api.enums.v1.ResetReapplyExcludeType.RESET_REAPPLY_EXCLUDE_TYPE_UPDATE],
    });
    service.backend.alarms.length = 0;
    expect((await one.act('return', 'unitHr', list)).kind).toBe('recorded');
    expect(service.backend.alarms.join()).toContain('an answer is not about what was asked');
    expect(await intent('rebuild', one.no, '--replace')).toMatchObject({ code: 0 });
    await finish(service.backend.deps, one.no, { deadlineAt: Date.now() + 20_000 });
    await one.does('submit', 'applicant');
    await checkInvariants(service.backend);
  });

  it('is not rebuilt where its events do not lead to what is written down', async () => {
    const world = await service.backend.world('2024-07-08T09:00');
    const one = await submitted(world);
    await terminated(one.no, applicationWorkflowId(one.no));
    const { sql } = service.backend.deps.db;
    const snapshot = JSON.stringify((await one.row()).snapshot);
    await sql`update applications set snapshot = jsonb_set(snapshot, '{attempts,used}', '7') where no = ${one.no}`;
    expect(await intent('rebuild', one.no)).toMatchObject({ code: 1, err: expect.stringContaining('do not lead to') });
    await sql`update applications set snapshot = ${snapshot}::text::jsonb where no = ${one.no}`;
    expect(await intent('rebuild', one.no)).toMatchObject({ code: 0 });
  });

  it.each([
    ['a number that nothing has', async () => 'LN24-NOTHING', 'Nothing has the number'],
    [
      'a draft',
      async () => (await (await service.backend.world('2024-07-08T09:00')).draft()).no,
      'no workflow has to run',
    ],
  ])('is nothing to rebuild: %s', async (_, made, words) => {
    expect(await intent('rebuild', await made())).toMatchObject({ code: 1, err: expect.stringContaining(words) });
  });
});

describe('an integrity case whose workflow was ended by force', () => {
  it('is found and rebuilt the same way', async () => {
    const world = await service.world('2024-07-08T09:00');
    const no = await world.draft('zhang-wei');
    const applicant = await world.as('zhang-wei');
    await applicant.does(no, 'submit');
    // The office sees the application from the opening of the case on; an administrator opens it.
    const admin = await world.as('admin');
    const office = await world.as('office-diit');
    const opening = { ground: 'report', facts: '有人举报。' };
    const opened = await admin.post(`/v1/applications/${no}/integrity-cases`, opening);
    expect(opened.status).toBe(201);
    const { deps } = service.backend;
    const [row] = await deps.db.sql<{ no: string }[]>`select no from entities where application = ${no}`;
    const id = row?.no ?? '';
    await terminated(id, id);
    expect((await intent('lost')).out).toMatch(new RegExp(`^${id} +integrity +terminated `, 'm'));
    expect(await intent('rebuild', id)).toMatchObject({ code: 0 });
    const dismissed = await office.post(`/v1/applications/${no}/integrity-cases/1/actions/dismiss`, {
      facts: '无据。',
    });
    expect(dismissed.status).toBe(200);
    await handleOf(id).result();
    await replays(id);
    await checkInvariants(service.backend);
  });
});

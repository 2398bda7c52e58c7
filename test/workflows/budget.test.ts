import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporal as proto } from '../../commands/temporal/proto.ts';
import { applicationWorkflowId } from '../../workflows/messages.ts';
import { ways } from '../lives/ways.ts';
import { type TestCase, TestLine, type TestWorld } from '../support/line.ts';

const { EventType } = proto.api.enums.v1;
const ofFastForwarding = [
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_OPTIONS_UPDATED,
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_TIME_SKIPPING_TRANSITIONED,
];

describe('the budget of history events', () => {
  let line: TestLine;
  let world: TestWorld;
  let one: TestCase;

  /** Events of the case's history, without those that moving its clock writes. */
  async function count(): Promise<number> {
    const { events } = await line.deps.temporal.workflow.getHandle(applicationWorkflowId(one.no)).fetchHistory();
    return (events ?? []).filter((event) => !ofFastForwarding.includes(event.eventType as never)).length;
  }

  async function cost(run: () => Promise<unknown>): Promise<number> {
    const before = await count();
    await run();
    return (await count()) - before;
  }

  beforeAll(async () => {
    line = await TestLine.open();
    world = await line.world('2024-07-08T09:00');
    one = await world.draft();
    await one.does('submit', 'applicant');
  });
  afterAll(() => line.close());

  it('is 5 for an accepted action that leaves the nearest deadline where it was', async () => {
    expect(await cost(() => one.does('agree', 'unitHr'))).toBe(5);
    expect(await cost(() => one.does('select', 'unitAssessmentGroup'))).toBe(5);
  });

  it('is 7 for one that moves the nearest deadline: the timer is cancelled and set again', async () => {
    expect(await cost(() => one.does('postPublicity', 'unitHr'))).toBe(7);
  });

  it('is 0 for a refused action', async () => {
    expect(await cost(() => one.act('pass', 'committeeOffice'))).toBe(0);
    expect(await cost(() => one.act('postPublicity', 'applicant'))).toBe(0);
  });

  it('is 15 for an expiry, and one more where the next deadline is armed', async () => {
    expect(await cost(() => world.moveTo('2024-07-18T00:01'))).toBe(16);
    await one.does('submit', 'applicant');
    await one.does('pass', 'committeeOffice');
    await one.does('withdraw', 'applicant');
  });
});

describe('the budget of a whole life', () => {
  it('is 122 events from the first submission to the certificate, and 16 more to the close of the remedies', async () => {
    const line = await TestLine.open();
    try {
      const world = await line.world('2024-07-08T09:00');
      const one = await world.draft();
      const events = async () => {
        const history = await line.deps.temporal.workflow.getHandle(applicationWorkflowId(one.no)).fetchHistory();
        return (history.events ?? []).filter((event) => !ofFastForwarding.includes(event.eventType as never)).length;
      };
      let untilCertificate = 0;
      for (const step of ways.find(({ name }) => name === 'certified')?.steps ?? []) {
        if ('to' in step) await world.moveTo(step.to);
        else if ('does' in step) await one.does(step.does, step.role, step.data);
        if ('does' in step && step.does === 'certify') untilCertificate = await events();
      }
      expect(untilCertificate).toBe(122);
      expect(await events()).toBe(138);
      expect(await one.row()).toMatchObject({ outcome: 'CERTIFIED', closed: true });
    } finally {
      await line.close();
    }
  }, 60_000);
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { statusView } from '../../../api/applications/applications-schemas.ts';
import { applicationList } from '../../../api/applications/list-schemas.ts';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { lapse } from '../../../commands/intents/lapse.ts';
import { moveWorld } from '../../../db/worlds/worlds.ts';
import { at } from '../../support/backend.ts';
import { publish } from '../lives/dates.ts';
import { type ApiWorld, formOf, TestService, type View } from '../service.ts';

let service: TestService;
beforeAll(async () => {
  // Timers never fire during these tests, so that only a request applies a lapse.
  service = await TestService.open({ wakeSpreadMs: 14_400_000 });
});
afterAll(() => service.close());

/** Moves the clock of the world and of no workflow: the state between a due instant and the wake-up of the workflow. */
const timePasses = (world: ApiWorld, wallClock: string) => moveWorld(service.services.db, world.id, at(wallClock));
/** Those to whom the application has come at the unit; an office sees it once the passage to it is written down. */
const everyone = ['zhang-wei', 'hr-liaobei', 'group-liaobei'] as const;

/** What everyone reads of an application, less the version, which only an event moves. */
async function seenBy(world: ApiWorld, no: string) {
  const seen: Record<string, unknown> = {};
  for (const account of everyone) {
    const client = await world.as(account);
    const { version: _, ...view } = await client.view(no);
    const { version: __, ...status } = (await client.get(`/v1/applications/${no}/status`)).as(statusView);
    seen[account] = { view, status };
  }
  return seen;
}

/** Reads before and after the lapse is recorded, and expects the same for every role; gives the applicant's view from before. */
async function alikeBeforeAndAfter(world: ApiWorld, no: string): Promise<View> {
  const between = await (await world.as('zhang-wei')).view(no);
  const before = await seenBy(world, no);
  await lapse(service.backend.deps, no, async () => {});
  expect(await seenBy(world, no)).toEqual(before);
  expect((await (await world.as('zhang-wei')).view(no)).version).toBeGreaterThan(between.version);
  return between;
}

const actions = ({ availableActions }: View) => availableActions.map(({ name }) => name);

async function posted(world: ApiWorld): Promise<string> {
  const no = await world.draft('zhang-wei');
  await (await world.as('zhang-wei')).does(no, 'submit');
  await (await world.as('hr-liaobei')).does(no, 'agree');
  await (await world.as('group-liaobei')).does(no, 'select');
  await (await world.as('hr-liaobei')).does(no, 'postPublicity');
  return no;
}

describe('between a due instant and the lapse that is written down', () => {
  it('everyone reads what the lapse will say, and nothing is offered that would be refused (LN-4.3-a)', async () => {
    const world = await service.world('2024-07-31T12:00');
    const no = await world.draft('zhang-wei');
    const applicant = await world.as('zhang-wei');
    await applicant.does(no, 'submit');
    const hr = await world.as('hr-liaobei');
    await timePasses(world, '2024-07-31T23:59:50');
    const inTime = await hr.get(`/v1/applications/${no}`);
    expect(actions(inTime.body as View)).toContain('agree');
    await timePasses(world, '2024-08-01T00:00:01');

    const etag = String(inTime.headers.get('etag'));
    const again = await hr.get(`/v1/applications/${no}`, { headers: { 'If-None-Match': etag } });
    expect(again.status, 'no kept answer stands').toBe(200);
    const late = await hr.act(no, 'return', {
      reason: '补充',
      deficiencies: [{ item: 'contribution', clause: 'LN-4.1-c', expected: '补充' }],
    });
    expect(late.as(problemSchema)).toMatchObject({ status: 409, code: 'APPLICATION_ENDED' });
    const { items } = (await hr.get('/v1/applications?overdue=true')).as(applicationList);
    expect(items, 'the work list says that it fell due').toMatchObject([{ no, overdue: true, outcome: null }]);

    const between = await alikeBeforeAndAfter(world, no);
    expect(between).toMatchObject({ outcome: 'NOT_FILED', open: true, deadlines: [{ key: 'remedy' }] });
    expect(actions(between)).not.toContain('withdraw');
    const settled = (await hr.get('/v1/applications')).as(applicationList).items;
    expect(settled).toMatchObject([{ no, overdue: false, outcome: 'NOT_FILED' }]);
  });

  it('a publicity is over and the next stage open, for reading and for acting (LN-5.4-d)', async () => {
    const world = await service.world('2024-07-10T09:30');
    const no = await posted(world);
    await timePasses(world, '2024-07-18T00:00:01');
    const applicant = await world.as('zhang-wei');
    const between = await applicant.view(no);
    expect(between.stage).toMatchObject({ key: 'ONLINE_REVIEW', phase: 'awaiting' });
    expect(actions(between)).toContain('submit');
    const objected = await (await world.as('hr-liaobei')).act(no, 'recordObjection', {
      named: true,
      name: '某人',
      body: '不实。',
    });
    expect(objected.status).toBe(409);
    const form = `/v1/applications/${no}/form`;
    expect((await applicant.get(form)).body).toMatchObject({ editable: true });
    expect((await applicant.put(form, formOf('zhang-wei'))).status, 'the form is open with its stage').toBe(200);
    expect((await applicant.does(no, 'submit')).stage.phase).toBe('underReview');
  });

  it('a form that waited for its applicant is closed with the window (LN-4.3-a)', async () => {
    const world = await service.world('2024-07-31T12:00');
    const no = await world.draft('zhang-wei');
    const applicant = await world.as('zhang-wei');
    await applicant.does(no, 'submit');
    const deficiencies = [{ item: 'contribution', clause: 'LN-4.1-c', expected: '补充' }];
    await (await world.as('hr-liaobei')).does(no, 'return', { deficiencies, reason: '补充' });
    const form = `/v1/applications/${no}/form`;
    expect((await applicant.put(form, formOf('zhang-wei'))).status).toBe(200);
    await timePasses(world, '2024-08-01T00:00:01');
    expect((await applicant.get(form)).body).toMatchObject({ editable: false });
    const late = await applicant.put(form, formOf('zhang-wei'));
    expect(late.as(problemSchema)).toMatchObject({ status: 409, code: 'FORM_LOCKED' });
    expect((await applicant.view(no)).outcome).toBe('NOT_FILED');
  });

  it('a form whose window was extended stays open to write past its old last day (LN-4.3-a)', async () => {
    const id = 'liaoning-diit-2024';
    const world = await service.world('2024-07-31T12:00');
    const no = await world.draft('zhang-wei');
    const applicant = await world.as('zhang-wei');
    await applicant.does(no, 'submit');
    const deficiencies = [{ item: 'contribution', clause: 'LN-4.1-c', expected: '补充' }];
    await (await world.as('hr-liaobei')).does(no, 'return', { deficiencies, reason: '补充' });
    await publish(service, id, ({ windows }) => ({
      windows: windows.map((each) => ({ ...each, closes: '2024-08-09' })),
    }));
    try {
      await timePasses(world, '2024-08-01T00:00:01');
      const form = `/v1/applications/${no}/form`;
      expect((await applicant.get(form)).body).toMatchObject({ editable: true });
      const written = await applicant.put(form, formOf('zhang-wei'));
      expect(written.status, JSON.stringify(written.body)).toBe(200);
      expect((await applicant.view(no)).deadlines).toMatchObject([{ due: '2024-08-09' }]);
      await timePasses(world, '2024-08-10T00:00:01');
      const late = await applicant.put(form, formOf('zhang-wei'));
      expect(late.as(problemSchema)).toMatchObject({ status: 409, code: 'FORM_LOCKED' });
    } finally {
      await publish(service, id, () => ({}));
    }
  });

  it('a publicity that ended reads the same before and after', async () => {
    const world = await service.world('2024-07-10T09:30');
    const no = await posted(world);
    await timePasses(world, '2024-07-18T00:00:01');
    const office = await world.as('office-diit');
    expect((await office.get(`/v1/applications/${no}`)).status).toBe(404);
    await alikeBeforeAndAfter(world, no);
    expect((await office.view(no)).stage.key).toBe('ONLINE_REVIEW');
  });

  it('an application whose last remedy day has passed is closed to everyone', async () => {
    const world = await service.world('2024-07-31T12:00');
    const no = await world.draft('zhang-wei');
    await (await world.as('zhang-wei')).does(no, 'submit');
    await timePasses(world, '2024-08-01T00:00:01');
    await lapse(service.backend.deps, no, async () => {});
    await timePasses(world, '2024-08-31T00:00:01');
    const refused = await (await world.as('zhang-wei')).act(no, 'requestRecheck', { reason: '逾期' });
    expect(refused.as(problemSchema)).toMatchObject({ status: 409, code: 'APPLICATION_CLOSED' });
    const between = await alikeBeforeAndAfter(world, no);
    expect(between).toMatchObject({ open: false, outcome: 'NOT_FILED', availableActions: [], deadlines: [] });
  });
});

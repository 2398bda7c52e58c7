import { afterAll, beforeAll, expect, it } from 'vitest';
import { applicationView } from '../../../api/applications/applications-schemas.ts';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { reuseView } from '../../../api/materials/reuse-schemas.ts';
import { lianyungang2024 } from '../../../config/programmes/lianyungang-2024/index.ts';
import { liaoningDiit2024 } from '../../../config/programmes/liaoning-diit-2024/index.ts';
import { publishProgramme } from '../../../db/programmes/publish.ts';
import type { ReuseRule } from '../../../domain/programme/materials/materials.ts';
import type { Programme } from '../../../domain/programme/programme.ts';
import { wholeFormOf } from '../../../ops/demo/steps/form.ts';
import { untilDossier } from '../lives/liaoning.ts';
import { type ApiWorld, formOf, TestService } from '../service.ts';

let service: TestService;
beforeAll(async () => {
  service = await TestService.open();
});
afterAll(() => service.close());

const reuse: ReuseRule = { among: 'anyone', clauses: ['LN-5.2.3-a'], readings: ['A-34'] };

/** The next version of a programme, in which reuse is looked at where this action passes, and nowhere else. */
const lookingAt = (programme: Programme, version: number, action: string): Programme => ({
  ...programme,
  version,
  stages: programme.stages.map((stage) => {
    if (stage.kind !== 'review') return stage;
    const { reuse: _elsewhere, ...without } = stage;
    return stage.pass.action === action ? { ...without, reuse } : without;
  }),
});

/** Another employee of 辽北 submits the same works as 张蔚. */
async function submittedBefore(world: ApiWorld, form: unknown = formOf('zhang-wei')): Promise<string> {
  const no = await world.draft('zheng-shuang');
  const other = await world.as('zheng-shuang');
  expect((await other.put(`/v1/applications/${no}/form`, form)).status).toBe(200);
  await other.does(no, 'submit');
  return no;
}

/** The same with the work of 张蔚 that the demonstration fills in. */
function demonstratedBefore(world: ApiWorld): Promise<string> {
  const form = formOf('zhang-wei');
  const [first] = form.achievements;
  return submittedBefore(world, {
    ...form,
    achievements: [{ ...first, title: '张蔚主持的重载搬运机器人控制系统研制（虚构）' }],
  });
}

async function untilSelection(world: ApiWorld): Promise<string> {
  const no = await world.draft('zhang-wei');
  await (await world.as('zhang-wei')).does(no, 'submit');
  await (await world.as('hr-liaobei')).does(no, 'agree');
  return no;
}

/** The initial designation of a graduate of 云台快递; all of them fill in the same works. */
async function graduateOf(world: ApiWorld, account: string): Promise<string> {
  const client = await world.as(account);
  const wish = { series: 'engineering', specialty: 'expressDelivery', level: 'assistant' };
  const made = await client.post('/v1/applications', {
    programme: 'lianyungang-2024',
    ...wish,
    track: 'initialDesignation',
    employer: await world.unitOf(account),
    status: 'inService',
    discipline: { measure: 'none' },
    heldTitle: { level: 'none' },
    education: { tier: 'bachelor', obtainedOn: '2022-07-01', recognised: true, majorMatches: true },
    probation: { from: '2022-08-01', assessed: true },
  });
  const { no } = made.as(applicationView);
  const form = wholeFormOf({ programme: 'lianyungang-2024', ...wish, unitName: '连云港云台快递有限公司（虚构）' });
  expect((await client.put(`/v1/applications/${no}/form`, form)).status).toBe(200);
  await client.does(no, 'submit');
  return no;
}

async function untilDesignation(world: ApiWorld): Promise<string> {
  const no = await graduateOf(world, 'xu-lei');
  const hr = await world.as('hr-express');
  await hr.does(no, 'agree');
  await hr.does(no, 'postPublicity', { lastDay: '2024-06-11' });
  await world.moveTo('2024-06-12T09:00');
  await (await world.as('first-haizhou')).does(no, 'pass');
  await world.moveTo('2024-06-18T10:00');
  return no;
}

const cases = [
  {
    action: 'select',
    reviewer: 'group-liaobei',
    programme: lookingAt(liaoningDiit2024, 2, 'select'),
    startAt: '2024-07-01T09:00',
    before: (world: ApiWorld) => submittedBefore(world),
    until: untilSelection,
  },
  {
    action: 'confirmDossier',
    reviewer: 'office-diit',
    programme: lookingAt(liaoningDiit2024, 3, 'confirmDossier'),
    startAt: '2024-07-01T09:00',
    before: demonstratedBefore,
    until: untilDossier,
  },
  {
    action: 'designate',
    reviewer: 'first-haizhou',
    programme: lookingAt(lianyungang2024, 2, 'designate'),
    startAt: '2024-06-03T09:00',
    before: (world: ApiWorld) => graduateOf(world, 'shen-yan'),
    until: untilDesignation,
  },
] as const;

it.each(cases)(
  'where a programme has reuse looked at with $action, it is refused until somebody has decided, and then done (A-34)',
  {
    timeout: 120_000,
  },
  async ({ action, reviewer, programme, startAt, before, until }) => {
    await publishProgramme(service.services.db, programme, 'refused');
    await service.services.refreshProgrammes();
    const world = await service.world(startAt);
    const other = await before(world);
    const no = await until(world);
    const office = await world.as(reviewer);
    const open = (await office.view(no)).availableActions.find(({ name }) => name === action);
    const checked = open?.checks?.map(({ key }) => key) ?? [];
    const body = { checked, ...(open?.dossier ? { delivered: await office.wholeDossier(no) } : {}) };

    const early = await office.act(no, action, body);
    expect(early.as(problemSchema)).toMatchObject({ status: 409, code: 'REUSE_UNDECIDED', clauses: reuse.clauses });
    const path = `/v1/applications/${no}/reuse-findings`;
    const { items } = (await office.get(path)).as(reuseView);
    expect(items).toMatchObject([{ other, decision: null }]);
    const decision = { item: items[0]?.item, other, reused: false, reason: '各自完成不同部分' };
    expect((await office.post(path, decision)).status).toBe(200);
    expect((await office.does(no, action)).version).toBeGreaterThan(0);
  },
);

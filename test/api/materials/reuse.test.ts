import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { reuseView } from '../../../api/materials/reuse-schemas.ts';
import { act } from '../../../commands/intents/act.ts';
import { type ApiWorld, TestService, wholeForm } from '../service.ts';

let service: TestService;
beforeAll(async () => {
  service = await TestService.shared();
});

const document = { decidingMeeting: '总经理办公会议', contactPerson: '高洁', telephone: '024-12345678' };
const findingsOf = (no: string) => `/v1/applications/${no}/reuse-findings`;

/** A form whose only achievement has this title. */
const formWith = (title: string, more: object = {}) => ({
  ...wholeForm,
  achievements: wholeForm.achievements.map((each) => ({ ...each, title, ...more })),
});

/** Two colleagues whose applications both came to the online review, with these forms. */
async function colleagues(world: ApiWorld, forms: readonly object[]): Promise<string[]> {
  const [hr, group] = [await world.as('hr-liaobei'), await world.as('group-liaobei')];
  const accounts = ['zhang-wei', 'zheng-shuang'].slice(0, forms.length);
  const nos = await Promise.all(accounts.map((account) => world.draft(account)));
  for (const [index, no] of nos.entries()) {
    const applicant = await world.as(accounts[index] ?? '');
    expect((await applicant.put(`/v1/applications/${no}/form`, forms[index])).status).toBe(200);
    await applicant.does(no, 'submit');
    await hr.does(no, 'agree');
    await group.does(no, 'select');
  }
  const posted = await hr.post('/v1/postings', { kind: 'unit', checked: ['sealedAndProminent'], items: nos, document });
  expect(posted.status).toBe(201);
  await world.moveTo('2024-07-18T08:00');
  for (const [index, no] of nos.entries()) await (await world.as(accounts[index] ?? '')).does(no, 'submit');
  return nos;
}

describe('an achievement that stands in two applications', () => {
  it('LN-5.2.3-a: is found however it is spelled, waits for a person, and must be removed when it is used again', {
    timeout: 60_000,
  }, async () => {
    const world = await service.world('2024-07-10T09:00');
    const forms = [
      formWith('六轴机器人控制器 研制（ＡＢ１型）'),
      formWith('六轴机器人控制器研制(ab1型)', { category: 'work' }),
    ];
    const [first = '', second = ''] = await colleagues(world, forms);
    const office = await world.as('office-diit');

    const found = (await office.get(findingsOf(second))).as(reuseView);
    expect(found.items).toEqual([
      {
        item: 'a1',
        other: first,
        otherProgramme: 'liaoning-diit-2024',
        samePerson: false,
        decision: null,
        earlier: [],
      },
    ]);
    expect((await (await world.as('zheng-shuang')).get(findingsOf(second))).status).toBe(404);

    const by = { person: randomUUID(), role: 'committeeOffice' } as const;
    const unseen = await act(service.backend.deps, { no: second, action: 'pass', by, data: { checked: [] } });
    expect(unseen).toMatchObject({ accepted: false, outcome: { refusal: { code: 'REUSE_UNDECIDED' } } });
    const early = await office.act(second, 'pass');
    expect(early.status).toBe(409);
    expect(early.as(problemSchema)).toMatchObject({ code: 'REUSE_UNDECIDED', readings: ['A-34'] });

    const wrong = await office.post(findingsOf(second), { item: 'a2', other: first, reused: true, reason: '无' });
    expect(wrong.status).toBe(422);
    const decision = { item: 'a1', other: first, reused: true, reason: '同一成果，署名不符' };
    const before = { ...decision, reused: false, reason: '初步看来是另一成果' };
    expect((await office.post(findingsOf(second), before)).as(reuseView).items[0]?.earlier).toEqual([]);
    const decided = (await office.post(findingsOf(second), decision)).as(reuseView);
    expect(decided.items[0]?.decision).toMatchObject({ reused: true, reason: decision.reason });
    expect(decided.items[0]?.earlier, 'what was decided first is kept').toMatchObject([
      { reused: false, reason: before.reason },
    ]);
    const { sql } = service.backend.deps.db;
    await sql`update achievement_fingerprints set fingerprint = 'another-' || fingerprint where no in (${first}, ${second})`;
    const another = (await office.get(findingsOf(second))).as(reuseView);
    expect(another.items, 'another work under the same item').toMatchObject([{ item: 'a1', decision: null }]);
    expect((await office.act(second, 'pass')).as(problemSchema).code).toBe('REUSE_UNDECIDED');
    await sql`update achievement_fingerprints set fingerprint = substr(fingerprint, 9) where no in (${first}, ${second})`;
    expect((await office.act(second, 'pass')).as(problemSchema).code).toBe('REUSE_NOT_REMOVED');
    await office.does(second, 'removeItem', { item: 'a1', reason: '重复使用' });
    expect((await office.does(second, 'pass')).stage.key).toBe('AUTHORITY_SEALING');
  });

  it('LN-5.2.3-b: of joint work with a statement of each one’s own part nothing is said', {
    timeout: 60_000,
  }, async () => {
    const world = await service.world('2024-07-10T09:00');
    const joint = (part: string) =>
      formWith('联合研制项目', {
        joint: true,
        role: 'participant',
        contribution: part,
        proofs: [{ kind: 'contract', sealedOn: '2019-01-15', roleShown: 'participant' }],
      });
    const [, second = ''] = await colleagues(world, [joint('负责硬件'), joint('负责软件')]);
    const office = await world.as('office-diit');
    expect((await office.get(findingsOf(second))).as(reuseView).items).toEqual([]);
    expect((await office.does(second, 'pass')).stage.key).toBe('AUTHORITY_SEALING');
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { accountList } from '../../../api/demo/demo-schemas.ts';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { membersSchema } from '../../../api/people/units/units-schemas.ts';
import type { Role } from '../../../domain/programme/facts.ts';
import { type ApiWorld, TestService } from '../service.ts';

let service: TestService;
let world: ApiWorld;
beforeAll(async () => {
  service = await TestService.shared();
  world = await service.world('2024-07-01T09:00');
});

/** Has an administrator add a member to the unit of an applicant. */
async function addMember(account: string, role: Role, applicant: string): Promise<readonly Role[]> {
  const { items } = (await world.anyone.get('/demo/accounts')).as(accountList);
  const person = items.find((each) => each.account === account)?.person;
  const admin = await world.as('admin');
  const path = `/v1/units/${await world.unitOf(applicant)}/members`;
  const { members } = (await admin.get(path)).as(membersSchema);
  const answer = await admin.put(path, { members: [...members.map(({ name: _, ...each }) => each), { person, role }] });
  expect(answer.status).toBe(200);
  const { warnings = [] } = answer.as(membersSchema);
  expect(new Set(warnings.map(({ code }) => code))).toEqual(new Set(['SAME_REVIEWER']));
  return warnings.filter((each) => each.person === person).flatMap(({ roles }) => roles as Role[]);
}

describe('one person reviews a case once', () => {
  it('also where personnel and assessment group of a unit are one person', async () => {
    const warned = await addMember('hr-liaobei', 'unitAssessmentGroup', 'zhang-wei');
    expect(warned.toSorted(), 'whoever gives it is told').toEqual(['unitAssessmentGroup', 'unitHr']);
    const no = await world.draft('zhang-wei');
    await (await world.as('zhang-wei')).does(no, 'submit');
    const hr = await world.as('hr-liaobei');
    await hr.does(no, 'agree');
    expect((await hr.view(no)).availableActions.map(({ name }) => name)).not.toContain('select');
    const refused = await hr.act(no, 'select');
    expect(refused.as(problemSchema)).toMatchObject({ status: 403, code: 'SAME_REVIEWER' });
    expect(refused.as(problemSchema).clauses).not.toEqual([]);
    await (await world.as('group-liaobei')).does(no, 'select');
    await hr.does(no, 'postPublicity');
  });

  it('also where the clerk of an office is the personnel department of a unit', async () => {
    expect(await addMember('office-diit', 'unitHr', 'wu-di')).toEqual(['committeeOffice']);
    const no = await world.draft('wu-di');
    const [applicant, clerk] = [await world.as('wu-di'), await world.as('office-diit')];
    await applicant.does(no, 'submit');
    await clerk.does(no, 'agree');
    await (await world.as('group-north')).does(no, 'select');
    await clerk.does(no, 'postPublicity');
    await world.moveTo('2024-07-09T09:00');
    await applicant.does(no, 'submit');
    expect((await clerk.view(no)).availableActions.map(({ name }) => name)).not.toContain('pass');
    for (const [action, body] of [
      ['pass', {}],
      ['refuse', { reason: '核对' }],
    ] as const)
      expect((await clerk.act(no, action, body)).as(problemSchema).code).toBe('SAME_REVIEWER');
    const other = await world.as('office-diit-2');
    expect((await other.view(no)).availableActions.map(({ name }) => name)).toContain('pass');
    await other.does(no, 'pass');
  });
});

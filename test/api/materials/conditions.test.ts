import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { conditionsView } from '../../../api/eligibility/eligibility-schemas.ts';
import { draftIn } from '../lives/lianyungang.ts';
import { type ApiWorld, TestService } from '../service.ts';

let service: TestService;
let world: ApiWorld;
beforeAll(async () => {
  service = await TestService.shared();
  world = await service.world('2024-06-10T09:00');
});

const seen = async (account: string, no: string) => (await world.as(account)).get(`/v1/applications/${no}/eligibility`);
const factsOf = async (no: string): Promise<unknown> => {
  const [row] = await service.services.db.sql`select facts from applications where no = ${no}`;
  return row?.facts;
};

describe('the conditions of applying of an application', () => {
  it('LN-1-c, LN-4.2-a, LN-8.5-a: are shown to the unit that answers for them: what it attests, and what was not answered', async () => {
    const no = await world.draft('zhang-wei');
    expect((await seen('hr-liaobei', no)).status).toBe(404);
    await (await world.as('zhang-wei')).does(no, 'submit');
    const { eligible, asOf, findings } = (await seen('hr-liaobei', no)).as(conditionsView);
    expect([eligible, asOf]).toEqual(['notToldYet', '2024-06-10']);
    expect(findings).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          clause: 'LN-1-c',
          outcome: 'needsAttestation',
          attestedBy: expect.objectContaining({ role: 'unitHr' }),
        }),
        expect.objectContaining({ clause: 'LN-4.2-a', outcome: 'notToldYet' }),
        expect.objectContaining({ clause: 'LN-8.5-a', outcome: 'notToldYet', ask: ['discipline'] }),
      ]),
    );
    for (const role of ['zhang-wei', 'group-liaobei']) expect((await seen(role, no)).status).toBe(200);
    for (const other of ['hr-north', 'office-diit', 'association', 'li-na', 'admin'])
      expect((await seen(other, no)).status, other).toBe(404);
  });

  it('LYG-1.3-c: judge discipline by what was answered, which is stored encrypted beside the person', async () => {
    const no = await draftIn(world, 'xu-lei');
    const { findings } = (await seen('xu-lei', no)).as(conditionsView);
    expect(findings).toContainEqual(expect.objectContaining({ clause: 'LYG-1.3-c', outcome: 'met' }));
    const kept = z.looseObject({ disciplineSealed: z.string() }).parse(await factsOf(no));
    expect(kept).not.toHaveProperty('discipline');
    expect(Buffer.from(kept.disciplineSealed, 'base64').toString('latin1')).not.toContain('measure');
  });

  it('LYG-1.3-c: refuse the first submission where a discipline stated with the draft has come into effect since', async () => {
    const own = await service.world('2024-06-05T09:00');
    const no = await draftIn(own, 'xu-lei', {
      discipline: { measure: 'warning', from: '2024-06-07', to: '2024-12-06' },
    });
    await own.moveTo('2024-06-07T09:00');
    const refused = await (await own.as('xu-lei')).act(no, 'submit', { checked: ['truthPledge'] });
    expect([refused.status, refused.body]).toMatchObject([422, { code: 'NOT_ELIGIBLE', clauses: ['LYG-1.3-c'] }]);
  });
});

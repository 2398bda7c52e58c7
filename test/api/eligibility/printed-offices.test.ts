import { beforeAll, describe, expect, it } from 'vitest';
import { eligibilityView } from '../../../api/eligibility/eligibility-schemas.ts';
import { type ApiWorld, TestService } from '../service.ts';

let world: ApiWorld;
beforeAll(async () => {
  const service = await TestService.shared();
  world = await service.world('2024-06-03T09:00');
});

const asked = async (programme: string, body: object) => {
  const answer = await world.anyone.post(`/v1/programmes/${programme}/eligibility-checks`, body);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.as(eligibilityView);
};

describe('an office whose name the text of the plan lost', () => {
  it.each([
    [43, 'intellectualProperty', 'intellectualProperty', 'deputySenior', '85681502', '海州区振华东路18号'],
    [44, 'engineering', 'petrochemicals', 'mid', '85681920', null],
    [50, 'economics', 'economics', 'deputySenior', '85816207/', null],
    [45, 'engineering', 'metallurgy', 'mid', null, null],
  ])(
    'LYG-7-a: row %i is shown with the telephone and address that are printed, and with no other office (A-33)',
    async (row, series, specialty, level, telephone, address) => {
      const who = { employerClass: 'private', territory: 'lyg-haizhou' };
      const { routing } = await asked('lianyungang-2024', { series, specialty, level, ...who });
      expect(routing?.committee).toBe(`row-${row}`);
      const recheck = routing?.channel.find(({ stage }) => stage === 'OFFICE_RECHECK');
      expect(recheck?.office).toMatchObject({ telephone, address: address && { zh: address } });
      expect(JSON.stringify(routing)).not.toContain('职称办');
    },
  );
});

describe('who reviews elsewhere', () => {
  it.each([
    [
      'LN-2.1.2-b',
      { series: 'engineering', specialty: 'electronics', level: 'deputySenior', employerClass: 'private' },
    ],
    ['LN-2.2.2-b', { series: 'economics', specialty: 'finance', level: 'deputySenior', employerClass: 'municipal' }],
  ])('%s: is 所在市 in a field and in the printed sentence, and no office of it', async (clause, who) => {
    const { eligible, routing, findings } = await asked('liaoning-diit-2024', { ...who, asOf: '2024-07-10' });
    expect(eligible).toBe('no');
    expect(routing).toMatchObject({ office: null, channel: [], referTo: { zh: '所在市' }, clauses: [clause] });
    expect(findings.find((each) => each.clause === clause)?.message.zh).toBe('按照评审权限，由所在市负责评审。');
  });

  it.each([
    ['LN-2.2.1-a', { level: 'fullSenior', employerClass: 'private' }],
    ['LN-2.2.2-a', { level: 'deputySenior', employerClass: 'provincialStateOwned' }],
  ])('DL-1.1.3-a: in Dalian is the department whose notice prints it, with %s', async (clause, who) => {
    const { routing } = await asked('dalian-2024', {
      ...{ series: 'economics', specialty: 'finance', territory: 'dl-zhongshan' },
      ...who,
    });
    expect(routing).toMatchObject({
      destination: 'province',
      referTo: { zh: '辽宁省工业和信息化厅' },
      printedIn: { document: 'liaoning-gxt-2024', clauses: [clause] },
    });
  });
});

describe('the time for applying', () => {
  it.each([
    ['liaoning-diit-2024', 'robotics', {}, '2024-07-31', '2024-08-01', 'LN-4.3-a'],
    ['dalian-2024', 'logistics', { territory: 'dl-zhongshan' }, '2024-06-28', '2024-06-29', 'DL-2.1.1-a'],
    ['lianyungang-2024', 'expressDelivery', { territory: 'lyg-haizhou' }, '2024-06-30', '2024-07-01', 'LYG-7-b'],
  ])(
    '%s: is over for %s after its last day, with its clause',
    async (programme, specialty, where, last, after, clause) => {
      const base = { series: 'engineering', specialty, level: 'mid', employerClass: 'private', ...where };
      const inTime = await asked(programme, { ...base, asOf: last });
      expect(inTime.findings.find((each) => each.clause === clause)?.outcome).toBe('met');
      const late = await asked(programme, { ...base, asOf: after });
      expect([late.eligible, late.findings.find((each) => each.clause === clause)?.outcome]).toEqual(['no', 'notMet']);
    },
  );

  it('DL-2.2.2-c: warns of a submission that can no longer arrive, and says what can be recorded (A-07)', async () => {
    const base = { series: 'engineering', specialty: 'logistics', level: 'mid', employerClass: 'private' };
    const { warnings } = await asked('dalian-2024', { ...base, territory: 'dl-zhongshan', asOf: '2024-06-21' });
    expect(warnings).toMatchObject([{ code: 'TOO_LATE_TO_ARRIVE', clauses: expect.arrayContaining(['DL-2.2.2-c']) }]);
  });
});

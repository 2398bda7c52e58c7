import { describe, expect, test } from 'vitest';
import { programmeProblems } from '../../../config/programme-checks/programme-problems.ts';
import { authoritiesOf } from '../../../config/programmes/dalian-2024/authorities.ts';
import { dalian2024 as dalian } from '../../../config/programmes/dalian-2024/index.ts';
import { territories } from '../../../config/programmes/dalian-2024/offices.ts';
import { eligibilityRefusal, mayApply } from '../../../domain/eligibility/may-apply.ts';
import { levels } from '../../../domain/programme/facts.ts';
import type { RoutingFacts } from '../../../domain/routing/facts.ts';
import { routeOf } from '../../../domain/routing/routing.ts';

const facts: RoutingFacts = {
  series: 'engineering',
  specialty: 'generalEngineering',
  level: 'mid',
  track: 'standard',
  employerClass: 'private',
  territory: 'dl-zhongshan',
};
const routed = (changed: Partial<RoutingFacts>, programme = dalian) => routeOf(programme, { ...facts, ...changed });

describe('the first authority in Dalian', () => {
  test.each(territories.map(({ key }) => key))(
    'DL-1.2-c: an employer registered in %s files with the authority of that place, whatever kind it is of',
    (territory) => {
      for (const employerClass of ['private', 'socialOrganisation', 'provincialStateOwned', 'freelance'] as const)
        expect(routed({ territory, employerClass })).toMatchObject({
          authority: territory,
          authorityClauses: ['DL-1.2-c'],
        });
    },
  );

  test('DL-1.2-c: an employer whose place of registration is not known has no authority yet', () => {
    const { territory: _territory, ...unknown } = facts;
    expect(routeOf(dalian, unknown).authority).toBeNull();
  });

  test('DL-1.2-c: nobody may apply before it is known where the employer is registered, and nobody from elsewhere', () => {
    const { territory: _territory, ...unknown } = facts;
    const refusalOf = (who: RoutingFacts) => eligibilityRefusal(mayApply(dalian, who, '2024-06-10'));
    for (const who of [unknown, { ...facts, territory: 'lyg-haizhou' }])
      expect(refusalOf(who)).toMatchObject({ code: 'NOT_ELIGIBLE', clauses: expect.arrayContaining(['DL-1.2-c']) });
    const clauses = refusalOf(facts)?.clauses ?? [];
    expect(clauses).not.toContain('DL-1.2-c');
  });

  test('DL-1.2-d: a unit of the city files with the commission that supervises it, not where it is registered', () => {
    expect(routed({ employerClass: 'municipal', supervisor: 'dl-industry-bureau' })).toMatchObject({
      authority: 'dl-industry-bureau',
      authorityClauses: ['DL-1.2-d'],
    });
  });

  test('DL-1.2-d: where the commission is not known, it is the supervising authority without a name', () => {
    expect(routed({ employerClass: 'municipal' }).authority).toBe('dl-municipal-authority');
    expect(routed({ employerClass: 'municipal', supervisor: 'ln-sasac' }).authority).toBe('dl-municipal-authority');
  });
});

describe('who decides in Dalian', () => {
  test('DL-2.2.4-a: every series has the committee of its own organiser', () => {
    const reviewed = dalian.series.filter(({ key }) => key !== 'economics');
    const offices = reviewed.map(({ key, specialties }) =>
      routed({ series: key, specialty: specialties[0]?.key ?? '', level: 'fullSenior' }),
    );
    expect(offices.map(({ decision, office }) => [decision, office])).toEqual(
      reviewed.map(({ key }) => ['here', `dl-organiser-${key}`]),
    );
  });

  test('DL-1.1.2-e: economics deputy-senior is organised by the bureau of industry and information technology', () => {
    const economist = { series: 'economics', specialty: 'finance' };
    expect(routed({ ...economist, level: 'deputySenior' })).toMatchObject({
      decision: 'here',
      committee: 'economics-deputySenior',
      office: 'dl-industry-bureau',
      clauses: ['DL-1.1.2-e', 'DL-2.2.4-a'],
    });
    expect(routed({ ...economist, level: 'fullSenior' }).office).toBe('dl-talent-centre');
  });

  test.each(levels)('DL-1.1.2-c: logistics in engineering is reviewed here at %s', (level) => {
    const route = routed({ specialty: 'logistics', level });
    expect(route).toMatchObject({ decision: 'here', destination: 'here', committee: 'engineering' });
    expect(route.clauses).toContain('DL-1.1.2-c');
  });

  const department = { zh: '辽宁省工业和信息化厅' };
  test.each([
    ['fullSenior', 'private', 'LN-2.2.1-a'],
    ['fullSenior', 'provincialStateOwned', 'LN-2.2.1-a'],
    ['fullSenior', 'municipal', 'LN-2.2.1-a'],
    ['deputySenior', 'provincialStateOwned', 'LN-2.2.2-a'],
    ['deputySenior', 'provincialInstitution', 'LN-2.2.2-a'],
    ['deputySenior', 'provincialSocialOrganisation', 'LN-2.2.2-a'],
  ] as const)(
    'DL-1.1.3-a: economics %s of %s goes to the province, as the other notice prints in %s',
    (level, employerClass, clause) => {
      const who = { series: 'economics', specialty: 'finance', level, employerClass } as const;
      expect(routed(who)).toMatchObject({
        decision: 'province',
        destination: 'province',
        referTo: department,
        printedIn: { document: 'liaoning-gxt-2024', clauses: [clause] },
        clauses: ['DL-1.1.3-a', 'DL-2.2.4-c'],
      });
      const { findings } = mayApply(dalian, { ...facts, ...who }, '2024-06-10');
      expect(findings.find((each) => each.clause === 'DL-1.1.3-a')?.message.zh).toBe(
        '经审核推荐后报辽宁省工业和信息化厅评审。',
      );
    },
  );

  test('DL-1.1.2-e: a private company and a unit of the city stay with the city at deputy-senior level (LN-2.2.2-b)', () => {
    for (const employerClass of ['private', 'municipal', 'cityOrBelow', 'districtOrCounty', 'freelance'] as const)
      expect(routed({ series: 'economics', specialty: 'finance', level: 'deputySenior', employerClass })).toMatchObject(
        { decision: 'here', committee: 'economics-deputySenior' },
      );
  });

  test('DL-1.1.3-a: what no notice at hand prints is reviewed by the city', () => {
    const printed = dalian.authorities.filter(({ decision }) => decision === 'province');
    expect(printed.every(({ series }) => series?.every((key) => key === 'economics'))).toBe(true);
  });
});

describe('what Dalian is not authorised to review', () => {
  const programme = { ...dalian, authorities: authoritiesOf([{ series: ['library'], levels: ['fullSenior'] }]) };
  const librarian = { series: 'library', specialty: 'library' } as const;

  test('DL-1.1.3-a: goes to the organiser of the province', () => {
    expect(routed({ ...librarian, level: 'fullSenior' }, programme)).toMatchObject({
      decision: 'province',
      destination: 'province',
      committee: null,
      clauses: ['DL-1.1.3-a', 'DL-2.2.4-c'],
    });
    expect(routed({ ...librarian, level: 'deputySenior' }, programme).decision).toBe('here');
  });

  test('DL-2.2.4-c: passes through the talent centre of the city and the authority of the industry', () => {
    const { office, acting, channel } = routed({ ...librarian, level: 'fullSenior' }, programme);
    expect(office).toBe('dl-talent-centre');
    expect(acting).toMatchObject({ talentCentre: 'dl-talent-centre', industryAuthority: 'dl-industry-authority' });
    expect(channel.map(({ role }) => role)).toEqual(
      expect.arrayContaining(['preliminaryAuthority', 'talentCentre', 'industryAuthority']),
    );
  });

  test('DL-2.2.4-c: the commission that supervises the unit stands for the industry', () => {
    const route = routed({ ...librarian, level: 'fullSenior', supervisor: 'dl-industry-bureau' }, programme);
    expect(route.acting.industryAuthority).toBe('dl-industry-bureau');
    expect(routed(librarian).acting).not.toHaveProperty('talentCentre');
  });

  test('is a programme without a fault, whatever the title authority enters', () => {
    expect(programmeProblems(programme, () => true)).toEqual([]);
  });
});

describe('the channel of Dalian', () => {
  test('DL-2.2.4-a: goes from the unit over the authority to the organiser of the committee', () => {
    const { channel } = routed({});
    expect(channel.find(({ role }) => role === 'preliminaryAuthority')?.office).toBe('dl-zhongshan');
    expect(channel.find(({ role }) => role === 'committeeOrganiser')?.office).toBe('dl-organiser-engineering');
    expect(channel.map(({ role }) => role).filter((role) => role === 'talentCentre')).toEqual([]);
  });
});

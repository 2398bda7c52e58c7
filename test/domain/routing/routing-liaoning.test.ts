import { describe, expect, test } from 'vitest';
import { liaoningDiit2024 } from '../../../config/programmes/liaoning-diit-2024/index.ts';
import type { EmployerClass, Level } from '../../../domain/programme/facts.ts';
import type { RoutingFacts } from '../../../domain/routing/facts.ts';
import { routeOf } from '../../../domain/routing/routing.ts';

const facts: RoutingFacts = {
  series: 'engineering',
  specialty: 'electronics',
  level: 'mid',
  track: 'standard',
  employerClass: 'provincialStateOwned',
};
const routed = (changed: Partial<RoutingFacts>) => routeOf(liaoningDiit2024, { ...facts, ...changed });

describe('the authority table of Liaoning (LN-2)', () => {
  const senior = ['deputySenior', 'mid', 'assistant', 'technician'] as const;
  const industries = [
    'buildingMaterials',
    'electromechanics',
    'electronics',
    'electricPower',
    'metallurgy',
    'petrochemicals',
    'textiles',
    'lightIndustry',
    'cyberspace',
  ];

  test.each(industries)('LN-2.1.1-a: full-senior in %s is reviewed here for the whole province', (specialty) => {
    for (const employerClass of ['provincialHospital', 'private', 'freelance', 'districtOrCounty'] as const)
      expect(routed({ specialty, level: 'fullSenior', employerClass })).toMatchObject({
        decision: 'here',
        office: 'ln-diit-office',
        clauses: ['LN-2.1.1-a'],
      });
  });

  test.each(senior)('LN-2.1.2-a: %s in the industries is reviewed here for provincial units', (level) => {
    for (const specialty of industries)
      expect(routed({ specialty, level })).toMatchObject({ decision: 'here', clauses: ['LN-2.1.2-a'] });
  });

  test.each([...senior.map((level) => [level] as const)])(
    'LN-2.1.2-b: %s in the industries goes to the city for private units and those of cities and below, and for freelancers by A-44',
    (level: Level) => {
      const local: EmployerClass[] = ['cityOrBelow', 'private', 'municipal', 'socialOrganisation', 'freelance'];
      for (const employerClass of local)
        expect(routed({ level, employerClass })).toMatchObject({
          decision: 'elsewhere',
          destination: null,
          office: null,
          channel: [],
          clauses: ['LN-2.1.2-b'],
          // Only of city-level social organisations and freelancers nothing is printed.
          readings: employerClass === 'socialOrganisation' || employerClass === 'freelance' ? ['A-44'] : [],
        });
    },
  );

  test('LN-2.1.3-a: the six emerging specialties are reviewed here at every level, whoever employs', () => {
    expect(routed({ specialty: 'robotics', level: 'assistant', employerClass: 'private' })).toMatchObject({
      decision: 'here',
      clauses: ['LN-2.1.3-a'],
    });
  });

  test.each([
    ['fullSenior', 'private', 'here', 'LN-0-a'],
    ['mid', 'provincialStateOwned', 'here', 'LN-0-a'],
    ['mid', 'private', 'elsewhere', 'LN-2.1.2-b'],
  ] as const)(
    'arts and crafts is routed like the industries: %s of %s is reviewed %s (A-18)',
    (level, employerClass, decision, clause) => {
      const route = routed({ specialty: 'artsAndCrafts', level, employerClass });
      expect(route).toMatchObject({ decision, clauses: [clause] });
      expect(route.readings).toContain('A-18');
    },
  );

  test.each([
    ['LN-2.2.1-a', 'fullSenior', 'private', 'here'],
    ['LN-2.2.2-a', 'deputySenior', 'provincialHospital', 'here'],
    ['LN-2.2.2-b', 'deputySenior', 'private', 'elsewhere'],
  ] as const)('%s: economics %s of %s is reviewed %s', (clause, level, employerClass, decision) => {
    const route = routed({ series: 'economics', specialty: 'finance', level, employerClass });
    expect(route).toMatchObject({ decision, clauses: [clause] });
  });

  test('LN-8.1-c: people of central units and other provinces come only after their delegation', () => {
    expect(routed({ employerClass: 'centralOrOtherProvince' })).toMatchObject({
      decision: 'afterDelegation',
      destination: 'here',
      clauses: ['LN-8.1-c'],
    });
  });
});

describe('the ladder of Liaoning', () => {
  test.each([
    ['provincialUniversity', 'ln-education'],
    ['provincialStateOwned', 'ln-sasac'],
    ['provincialHospital', 'ln-health'],
    ['provincialInstitution', 'ln-provincial-authority'],
  ] as const)('LN-5.6-c: after the unit, %s is sealed by %s', (employerClass, authority) => {
    const route = routed({ employerClass });
    expect(route).toMatchObject({ authority, acting: { sealingAuthority: authority } });
    expect(route.channel).toContainEqual({ role: 'sealingAuthority', office: authority });
  });

  test('LN-5.6-b: local units are sealed by the city, the county or the district', () => {
    expect(routed({ specialty: 'robotics', employerClass: 'private' }).authority).toBe('ln-hrss-city');
  });

  test('LN-5.6-b, LN-8.1-c: units of the state and other provinces are sealed by the department that returned the delegation', () => {
    const route = routed({ employerClass: 'centralOrOtherProvince', track: 'delegated' });
    expect(route).toMatchObject({
      authority: 'ln-hrss-service-division',
      authorityClauses: ['LN-5.6-b', 'LN-8.1-c'],
      acting: { sealingAuthority: 'ln-hrss-service-division', delegationAuthority: 'ln-hrss-service-division' },
    });
  });

  test('LN-5.6-e: only applications in security engineering go through the association', () => {
    expect(routed({ specialty: 'securityEngineering' }).acting).toHaveProperty(
      'association',
      'ln-security-association',
    );
    expect(routed({}).acting).not.toHaveProperty('association');
    expect(routed({}).channel.map(({ role }) => role)).not.toContain('association');
  });
});

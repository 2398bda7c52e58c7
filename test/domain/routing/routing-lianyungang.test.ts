import { describe, expect, test } from 'vitest';
import { calendar } from '../../../config/calendars.ts';
import { lianyungang2024 as lianyungang } from '../../../config/programmes/lianyungang-2024/index.ts';
import { counties, districts } from '../../../config/programmes/lianyungang-2024/offices.ts';
import { compileTimeline } from '../../../domain/case/plan/compile.ts';
import { levels } from '../../../domain/programme/facts.ts';
import type { RoutingFacts } from '../../../domain/routing/facts.ts';
import { routeOf } from '../../../domain/routing/routing.ts';

const facts: RoutingFacts = {
  series: 'engineering',
  specialty: 'expressDelivery',
  level: 'mid',
  track: 'standard',
  employerClass: 'private',
  territory: 'lyg-haizhou',
};
const routed = (changed: Partial<RoutingFacts>) => routeOf(lianyungang, { ...facts, ...changed });
const countyRows = counties.map(([row, { key }]) => [key, `row-${row}`] as const);
const districtRows = districts.map(([row, { key }]) => [key, `row-${row}`] as const);

describe('the committees of Lianyungang', () => {
  test('LYG-7-a: a specialty goes to the committee office of its row of the plan', () => {
    expect(routed({})).toMatchObject({
      decision: 'here',
      destination: 'here',
      committee: 'row-60',
      office: 'lyg-postal',
      clauses: ['LYG-7-a'],
    });
  });

  test.each(countyRows)('LYG-7-e: %s decides junior titles of its own territory (%s)', (territory, committee) => {
    for (const level of ['technician', 'assistant'] as const)
      expect(routed({ territory, level })).toMatchObject({ decision: 'here', committee, office: territory });
  });

  test.each(countyRows)(
    'LYG-7-e: %s decides mid titles of school teachers and of construction, and no other (%s)',
    (territory, committee) => {
      const teacher = { series: 'schoolTeachers', specialty: 'schoolTeachers' };
      expect(routed({ territory, ...teacher })).toMatchObject({ committee, office: territory });
      expect(routed({ territory, specialty: 'construction' })).toMatchObject({ committee, office: territory });
      expect(routed({ territory }).committee).toBe('row-60');
      expect(routed({ territory, ...teacher, level: 'deputySenior' }).decision).toBe('manual');
    },
  );

  test('LYG-7-e: a county decides nothing for units that the city supervises, nor for clients of the agency', () => {
    const junior = { territory: 'lyg-ganyu', level: 'assistant' } as const;
    expect(routed({ ...junior, employerClass: 'municipal' }).committee).toBe('row-60');
    expect(routed({ ...junior, agencyClient: true }).committee).toBe('row-60');
  });

  test.each(districtRows)('LYG-7-f: %s does initial designation and nothing else (%s)', (territory, committee) => {
    const designated = routed({ territory, level: 'assistant', track: 'initialDesignation' });
    expect(designated).toMatchObject({ decision: 'here', committee, office: territory, clauses: ['LYG-7-f'] });
    for (const level of ['assistant', 'mid'] as const) expect(routed({ territory, level }).committee).toBe('row-60');
  });

  test('LYG-7-f: the talent centre does initial designation for its clients and for freelancers', () => {
    const designated = { level: 'assistant', track: 'initialDesignation' } as const;
    expect(routed({ ...designated, agencyClient: true }).committee).toBe('row-71');
    expect(routed({ ...designated, employerClass: 'freelance' })).toMatchObject({
      committee: 'row-71',
      office: 'lyg-talent-centre',
    });
  });

  test('LYG-7-h: teachers of universities and higher-vocational schools are referred to their school', () => {
    const route = routed({ series: 'universityTeachers', specialty: 'universityTeachers' });
    expect(route).toMatchObject({ decision: 'elsewhere', destination: null, office: null, clauses: ['LYG-7-h'] });
    expect(route.referTo?.zh).toContain('具体咨询各学校');
  });

  test('LYG-7-i: people of the three enterprises that review their own are referred to their personnel department', () => {
    const route = routed({ series: 'selfReviewEnterprises', specialty: 'selfReviewEnterprises', level: 'mid' });
    expect(route).toMatchObject({ decision: 'elsewhere', office: null, clauses: ['LYG-7-i'] });
    expect(route.referTo?.zh).toContain('具体咨询各单位人资部门');
  });

  test('A-33: what the plan at hand does not name is routed by hand, by the title office', () => {
    for (const level of levels) {
      const route = routed({ series: 'otherSpecialty', specialty: 'otherSpecialty', level });
      expect(route).toMatchObject({ decision: 'manual', committee: null, office: null, readings: ['A-33'] });
      expect(route.referTo?.zh).toBe('连云港市职称办');
    }
    expect(routed({ specialty: 'construction' }).decision).toBe('manual');
  });

  test('A-33: what the title office decided by hand holds where no rule finds a committee, and nowhere else', () => {
    const assigned = { committee: 'row-10', destination: 'here' } as const;
    const other = { series: 'otherSpecialty', specialty: 'otherSpecialty' };
    expect(routed({ ...other, assigned })).toMatchObject({ decision: 'here', committee: 'row-10', readings: ['A-33'] });
    expect(routed({ ...other, assigned: { ...assigned, destination: 'province' } }).destination).toBe('province');
    expect(routed({ assigned }).committee).toBe('row-60');
  });

  test('A-33: a row whose office was lost keeps its own committee, held by the title office', () => {
    expect(routed({ series: 'library', specialty: 'library' })).toMatchObject({
      decision: 'here',
      committee: 'row-10',
      office: 'lyg-title-office',
      readings: ['A-33'],
    });
  });
});

describe('senior titles in Lianyungang', () => {
  test.each([
    ['statistics', 'statistics', 'row-1'],
    ['accounting', 'accounting', 'row-4'],
    ['auditing', 'auditing', 'row-5'],
    ['intellectualProperty', 'intellectualProperty', 'row-43'],
    ['engineering', 'petrochemicals', 'row-44'],
    ['economics', 'economics', 'row-50'],
    ['socialWork', 'socialWork', 'row-61'],
  ])('of %s (%s) are left to the city: %s prints them (A-41)', (series, specialty, committee) => {
    const route = routed({ series, specialty, level: 'deputySenior' });
    expect(route).toMatchObject({ decision: 'here', destination: 'here', committee });
    expect(route.readings).toContain('A-41');
  });

  test('LYG-4.4-e: of every other row go through its office to the province', () => {
    for (const level of ['deputySenior', 'fullSenior'] as const)
      expect(routed({ level })).toMatchObject({
        decision: 'province',
        destination: 'province',
        committee: 'row-60',
        office: 'lyg-postal',
        clauses: ['LYG-4.4-e'],
        readings: ['A-41'],
      });
  });

  test('publishing has a row only for senior cases, which go to the province (A-32)', () => {
    const publishing = { series: 'publishing', specialty: 'publishing' };
    expect(routed({ ...publishing, level: 'deputySenior' })).toMatchObject({
      decision: 'province',
      committee: 'row-15',
    });
    expect(routed({ ...publishing, level: 'mid' }).decision).toBe('manual');
  });

  test('ships and ocean engineering reviews mid and junior: it is not the 船舶 of the examination list (A-32)', () => {
    expect(routed({ specialty: 'shipbuilding', level: 'assistant' }).committee).toBe('row-51');
  });
});

describe('who reviews first in Lianyungang', () => {
  test.each([...countyRows, ...districtRows])('LYG-4.0-a: a unit of %s reports to the bureau there', (territory) => {
    expect(routed({ territory }).authority).toBe(territory);
  });

  test('LYG-4.0-b: clients of the agency and freelancers report through the talent centre, wherever they are', () => {
    for (const whom of [{ agencyClient: true }, { employerClass: 'freelance' }] as const)
      expect(routed({ territory: 'lyg-ganyu', ...whom })).toMatchObject({
        authority: 'lyg-talent-centre',
        authorityClauses: ['LYG-4.0-b'],
      });
  });

  test('LYG-4.3-a: units of the city report to the authority of their industry', () => {
    expect(routed({ employerClass: 'municipal' }).authority).toBe('lyg-industry-authority');
    expect(routed({ employerClass: 'municipal', supervisor: 'lyg-finance' }).authority).toBe('lyg-finance');
  });
});

describe('the windows of a committee', () => {
  const windows = (changed: Partial<RoutingFacts>) => {
    const mine = { ...facts, ...changed };
    const { committee, destination } = routeOf(lianyungang, mine);
    return compileTimeline(lianyungang.timeline, { ...mine, committee, destination }, calendar).windows;
  };

  test('LYG-7-b: are only those of its row', () => {
    expect(windows({}).acceptance).toMatchObject({ opens: '2024-06-01', closes: '2024-06-30' });
    expect(windows({ specialty: 'railway' }).acceptance).toMatchObject({ opens: '2024-06-01', closes: '2024-07-31' });
  });

  test('LYG-7-c: go by level in accounting', () => {
    const accountant = { series: 'accounting', specialty: 'accounting' };
    expect(windows({ ...accountant, level: 'deputySenior' }).acceptance?.closes).toBe('2024-06-30');
    expect(windows({ ...accountant, level: 'fullSenior' }).acceptance?.opens).toBe('2024-07-01');
  });

  test('LYG-7-g: are two rounds for initial designation (A-31)', () => {
    const { firstRound, secondRound, acceptance } = windows({ level: 'assistant', track: 'initialDesignation' });
    expect([firstRound?.closes, secondRound?.opens, acceptance]).toEqual(['2024-06-30', '2024-11-01', undefined]);
  });

  test('LYG-3.1-c: are June and November for initial designation where the row prints no rounds of its own', () => {
    const { firstRound, secondRound } = windows({
      level: 'assistant',
      track: 'initialDesignation',
      employerClass: 'municipal',
    });
    expect([firstRound, secondRound]).toMatchObject([
      { opens: '2024-06-01', closes: '2024-06-30' },
      { opens: '2024-11-01', closes: '2024-11-30' },
    ]);
  });

  test('LYG-7-d: are not there where the print leaves them to another notice', () => {
    expect(windows({ series: 'socialWork', specialty: 'socialWork', level: 'deputySenior' })).not.toHaveProperty(
      'acceptance',
    );
  });
});

describe('the channel of Lianyungang', () => {
  const channel = (changed: Partial<RoutingFacts>) => routed(changed).channel;

  test('LYG-4.0-a: goes up level by level, from the unit over the territory to the committee office', () => {
    expect(channel({})).toEqual([
      { role: 'unitHr', office: null },
      { role: 'preliminaryAuthority', office: 'lyg-haizhou' },
      { role: 'committeeOffice', office: 'lyg-postal' },
    ]);
  });

  test('LYG-4.4-e: of a senior case goes over the title office and back to the office that reports to the province', () => {
    expect(channel({ level: 'deputySenior' }).slice(2)).toEqual([
      { role: 'committeeOffice', office: 'lyg-postal' },
      { role: 'cityTitleOffice', office: 'lyg-title-office' },
      { role: 'committeeOffice', office: 'lyg-postal' },
    ]);
  });

  test('LYG-4.4-c, LYG-5.2-d, LYG-5.4-c: the title office acts on every application, whoever decides it', () => {
    const districts = { track: 'initialDesignation', level: 'assistant' } as const;
    for (const wanted of [
      {},
      { level: 'assistant', territory: 'lyg-donghai' } as const,
      districts,
      { agencyClient: true },
    ])
      expect(routed(wanted).acting.cityTitleOffice).toBe('lyg-title-office');
  });

  test('LYG-4.0-b: of a client of the agency passes through the talent centre', () => {
    expect(channel({ agencyClient: true })[1]).toEqual({ role: 'preliminaryAuthority', office: 'lyg-talent-centre' });
  });

  test('LYG-2.11-f: initial designation gives no senior title', () => {
    expect(routed({ track: 'initialDesignation', level: 'deputySenior' }).decision).toBe('elsewhere');
  });
});

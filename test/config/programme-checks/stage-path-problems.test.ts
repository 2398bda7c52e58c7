import { describe, expect, test } from 'vitest';
import { programmeProblems } from '../../../config/programme-checks/programme-problems.ts';
import { authoritiesOf } from '../../../config/programmes/dalian-2024/authorities.ts';
import { dalian2024 as dalian } from '../../../config/programmes/dalian-2024/index.ts';
import { lianyungang2024 as lianyungang } from '../../../config/programmes/lianyungang-2024/index.ts';
import { liaoningDiit2024 as liaoning } from '../../../config/programmes/liaoning-diit-2024/index.ts';
import type { Programme } from '../../../domain/programme/programme.ts';

const problems = (programme: Programme) => programmeProblems(programme, () => true);
const withoutDeadlines = (programme: Programme): Programme => ({
  ...programme,
  lateAcceptances: [],
  stages: programme.stages.map((stage) => ({ ...stage, deadlines: [] })),
});
const neverExpires = (programme: Programme) =>
  problems(programme).flatMap((each) => (each.endsWith(' never expires') ? [each.split(' ')[0]] : []));

describe('a stage up to approval that never expires', () => {
  test('DL-2.1.2-a, DL-2.1.3-a: is noticed in Dalian, where no review is called approval', () => {
    expect(neverExpires(withoutDeadlines(dalian)).sort()).toEqual([
      'CORRECTION',
      'FORWARDING',
      'ONLINE_FILING',
      'PRELIMINARY_REVIEW',
      'UNIT_PUBLICITY',
      'UNIT_RECOMMENDED',
      'UNIT_REVIEW',
    ]);
  });

  test('LYG-7-b, LYG-3.1-b: is noticed in Lianyungang up to the last office before the committee', () => {
    const found = neverExpires(withoutDeadlines(lianyungang));
    for (const key of ['ONLINE_FILING', 'PRELIMINARY_REVIEW', 'OFFICE_RECHECK', 'CITY_TITLE_OFFICE_REVIEW'])
      expect(found).toContain(key);
    expect(found).toContain('INITIAL_DESIGNATION');
  });

  test('DL-2.1.3-a, DL-2.1.4-a: is right only where the programme says that the documents leave it open (A-48)', () => {
    const { openEnded = [], ...closed } = dalian;
    expect(problems(dalian)).toEqual([]);
    expect(openEnded.map(({ stage, readings }) => [stage, readings])).toContainEqual(['RE_REVIEW', ['A-48']]);
    expect(neverExpires({ ...closed, authorities: authoritiesOf([]) })).toEqual(['RE_REVIEW']);
    expect(neverExpires(closed).sort(), 'economics goes to the province').toEqual(['PRELIMINARY_REVIEW', 'RE_REVIEW']);
    const authorities = authoritiesOf([{ series: ['engineering'] }]);
    expect(problems({ ...dalian, authorities })).toEqual([]);
    expect(neverExpires({ ...closed, authorities }).sort()).toEqual(['PRELIMINARY_REVIEW', 'RE_REVIEW']);
    const elsewhere = openEnded.map((each) => ({ ...each, stage: 'NOWHERE' }));
    expect(problems({ ...dalian, openEnded: elsewhere })).toContain('no stage NOWHERE');
  });
});

describe('the offices on every stage path that a programme offers', () => {
  test('LN-5.6-b, LN-8.1-c: a class of units that no authority seals for is noticed', () => {
    const sealing = liaoning.sealing.filter((rule) => !rule.employerClasses?.includes('centralOrOtherProvince'));
    expect(problems({ ...liaoning, sealing })).toContain(
      'no office acts as sealingAuthority for engineering deputySenior of centralOrOtherProvince',
    );
  });

  test('DL-1.2-c: a place without an authority is noticed', () => {
    const sealing = dalian.sealing.filter((rule) => !rule.territories?.includes('dl-zhongshan'));
    const found = problems({ ...dalian, sealing });
    expect(found.filter((each) => each.startsWith('no office acts as preliminaryAuthority')).length).toBeGreaterThan(0);
  });

  test.each([
    ['LN-5.6-e', 'association', liaoning],
    ['LN-8.1-c', 'delegationAuthority', liaoning],
    ['LYG-4.4-e', 'cityTitleOffice', lianyungang],
  ] as const)('%s: the role %s without its office is noticed', (_clause, role, programme) => {
    const { [role]: _gone, ...fixedOffices } = programme.fixedOffices ?? {};
    const found = problems({ ...programme, fixedOffices });
    expect(found.filter((each) => each.startsWith(`no office acts as ${role} `)).length).toBeGreaterThan(0);
    expect(problems(programme)).toEqual([]);
  });

  test('DL-2.3.1-h: a role that acts beside the stages is looked at too', () => {
    const changed = { ...dalian, cancel: { ...dalian.cancel, role: 'association' as const } };
    expect(problems(changed).filter((each) => each.startsWith('no office acts as association')).length).toBeGreaterThan(
      0,
    );
  });
});

test('DL-2.1.2-a: a lapse that names a stage from which no list of deficiencies comes is noticed', () => {
  const lapse = [{ when: { deficienciesOpenOf: 'FORWARDING' }, outcome: 'PRELIM_REJECTED' }, { outcome: 'NOT_FILED' }];
  const stages = dalian.stages.map((stage) =>
    stage.key === 'UNIT_REVIEW'
      ? { ...stage, deadlines: stage.deadlines?.map((each) => ({ ...each, lapse })) ?? [] }
      : stage,
  );
  expect(problems({ ...dalian, stages })).toContain('UNIT_REVIEW: no list of deficiencies comes from FORWARDING');
});

import { describe, expect, test } from 'vitest';
import { dalian2024 } from '../../../config/programmes/dalian-2024/index.ts';
import { lianyungang2024 } from '../../../config/programmes/lianyungang-2024/index.ts';
import type { ApplicantFacts } from '../../../domain/programme/facts.ts';
import type { Programme } from '../../../domain/programme/programme.ts';
import { confirmed } from '../../../ops/lives/confirmed.ts';
import { senior, untilHandedOver, untilPosted } from '../../lives/dalian.ts';
import { courier, designee, seniorCourier } from '../../lives/lianyungang.ts';
import { Life, type Step } from '../../lives/life.ts';

/** A life in which everybody confirms whatever is asked, unless a step says what is confirmed. */
function diligently(programme: Programme, facts: ApplicantFacts, steps: readonly Step[]): Life {
  const life = new Life(facts, programme);
  for (const [at, role, name, data = {}] of steps)
    life.do(at, role, name, confirmed(life.plan, name, { ...data, ...confirmedAll(life, name) }));
  return life;
}

const confirmedAll = (life: Life, name: string) => ({ checked: confirmed(life.plan, name, {}).checked ?? [] });

/** Who attests, when, and by which act. */
type Attesting = {
  readonly programme: Programme;
  readonly facts: ApplicantFacts;
  readonly until: readonly Step[];
  readonly act: Step;
};

const handedOver = (more: Partial<ApplicantFacts> = {}): Attesting => ({
  programme: dalian2024,
  facts: { ...senior, ...more },
  until: untilHandedOver,
  act: ['2024-07-01', 'preliminaryAuthority', 'pass'],
});

const submitted: readonly Step[] = [['2024-06-03', 'applicant', 'submit', { contentVersion: 1 }]];
const onTheWay: readonly Step[] = [
  ...submitted,
  ['2024-06-03', 'unitHr', 'agree'],
  ['2024-06-03', 'unitHr', 'postPublicity'],
  ['2024-06-12', 'system', 'lapse'],
];
const arrived: readonly Step[] = [...onTheWay, ['2024-06-12', 'preliminaryAuthority', 'pass']];
const lyg = (facts: ApplicantFacts, until: readonly Step[], act: Step): Attesting => ({
  programme: lianyungang2024,
  facts,
  until,
  act,
});
const reviewed = (facts: ApplicantFacts) => lyg(facts, submitted, ['2024-06-03', 'unitHr', 'agree']);
const passed = (facts: ApplicantFacts) => lyg(facts, onTheWay, ['2024-06-12', 'preliminaryAuthority', 'pass']);
const economist = { ...courier, series: 'economics', specialty: 'economics' };

const economicsDeputy = { series: 'economics', specialty: 'businessAdministration' };

describe('a condition that somebody attests', () => {
  test.each<[clauses: string, whose: string, check: string, at: Attesting]>([
    ['DL-1.2-a, DL-1.2-b', 'anybody', 'yearInTheCity', handedOver()],
    ['DL-1.6-c', 'anybody', 'professionalHours', handedOver()],
    ['DL-1.0-b', 'who applies in the normal way', 'seniority', handedOver()],
    ['DL-2.3.4-a', 'an exceptional case', 'exceptionalForm', handedOver({ track: 'exceptional' })],
    ['DL-1.1.2-f', 'a deputy-senior economist', 'examinationCertificate', handedOver(economicsDeputy)],
    ['DL-2.3.6-b', 'a deputy-senior economist', 'examinationValid', handedOver(economicsDeputy)],
    [
      'DL-2.3.6-b',
      'a freelancer',
      'agencyActsAsUnit',
      {
        ...handedOver({ employerClass: 'freelance' }),
        until: [...untilPosted, ['2024-06-28T08:00', 'unitHr', 'recommend', { choice: 'noObjection' }]],
        act: ['2024-06-28T09:00', 'unitHr', 'seal'],
      },
    ],
    ['LYG-1.1-b', 'a freelancer', 'freelancer', passed({ ...courier, employerClass: 'freelance' })],
    ['LYG-2.1-a', 'an exceptional case', 'exceptional', passed({ ...courier, track: 'exceptional' })],
    ['LYG-2.7-b', 'a senior economist', 'examinationValid', passed({ ...economist, level: 'deputySenior' })],
    ['LYG-2.11-c', 'a technician designated', 'assessed', reviewed({ ...designee, level: 'technician' })],
    ['LYG-2.11-d, LYG-2.11-e', 'an assistant designated', 'assessed', reviewed(designee)],
    ['LYG-2.11-f', 'a doctor designated', 'assessed', reviewed({ ...designee, level: 'mid' })],
    ['LYG-2.11-g', 'who is designated by the transition', 'transition', passed(designee)],
    [
      'LYG-2.11-b',
      'who is designated by the conditions of a series',
      'byQualificationConditions',
      lyg(designee, arrived, ['2024-06-20', 'committeeOffice', 'designate']),
    ],
    [
      'LYG-2.6-a',
      'urgent talent',
      'urgentTalent',
      lyg({ ...courier, track: 'urgentTalent' }, arrived, ['2024-06-20', 'committeeOffice', 'pass']),
    ],
  ])('%s: of %s is asked by name; without %s the act is refused', (clauses, _whose, check, at) => {
    const { programme, facts, until, act } = at;
    const life = diligently(programme, facts, until);
    const [day, role, name, data = {}] = act;
    const { checked = [] } = confirmed(life.plan, name, {});
    const lacking = { ...confirmed(life.plan, name, data), checked: checked.filter((each) => each !== check) };
    expect(life.refused(day, role, name, lacking)).toMatchObject({
      code: 'CHECK_MISSING',
      clauses: clauses.split(', '),
      details: { missing: [check] },
    });
    const { events } = life.do(day, role, name, confirmed(life.plan, name, data));
    expect(events).toContainEqual(
      expect.objectContaining({
        by: expect.objectContaining({ role }),
        data: expect.objectContaining({ checked: expect.arrayContaining([check]) }),
      }),
    );
  });

  test.each([
    ['a senior engineer in Dalian', handedOver(), ['exceptionalForm', 'examinationCertificate', 'examinationValid']],
    ['an exceptional case in Dalian', handedOver({ track: 'exceptional' }), ['seniority']],
    [
      'a senior engineer in Lianyungang',
      passed(seniorCourier),
      ['freelancer', 'exceptional', 'examinationValid', 'transition', 'assessed', 'urgentTalent'],
    ],
    ['a mid economist in Lianyungang', passed(economist), ['examinationValid']],
  ])('is not asked of %s, whom it does not concern', (_who, { programme, facts }, others) => {
    const { checked = [] } = confirmed(new Life(facts, programme).plan, 'pass', {});
    expect(checked.filter((each) => others.includes(each))).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import type { ApplicantFacts } from '../../../domain/programme/facts.ts';
import { confirmed } from '../../../ops/lives/confirmed.ts';
import { engineer, Life, type Step, untilApproved, untilPosted, untilSubmitted } from '../../lives/life.ts';

const untilReceived: readonly Step[] = [
  ...untilApproved,
  ['2024-08-13', 'unitHr', 'handOver'],
  ['2024-08-14', 'committeeOffice', 'receivePaper'],
];

const untilPassed: readonly Step[] = [...untilSubmitted, ['2024-07-19', 'committeeOffice', 'pass']];
const asked: Step = ['2024-06-20', 'applicant', 'submit'];
const letter: readonly Step[] = [asked, ['2024-06-21', 'unitHr', 'forward', { file: 'f1' }]];
const delegated: ApplicantFacts = { ...engineer, track: 'delegated', employerClass: 'centralOrOtherProvince' };

type At = { readonly facts?: ApplicantFacts; readonly until: readonly Step[]; readonly act: Step };

/** The steps before each action at which somebody attests, and the action. */
const acts = {
  greenChannel: {
    facts: { ...engineer, track: 'greenChannel' },
    until: [asked],
    act: ['2024-06-24', 'committeeOffice', 'consent'],
  },
  delegation: { facts: delegated, until: [asked], act: ['2024-06-21', 'unitHr', 'forward', { file: 'f1' }] },
  letterBack: {
    facts: delegated,
    until: letter,
    act: ['2024-06-24', 'delegationAuthority', 'attachDelegation', { file: 'f2' }],
  },
  letterHere: {
    facts: delegated,
    until: [...letter, ['2024-06-24', 'delegationAuthority', 'attachDelegation', { file: 'f2' }]],
    act: ['2024-06-25', 'committeeOffice', 'receivePaper'],
  },
  agencyReview: {
    facts: { ...engineer, employerClass: 'freelance' },
    until: untilPosted.slice(0, 1),
    act: ['2024-07-01', 'unitHr', 'agree'],
  },
  unitSeal: { until: untilPassed, act: ['2024-07-29', 'unitHr', 'seal'] },
  exceptionalSeal: {
    facts: { ...engineer, track: 'exceptional' },
    until: [...untilPassed, ['2024-07-29', 'unitHr', 'seal']],
    act: ['2024-08-01', 'sealingAuthority', 'seal'],
  },
  filing: { until: [], act: ['2024-06-28', 'applicant', 'submit'] },
  unitReview: { until: untilPosted.slice(0, 1), act: ['2024-07-01', 'unitHr', 'agree'] },
  appraisal: { until: untilPosted.slice(0, 2), act: ['2024-07-02', 'unitAssessmentGroup', 'select'] },
  posting: { until: untilPosted.slice(0, 3), act: ['2024-07-10', 'unitHr', 'postPublicity'] },
  delivery: { until: untilApproved, act: ['2024-08-13', 'unitHr', 'handOver'] },
  dossierCheck: { until: untilReceived, act: ['2024-08-20', 'committeeOffice', 'confirmDossier'] },
} as const satisfies Record<string, At>;

describe('what a named person attests in Liaoning', () => {
  test.each<[clauses: string, at: keyof typeof acts, check: string]>([
    ['LN-8.3-a', 'greenChannel', 'sentToMailbox'],
    ['LN-8.3-b', 'greenChannel', 'consented'],
    ['LN-8.1-a', 'delegation', 'consented'],
    ['LN-8.1-b', 'delegation', 'letterIssued'],
    ['LN-8.1-b', 'letterBack', 'letterOfSuperior'],
    ['LN-8.1-c', 'letterHere', 'letterInWriting'],
    ['LN-1-b', 'agencyReview', 'agencyActsAsUnit'],
    ['LN-6.5-b', 'unitSeal', 'unitPledge'],
    ['LN-A2.3.4-a', 'exceptionalSeal', 'exceptionalForm'],
    ['LN-5.1-e', 'filing', 'declassified'],
    ['LN-1-c', 'unitReview', 'inPost'],
    ['LN-1-a, LN-1-d, LN-1-e, LN-3-a, LN-4.2-a, LN-8.4-a, LN-8.5-a', 'unitReview', 'conditions'],
    ['LN-5.2.1-a, LN-5.2.3-a', 'unitReview', 'itemByItem'],
    ['LN-6.3.3-a, LN-6.4-d', 'unitReview', 'sameSpecialty'],
    ['LN-6.4-a, LN-6.4-b', 'unitReview', 'retrieved'],
    ['LN-A2.3.1-a, LN-A2.3.1-b', 'unitReview', 'unitName'],
    ['LN-5.3-a', 'appraisal', 'groupDecided'],
    ['LN-5.4-d', 'posting', 'sealedAndProminent'],
    ['LN-A2.2-a', 'delivery', 'everyPageSealed'],
    ['LN-A2.3.6-a', 'delivery', 'photosRecent'],
    ['LN-6.1-b', 'dossierCheck', 'consistent'],
    ['LN-A2.3.7-a', 'dossierCheck', 'leftBlank'],
  ])('%s: the act of %s is refused without %s, and kept with who attested it', (clauses, at, check) => {
    const { facts, until, act }: At = acts[at];
    const [day, role, name, data] = act;
    const life = new Life(facts).run(until);
    const { checked = [] } = confirmed(life.plan, name, {});
    const refusal = life.refused(day, role, name, { ...data, checked: checked.filter((each) => each !== check) });
    expect(refusal).toMatchObject({
      code: 'CHECK_MISSING',
      clauses: clauses.split(', '),
      details: { missing: [check] },
    });
    const { events } = life.do(day, role, name, data);
    expect(events).toContainEqual(
      expect.objectContaining({
        by: expect.objectContaining({ role }),
        data: expect.objectContaining({ checked: expect.arrayContaining([check]) }),
      }),
    );
  });
});

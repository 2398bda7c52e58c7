import { describe, expect, test } from 'vitest';
import { confirmed } from '../support/confirmed.ts';
import { Life, type Step, untilApproved, untilPosted } from './life.ts';

const untilReceived: readonly Step[] = [
  ...untilApproved,
  ['2024-08-13', 'unitHr', 'handOver'],
  ['2024-08-14', 'committeeOffice', 'receivePaper'],
];

/** The way to each act at which somebody attests, and the act. */
const acts = {
  filing: { until: [], act: ['2024-06-28', 'applicant', 'submit'] },
  unitReview: { until: untilPosted.slice(0, 1), act: ['2024-07-01', 'unitHr', 'agree'] },
  appraisal: { until: untilPosted.slice(0, 2), act: ['2024-07-02', 'unitAssessmentGroup', 'select'] },
  posting: { until: untilPosted.slice(0, 3), act: ['2024-07-10', 'unitHr', 'postPublicity'] },
  delivery: { until: untilApproved, act: ['2024-08-13', 'unitHr', 'handOver'] },
  dossierCheck: { until: untilReceived, act: ['2024-08-20', 'committeeOffice', 'confirmDossier'] },
} as const satisfies Record<string, { until: readonly Step[]; act: Step }>;

describe('what a named person attests in Liaoning', () => {
  test.each<[clauses: string, at: keyof typeof acts, check: string]>([
    ['LN-5.1-e', 'filing', 'declassified'],
    ['LN-1-c', 'unitReview', 'inPost'],
    ['LN-1-a, LN-1-d, LN-1-e, LN-3-a, LN-4.2-a, LN-8.4-a, LN-8.5-a', 'unitReview', 'conditions'],
    ['LN-5.2.1-a', 'unitReview', 'itemByItem'],
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
    const [day, role, name] = acts[at].act;
    const life = new Life().run(acts[at].until);
    const { checked = [] } = confirmed(life.plan, name, {});
    const refusal = life.refused(day, role, name, { checked: checked.filter((each) => each !== check) });
    expect(refusal).toMatchObject({
      code: 'CHECK_MISSING',
      clauses: clauses.split(', '),
      details: { missing: [check] },
    });
    const { events } = life.do(day, role, name);
    expect(events).toContainEqual(
      expect.objectContaining({
        by: expect.objectContaining({ role }),
        data: expect.objectContaining({ checked: expect.arrayContaining([check]) }),
      }),
    );
  });
});

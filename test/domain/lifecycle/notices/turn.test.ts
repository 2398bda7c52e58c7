import { expect, test } from 'vitest';
import { nextRoles } from '../../../../domain/lifecycle/notices/next-roles.ts';
import { noticesFor } from '../../../../domain/lifecycle/notices/notifications.ts';
import type { Step } from '../../../lives/life.ts';
import { Life } from '../../../lives/life.ts';

/** A life in Liaoning: each step with those whom its notices call to the next one. */
const steps: readonly (readonly [Step, ...string[]])[] = [
  [['2024-07-08', 'applicant', 'submit'], 'unitHr: filed', 'applicant: stageEntered'],
  [['2024-07-08', 'unitHr', 'agree'], 'applicant: stageEntered', 'unitAssessmentGroup: turn'],
  [['2024-07-08', 'unitAssessmentGroup', 'select'], 'applicant: stageEntered', 'unitHr: turn'],
  [['2024-07-10', 'unitHr', 'postPublicity'], 'applicant: posted'],
  [['2024-07-18', 'system', 'lapse'], 'applicant: submissionOpen'],
  [['2024-07-18', 'applicant', 'submit'], 'committeeOffice: submitted'],
  [['2024-07-19', 'committeeOffice', 'pass'], 'applicant: stageEntered', 'unitHr: turn'],
  [['2024-07-22', 'unitHr', 'seal'], 'sealingAuthority: turn'],
  [['2024-07-23', 'sealingAuthority', 'seal'], 'applicant: turn'],
  [['2024-07-24', 'applicant', 'uploadStampedPage'], 'applicant: stageEntered', 'committeeOffice: turn'],
  [['2024-08-07', 'committeeOffice', 'approve'], 'applicant: stageEntered', 'unitHr: stageEntered'],
  [['2024-08-08', 'unitHr', 'handOver'], 'committeeOffice: turn'],
];

test('after each step whoever can take the next one is told, and nobody else but the applicant and the unit', () => {
  const life = new Life();
  for (const [step, ...told] of steps) {
    const { events, ...after } = life.do(...step);
    const notices = noticesFor(events, { ...after, next: nextRoles(life.case, after.snapshot.lastAt) });
    expect([step[2], ...notices.map(({ audience, template }) => `${audience}: ${template}`)]).toEqual([
      step[2],
      ...told,
    ]);
  }
});

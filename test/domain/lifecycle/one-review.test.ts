import { describe, expect, test } from 'vitest';
import type { Actor } from '../../../domain/case/actor.ts';
import { reviewsAgain } from '../../../domain/lifecycle/one-review.ts';
import { isReviewingRole, type Role, roles } from '../../../domain/programme/facts.ts';
import { life as dalian, untilForwarded } from '../../lives/dalian.ts';
import { Life, untilApproved, untilSubmitted } from '../../lives/life.ts';

const reviewing = roles.filter(isReviewingRole);
const scopeFor = (role: Role) => (role.startsWith('unit') ? 'unit:u1' : `office:of-${role}`);
const by = (person: string, role: Role, scope: string = scopeFor(role)): Actor => ({ person, role, scope });

/** A case under review in the committee's office, on which one person acted before. */
const after = (one: Life, earlier: Actor) => ({ ...one.case, reviewers: [earlier] });
const atOffice = () => new Life().run(untilSubmitted);

describe('one person reviews a case once', () => {
  test('whoever acted for one body is refused in every other reviewing role, with both languages', () => {
    const pairs = reviewing.flatMap((was) => reviewing.filter((is) => is !== was).map((is) => [was, is] as const));
    expect(pairs).toHaveLength(11 * 10);
    const one = atOffice();
    for (const [was, is] of pairs) {
      const refusal = reviewsAgain(after(one, by('p', was)), by('p', is), ['LN-5.5.1-a']);
      expect(refusal, `${was} ${is}`).toMatchObject({
        code: 'SAME_REVIEWER',
        clauses: ['LN-5.5.1-a'],
        message: { zh: expect.stringContaining('他人'), en: expect.any(String) },
        details: { earlier: was, role: is },
      });
      expect(reviewsAgain(after(one, by('q', was)), by('p', is), []), 'another person').toBeNull();
    }
  });

  test('binds no one in the same role, and neither applicant, administrator nor the system', () => {
    const one = atOffice();
    for (const role of reviewing) expect(reviewsAgain(after(one, by('p', role)), by('p', role), [])).toBeNull();
    for (const role of ['applicant', 'administrator', 'auditor', 'objector', 'system'] as const)
      expect(reviewsAgain(after(one, by('p', 'unitHr')), { person: 'p', role }, [])).toBeNull();
  });

  test('every accepted act counts, also one that was sent back since', () => {
    const one = new Life();
    const [submitted, agreed] = untilSubmitted;
    one.run([submitted, agreed].filter((step) => step !== undefined));
    const select = one.command(['2024-07-03', 'unitAssessmentGroup', 'select']);
    expect(one.refusalOf({ ...select, by: { person: 'unitHr', role: 'unitAssessmentGroup' } })).toMatchObject({
      code: 'SAME_REVIEWER',
    });
    one.send({ ...select, by: { person: 'group', role: 'unitAssessmentGroup' } });
    expect(one.case.reviewers?.map(({ person, role }) => [person, role])).toEqual([
      ['unitHr', 'unitHr'],
      ['group', 'unitAssessmentGroup'],
    ]);
  });

  test('one office keeps what the notices give it, but its two reviews are made by two people', () => {
    const office = 'office:dl-industry-bureau';
    const forwarded = dalian().run(untilForwarded);
    const first = after(forwarded, by('p', 'preliminaryAuthority', office));
    expect(reviewsAgain(first, by('p', 'committeeOrganiser', office), [])).toMatchObject({ code: 'SAME_REVIEWER' });
    forwarded.do('2024-09-20', 'committeeOrganiser', 'pass', { checked: ['originals'] });
    const organised = after(forwarded, by('p', 'committeeOrganiser', office));
    expect(reviewsAgain(organised, by('p', 'committeeOffice', office), [])).toBeNull();
    expect(reviewsAgain(organised, by('p', 'committeeOffice', 'office:dl-talent-centre'), [])).not.toBeNull();
    expect(reviewsAgain(after(forwarded, by('p', 'unitHr')), by('p', 'unitAssessmentGroup'), [])).not.toBeNull();
  });

  test('a plan compiled before the rule parts preliminary review and re-review only, and its state stays as it was', () => {
    const one = dalian();
    expect(one.plan.oneReview).toBe(true);
    const { oneReview: _, ...before } = one.plan;
    Object.assign(one, { plan: before });
    one.run(untilForwarded);
    expect(one.case.reviewers).toBeUndefined();
    expect(one.case.preliminaryBy).toEqual(['preliminaryAuthority']);
    const office = 'office:x';
    expect(reviewsAgain(one.case, by('preliminaryAuthority', 'committeeOrganiser', office), [])).toMatchObject({
      code: 'SAME_REVIEWER',
    });
    expect(reviewsAgain(one.case, by('unitHr', 'committeeOrganiser', office), [])).toBeNull();
  });

  test('the state holds each person once for each role', () => {
    const { reviewers = [] } = new Life().run(untilApproved).case;
    expect(new Set(reviewers.map(({ role }) => role)).size).toBe(reviewers.length);
    expect(reviewers.map(({ role }) => role)).toEqual(
      expect.arrayContaining(['unitHr', 'unitAssessmentGroup', 'committeeOffice', 'sealingAuthority']),
    );
  });
});

import { expect, test } from 'vitest';
import { remindersOf } from '../../../../domain/lifecycle/notices/reminders.ts';
import { timed } from '../../../../ops/lives/life.ts';
import { lives } from '../../../../ops/lives/lives.ts';
import { Life } from '../../../lives/life.ts';

/** Who is reminded of which last day in a stage, over every step of every life of a programme. */
function remindedIn(programme: string): string[] {
  const seen = new Set<string>();
  for (const life of lives.filter((each) => each.programme.id === programme)) {
    const one = new Life(life.facts, life.programme);
    for (const step of timed(life.steps)) {
      one.live([step]);
      const { stage, ended } = one.case;
      if (!stage || ended) continue;
      for (const { key, to } of remindersOf(one.case)) seen.add(`${stage.key} ${stage.phase} ${key}: ${to.join(' ')}`);
    }
  }
  return [...seen].sort();
}

const table = {
  'dalian-2024': [
    'COMMITTEE_REVIEW open session: committeeOffice',
    'CORRECTION awaiting correctionClose: applicant',
    'FORWARDING open forwardingClose: preliminaryAuthority',
    'PRELIMINARY_REVIEW underReview forwardingClose: preliminaryAuthority',
    'RE_REVIEW underReview session: committeeOrganiser',
    'UNIT_PUBLICITY open handOverClose: unitHr',
    'UNIT_RECOMMENDED open handOverClose: unitHr',
    'UNIT_REVIEW underReview handOverClose: unitAssessmentGroup',
  ],
  'lianyungang-2024': [
    'CITY_TITLE_OFFICE_REVIEW underReview calendarYear: cityTitleOffice',
    'COMMITTEE_REVIEW open calendarYear: committeeOffice',
    'CORRECTION awaiting acceptance: applicant',
    'CORRECTION awaiting correction: applicant',
    'INITIAL_DESIGNATION underReview secondRound: committeeOffice',
    'OFFICE_RECHECK underReview calendarYear: committeeOffice',
    'ONLINE_FILING awaiting acceptance: applicant',
    'PRELIMINARY_REVIEW underReview acceptance: preliminaryAuthority',
    'PRELIMINARY_REVIEW underReview secondRound: preliminaryAuthority',
    'PRE_REVIEW_PUBLICITY open calendarYear: committeeOffice',
    'PRE_REVIEW_PUBLICITY posted calendarYear: committeeOffice',
    'PROVINCIAL_REFERRAL open calendarYear: committeeOffice',
    'UNIT_PUBLICITY open acceptance: unitHr',
    'UNIT_PUBLICITY open secondRound: unitHr',
    'UNIT_REVIEW underReview acceptance: unitHr',
    'UNIT_REVIEW underReview secondRound: unitHr',
  ],
  'liaoning-diit-2024': [
    'AUTHORITY_SEALING open stampedPage: applicant committeeOffice',
    'AUTHORITY_SEALING open stampedPage: association committeeOffice',
    'AUTHORITY_SEALING open stampedPage: sealingAuthority committeeOffice',
    'AUTHORITY_SEALING open stampedPage: unitHr committeeOffice',
    'DELEGATION open windowClose: delegationAuthority',
    'DELEGATION open windowClose: unitHr',
    'DEMOCRATIC_APPRAISAL underReview windowClose: unitAssessmentGroup',
    'GREEN_CHANNEL_REQUEST underReview windowClose: committeeOffice',
    'ONLINE_REVIEW awaiting windowClose: applicant',
    'ONLINE_REVIEW underReview windowClose: committeeOffice',
    'PAPER_DELIVERY open paper: committeeOffice',
    'PAPER_DELIVERY open paper: unitHr',
    'STAMPED_PAGE_REVIEW underReview stampedPage: committeeOffice',
    'UNIT_APPLICATION awaiting windowClose: applicant',
    'UNIT_PUBLICITY open windowClose: unitHr',
    'UNIT_PUBLICITY posted windowClose: unitHr',
    'UNIT_REVIEW underReview windowClose: unitHr',
  ],
} as const;

test.each(Object.entries(table))(
  '%s reminds, at each step, whoever can take the next one and nobody else',
  (programme, reminded) => {
    expect(remindedIn(programme)).toEqual(reminded);
  },
);

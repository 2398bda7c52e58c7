import { describe, expect, test } from 'vitest';
import { calendar } from '../../../config/calendars.ts';
import { dalian2024 } from '../../../config/programmes/dalian-2024/index.ts';
import { lianyungang2024 } from '../../../config/programmes/lianyungang-2024/index.ts';
import { liaoningDiit2024 } from '../../../config/programmes/liaoning-diit-2024/index.ts';
import { compile } from '../../../domain/case/plan/compile.ts';
import { lastDays } from '../../../domain/eligibility/last-days.ts';
import type { Programme } from '../../../domain/programme/programme.ts';
import type { RoutingFacts } from '../../../domain/routing/facts.ts';
import { routeOf } from '../../../domain/routing/routing.ts';

/** The steps with their last days, as `STAGE` or `STAGE/step`. */
function days(programme: Programme, facts: RoutingFacts, asOf: string): Record<string, string | null> {
  const { committee, destination } = routeOf(programme, facts);
  const steps = lastDays(compile(programme, { ...facts, committee, destination }, calendar), asOf);
  return Object.fromEntries(steps.map(({ stage, step, lastDay }) => [step ? `${stage}/${step}` : stage, lastDay]));
}

describe('the last day on which each remaining step still fits', () => {
  const engineer: RoutingFacts = {
    series: 'engineering',
    specialty: 'securityEngineering',
    level: 'deputySenior',
    track: 'standard',
    employerClass: 'provincialStateOwned',
  };

  test('LN-5.4-c, LN-4.3-a: a Liaoning engineer posts by 07-23 and files by 07-31', () => {
    expect(days(liaoningDiit2024, engineer, '2024-07-01')).toMatchObject({
      UNIT_APPLICATION: '2024-07-23',
      UNIT_REVIEW: '2024-07-23',
      UNIT_PUBLICITY: '2024-07-23',
      ONLINE_REVIEW: '2024-07-31',
    });
  });

  test('LN-4.3-d, LN-5.7-a: the page is approved by 08-07, the paper is there by 08-14, and nothing later is printed', () => {
    expect(days(liaoningDiit2024, engineer, '2024-07-01')).toMatchObject({
      'AUTHORITY_SEALING/sealAssociation': '2024-08-07',
      STAMPED_PAGE_REVIEW: '2024-08-07',
      'PAPER_DELIVERY/handOver': '2024-08-14',
      'PAPER_DELIVERY/receivePaper': '2024-08-14',
      COMMITTEE_REVIEW: null,
    });
  });

  test('LN-4.3-b: an economist posts by 08-22, for a window that closes on 08-30', () => {
    const economist = { ...engineer, series: 'economics', specialty: 'finance' };
    expect(days(liaoningDiit2024, economist, '2024-07-01')).toMatchObject({
      UNIT_PUBLICITY: '2024-08-22',
      ONLINE_REVIEW: '2024-08-30',
      STAMPED_PAGE_REVIEW: '2024-09-06',
    });
  });

  const logistician: RoutingFacts = {
    series: 'engineering',
    specialty: 'logistics',
    level: 'mid',
    track: 'standard',
    employerClass: 'private',
    territory: 'dl-zhongshan',
  };

  test('DL-2.2.2-c, DL-2.1.2-a: in Dalian one posts by 06-20, to hand over by 06-28 (A-07)', () => {
    expect(days(dalian2024, logistician, '2024-06-03')).toMatchObject({
      ONLINE_FILING: '2024-06-20',
      UNIT_PUBLICITY: '2024-06-20',
      'UNIT_RECOMMENDED/handOver': '2024-06-28',
    });
  });

  test('DL-2.1.3-a, DL-2.1.3-b: the authority forwards by 08-30, and the meeting is held by 11-30', () => {
    expect(days(dalian2024, logistician, '2024-06-03')).toMatchObject({
      'FORWARDING/returnOriginals': '2024-08-30',
      'FORWARDING/forward': '2024-08-30',
      COMMITTEE_REVIEW: '2024-11-30',
    });
  });

  test('DL-2.1.1-b: for the health series, whose times are notified separately, no day is told', () => {
    const doctor = { ...logistician, series: 'health', specialty: 'medical', level: 'deputySenior' } as const;
    expect(days(dalian2024, doctor, '2024-06-03')).toMatchObject({
      ONLINE_FILING: null,
      UNIT_PUBLICITY: null,
      'UNIT_RECOMMENDED/handOver': null,
    });
  });

  const ecologist: RoutingFacts = {
    series: 'engineering',
    specialty: 'ecology',
    level: 'mid',
    track: 'standard',
    employerClass: 'private',
    territory: 'lyg-haizhou',
  };

  test('LYG-7-b: what must have come to the committee’s office in June is posted by 06-23 (A-46)', () => {
    expect(days(lianyungang2024, ecologist, '2024-06-01')).toMatchObject({
      ONLINE_FILING: '2024-06-23',
      UNIT_PUBLICITY: '2024-06-23',
      PRELIMINARY_REVIEW: '2024-06-30',
    });
  });

  test('LYG-3.1-a, LYG-4.4-d: before a meeting by 11-30 the office posts by 11-24', () => {
    expect(days(lianyungang2024, ecologist, '2024-06-01')).toMatchObject({
      PRE_REVIEW_PUBLICITY: '2024-11-24',
      COMMITTEE_REVIEW: '2024-11-30',
    });
  });

  test('LYG-5.2-b: the office re-checks by 11-20, when the roster of that meeting is reported at the latest (A-24)', () => {
    expect(days(lianyungang2024, ecologist, '2024-06-01')).toMatchObject({ OFFICE_RECHECK: '2024-11-20' });
  });

  test('LYG-7-c: accountants have the month of their level', () => {
    const accountant = { ...ecologist, series: 'accounting', specialty: 'accounting' } as const;
    const arrival = (level: 'deputySenior' | 'fullSenior') =>
      days(lianyungang2024, { ...accountant, level }, '2024-05-01').PRELIMINARY_REVIEW;
    expect([arrival('deputySenior'), arrival('fullSenior')]).toEqual(['2024-06-30', '2024-07-31']);
  });

  test('LYG-3.1-c: after the first round of designation it is the second that counts (A-31)', () => {
    const beginner = { ...ecologist, level: 'assistant', track: 'initialDesignation', agencyClient: true } as const;
    const by = (asOf: string) => days(lianyungang2024, beginner, asOf).INITIAL_DESIGNATION;
    expect([by('2024-06-30'), by('2024-07-01')]).toEqual(['2024-06-30', '2024-11-30']);
  });

  test('LYG-3.3-a: where the period is lost in the text no day is made up (A-33)', () => {
    const electrician = { ...ecologist, specialty: 'electricPower' };
    const { committee, destination } = routeOf(lianyungang2024, electrician);
    const plan = compile(lianyungang2024, { ...electrician, committee, destination }, calendar);
    const found = lastDays(plan, '2024-06-01').filter(
      ({ stage }) => stage.startsWith('UNIT') || stage === 'PRELIMINARY_REVIEW',
    );
    expect(found.map(({ lastDay, announcedLater }) => [lastDay, announcedLater])).toEqual(
      found.map(() => [null, true]),
    );
    expect(found).toHaveLength(3);
  });
});

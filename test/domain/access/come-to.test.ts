import { describe, expect, it } from 'vitest';
import { calendar } from '../../../config/calendars.ts';
import { dalian2024 } from '../../../config/programmes/dalian-2024/index.ts';
import { lianyungang2024 } from '../../../config/programmes/lianyungang-2024/index.ts';
import { liaoningDiit2024 } from '../../../config/programmes/liaoning-diit-2024/index.ts';
import { officesThatSee, rolesComeTo } from '../../../domain/access/come-to.ts';
import { compile } from '../../../domain/case/plan/compile.ts';
import { officeRoles, type Role } from '../../../domain/programme/facts.ts';
import type { Plan } from '../../../domain/programme/programme.ts';
import { forProvince, senior } from '../../../ops/lives/dalian/steps.ts';
import { courier, designee, seniorCourier } from '../../../ops/lives/lianyungang/steps.ts';
import { engineer } from '../../../ops/lives/liaoning/steps.ts';

const liaoning = compile(liaoningDiit2024, engineer, calendar);
const guarded = compile(liaoningDiit2024, { ...engineer, specialty: 'securityEngineering' }, calendar);
const green = compile(liaoningDiit2024, { ...engineer, track: 'greenChannel' }, calendar);
const dalian = compile(dalian2024, senior, calendar);
const toProvince = compile(dalian2024, forProvince, calendar);
const lianyungang = compile(lianyungang2024, courier, calendar);
const seniorThere = compile(lianyungang2024, seniorCourier, calendar);
const designated = compile(lianyungang2024, designee, calendar);

const underWay = { stage: null, ended: null };
/** The offices to which a case has come that has reached a stage. */
const officesAt = (plan: Plan, key: string): readonly Role[] => {
  const furthest = plan.stages.findIndex((stage) => stage.key === key);
  const roles: readonly Role[] = officeRoles;
  return rolesComeTo(plan, { ...underWay, furthest }).filter((role) => roles.includes(role));
};

describe('an office sees a case from the stage in which it comes to it', () => {
  it.each<[string, Plan, Readonly<Record<string, readonly Role[]>>]>([
    [
      'Liaoning',
      liaoning,
      {
        UNIT_APPLICATION: [],
        UNIT_REVIEW: [],
        DEMOCRATIC_APPRAISAL: [],
        UNIT_PUBLICITY: [],
        ONLINE_REVIEW: ['committeeOffice'],
        AUTHORITY_SEALING: ['committeeOffice', 'sealingAuthority'],
        STAMPED_PAGE_REVIEW: ['committeeOffice', 'sealingAuthority'],
        CERTIFIED: ['committeeOffice', 'sealingAuthority'],
      },
    ],
    [
      'Liaoning, with the seal of the association (LN-5.6-e)',
      guarded,
      {
        ONLINE_REVIEW: ['committeeOffice'],
        AUTHORITY_SEALING: ['committeeOffice', 'sealingAuthority', 'association'],
      },
    ],
    [
      'Liaoning by the green channel, which the office must consent to first',
      green,
      { GREEN_CHANNEL_SUMMARY: [], GREEN_CHANNEL_REQUEST: ['committeeOffice'], UNIT_REVIEW: ['committeeOffice'] },
    ],
    [
      'Dalian',
      dalian,
      {
        ONLINE_FILING: [],
        UNIT_REVIEW: [],
        UNIT_PUBLICITY: [],
        UNIT_RECOMMENDED: [],
        PRELIMINARY_REVIEW: ['preliminaryAuthority'],
        FORWARDING: ['preliminaryAuthority'],
        RE_REVIEW: ['preliminaryAuthority', 'committeeOrganiser'],
        COMMITTEE_REVIEW: ['preliminaryAuthority', 'committeeOrganiser', 'committeeOffice'],
      },
    ],
    [
      'Dalian, reported to the province',
      toProvince,
      {
        UNIT_RECOMMENDED: [],
        FORWARDING: ['preliminaryAuthority'],
        PROVINCIAL_REFERRAL: [
          'preliminaryAuthority',
          'talentCentre',
          'industryAuthority',
          'committeeOrganiser',
          'committeeOffice',
        ],
      },
    ],
    [
      'Lianyungang: the title office, which checks at random and supervises, from when it comes to the committee (LYG-4.4-c, LYG-5.2-d)',
      lianyungang,
      {
        ONLINE_FILING: [],
        UNIT_REVIEW: [],
        UNIT_PUBLICITY: [],
        PRELIMINARY_REVIEW: ['preliminaryAuthority'],
        OFFICE_RECHECK: ['preliminaryAuthority', 'committeeOffice', 'cityTitleOffice'],
        COMMITTEE_REVIEW: ['preliminaryAuthority', 'committeeOffice', 'cityTitleOffice'],
      },
    ],
    [
      'Lianyungang, senior: the same before its own stage',
      seniorThere,
      {
        PRELIMINARY_REVIEW: ['preliminaryAuthority'],
        OFFICE_RECHECK: ['preliminaryAuthority', 'committeeOffice', 'cityTitleOffice'],
      },
    ],
    [
      'Lianyungang, initial designation',
      designated,
      {
        UNIT_PUBLICITY: [],
        PRELIMINARY_REVIEW: ['preliminaryAuthority'],
        INITIAL_DESIGNATION: ['preliminaryAuthority', 'committeeOffice', 'cityTitleOffice'],
      },
    ],
  ])('%s', (_path, plan, expected) => {
    expect(Object.fromEntries(Object.keys(expected).map((key) => [key, officesAt(plan, key)]))).toEqual(expected);
  });

  const ended = (stage: string, deadline: string | null, phase: 'open' | 'underReview' | 'awaiting') => {
    return { ended: { outcome: 'X', stage, deadline, phase, at: 0 } };
  };
  const at = (plan: Plan, key: string) => ({
    ...underWay,
    furthest: plan.stages.findIndex((stage) => stage.key === key),
  });

  it('who may accept late sees what ended by that deadline before it came (A-46)', () => {
    const there = at(lianyungang, 'PRELIMINARY_REVIEW');
    expect(
      rolesComeTo(lianyungang, { ...there, ...ended('PRELIMINARY_REVIEW', 'acceptance', 'underReview') }),
    ).toContain('committeeOffice');
    const refused = { ...there, ...ended('PRELIMINARY_REVIEW', null, 'underReview') };
    expect(rolesComeTo(lianyungang, refused)).not.toContain('committeeOffice');
    const forwarding = { ...at(dalian, 'FORWARDING'), ...ended('FORWARDING', 'forwardingClose', 'open') };
    expect(rolesComeTo(dalian, forwarding)).toContain('committeeOrganiser');
  });

  it('who decides a recheck sees what ended before it came, once one is requested (A-10)', () => {
    const refused = { ...at(lianyungang, 'PRELIMINARY_REVIEW'), ...ended('PRELIMINARY_REVIEW', null, 'underReview') };
    expect(rolesComeTo(lianyungang, { ...refused, recheck: 'open' })).toContain('committeeOffice');
  });

  it('an office that has seen it keeps it, and a new office takes the place of another in the same role', () => {
    const acting = { preliminaryAuthority: 'a', committeeOffice: 'b' };
    expect(officesThatSee(acting, ['preliminaryAuthority'], {})).toEqual({ preliminaryAuthority: 'a' });
    expect(officesThatSee(acting, [], { committeeOffice: 'old' })).toEqual({ committeeOffice: 'b' });
  });
});

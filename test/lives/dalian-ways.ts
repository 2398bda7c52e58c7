import { dalian2024 } from '../../config/programmes/dalian-2024/index.ts';
import type { CommandData } from '../../domain/case/commands.ts';
import type { Role } from '../../domain/programme/facts.ts';
import { forProvince, inOrder, mid, pledged, recommended, reviewed, sealed, senior, sorted } from './dalian.ts';
import type { Step, Way } from './ways.ts';

const does = (action: string, role: Role, data: CommandData = {}): Step => ({ does: action, role, data });
const to = (wallClock: string): Step => ({ to: wallClock });
const reason = { reason: 'recorded' } as const;
const notInOrder: CommandData = { deficiencies: [{ item: 'a1', clause: 'DL-2.2.3-a' }] };

const untilReviewed = [does('submit', 'applicant', pledged), does('agree', 'unitAssessmentGroup', reviewed)];
const handsOver = [
  does('recommend', 'unitHr', recommended),
  does('seal', 'unitHr', sealed),
  does('handOver', 'unitHr'),
];
/** Posted on the latest day and handed over on the last one. */
const untilHandedOver = [
  ...untilReviewed,
  to('2024-06-20T09:00'),
  does('postPublicity', 'unitHr', { checked: ['publicContent'] }),
  to('2024-06-28T09:00'),
  ...handsOver,
];
const handedOverEarly = [
  ...untilReviewed,
  does('postPublicity', 'unitHr', { checked: ['publicContent'] }),
  to('2024-06-17T09:00'),
  ...handsOver,
];
const forwards = [to('2024-07-15T09:00'), does('pass', 'preliminaryAuthority', inOrder), to('2024-07-22T00:00')];
const untilForwarded = [...untilHandedOver, ...forwards, does('forward', 'preliminaryAuthority', sorted)];
const certified = [
  does('postPublicity', 'committeeOffice'),
  to('2024-10-29T09:00'),
  does('certify', 'committeeOffice', { certificate: 'DL-2024-0001' }),
];
const decided: CommandData = { passed: true, decidedOn: '2024-12-06', documentNo: '辽人社〔2024〕88号' };
const failed = [...handedOverEarly, does('fail', 'preliminaryAuthority', notInOrder)];
const corrected = (...changed: string[]): CommandData => ({ contentVersion: 1, changedIn: 1, changed });

const startAt = '2024-06-06T09:00';
const way = (name: string, steps: readonly Step[], more: Pick<Way, 'outcome'> & Partial<Way>): Way => ({
  name: `dalian ${name}`,
  startAt,
  steps,
  facts: senior,
  programme: dalian2024,
  ...more,
});

/** Every way through Dalian's states. */
export const dalianWays: readonly Way[] = [
  way(
    'a senior certified, posted on the latest day',
    [
      ...untilForwarded,
      does('pass', 'committeeOrganiser', { checked: ['originals'] }),
      to('2024-10-21T10:00'),
      does('recordResult', 'committeeOffice', { passed: true, heldOn: '2024-10-18', defence: 8600 }),
      ...certified,
    ],
    { outcome: 'CERTIFIED' },
  ),
  way(
    'an engineer of mid level certified without a defence',
    [
      ...untilHandedOver,
      ...forwards,
      {
        refused: 'forward',
        role: 'preliminaryAuthority',
        data: sorted,
        code: 'SEAL_OUT_OF_ORDER',
        clause: 'DL-2.2.3-g',
      },
      does('returnOriginals', 'preliminaryAuthority'),
      does('forward', 'preliminaryAuthority', sorted),
      does('pass', 'committeeOrganiser'),
      to('2024-10-21T10:00'),
      does('recordResult', 'committeeOffice', { passed: true, checked: ['writtenReport'] }),
      ...certified,
    ],
    { outcome: 'CERTIFIED', facts: mid },
  ),
  way(
    'posted a day too late to hand over',
    [
      ...untilReviewed,
      to('2024-06-21T09:00'),
      does('postPublicity', 'unitHr', { checked: ['publicContent'] }),
      { refused: 'recommend', role: 'unitHr', data: recommended, code: 'ACTION_NOT_HERE' },
      to('2024-06-29T00:01'),
    ],
    { outcome: 'NOT_FILED' },
  ),
  way(
    'failed and corrected in time, then failed in the re-review',
    [
      ...failed,
      does('submit', 'applicant', corrected('remarks')),
      does('seal', 'unitHr', sealed),
      does('handOver', 'unitHr'),
      ...forwards,
      does('forward', 'preliminaryAuthority', sorted),
      does('refuse', 'committeeOrganiser', reason),
    ],
    { outcome: 'RE_REVIEW_REJECTED' },
  ),
  way(
    'corrected in what was publicised, posted again, and not handed over in time',
    [
      ...failed,
      does('submit', 'applicant', corrected('achievements')),
      does('postPublicity', 'unitHr', { checked: ['publicContent'] }),
      to('2024-06-25T09:00'),
      does('recommend', 'unitHr', recommended),
      to('2024-06-29T00:01'),
    ],
    { outcome: 'PRELIM_REJECTED' },
  ),
  way(
    'failed after the window, final at once',
    [...handedOverEarly, to('2024-07-01T09:00'), does('fail', 'preliminaryAuthority', notInOrder)],
    { outcome: 'PRELIM_REJECTED' },
  ),
  way(
    'not forwarded, taken late by the organiser, and not passed',
    [
      ...untilHandedOver,
      does('pass', 'preliminaryAuthority', inOrder),
      to('2024-08-31T00:01'),
      does('acceptLate', 'committeeOrganiser', reason),
      does('forward', 'preliminaryAuthority', sorted),
      does('pass', 'committeeOrganiser', { checked: ['originals'] }),
      does('recordResult', 'committeeOffice', { passed: false, absent: true }),
    ],
    { outcome: 'NOT_PASSED' },
  ),
  way('never looked at by the authority', [...handedOverEarly, to('2024-08-31T00:01')], { outcome: 'NOT_FORWARDED' }),
  way(
    'referred to the province',
    [
      ...handedOverEarly,
      does('pass', 'preliminaryAuthority', inOrder),
      does('forward', 'preliminaryAuthority', sorted),
      does('recommend', 'talentCentre'),
      does('recommend', 'industryAuthority'),
      does('report', 'talentCentre'),
    ],
    { outcome: 'REFERRED', facts: forProvince },
  ),
  way(
    'referred to the province, whose result is recorded and corrected before the case closes',
    [
      ...handedOverEarly,
      does('pass', 'preliminaryAuthority', inOrder),
      does('forward', 'preliminaryAuthority', sorted),
      does('recommend', 'talentCentre'),
      does('recommend', 'industryAuthority'),
      does('report', 'talentCentre'),
      to('2024-12-20T09:00'),
      { refused: 'recordReferralResult', role: 'industryAuthority', data: decided, code: 'NOT_YOURS' },
      does('recordReferralResult', 'talentCentre', decided),
      { refused: 'recordReferralResult', role: 'talentCentre', data: decided, code: 'ACTION_NOT_HERE' },
      does('correctReferralResult', 'talentCentre', { ...decided, documentNo: '辽人社〔2024〕89号', ...reason }),
      to('2025-06-20T00:01'),
    ],
    { outcome: 'REFERRED', facts: forProvince },
  ),
];

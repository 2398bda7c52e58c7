import { describe, expect, it } from 'vitest';
import { renderNotice } from '../../../../config/notices/render.ts';
import { dalian2024 } from '../../../../config/programmes/dalian-2024/index.ts';
import type { CommandData } from '../../../../domain/case/commands/commands.ts';
import type { CaseEvent } from '../../../../domain/case/events.ts';
import { integrityNotices } from '../../../../domain/integrity/notifications.ts';
import { nextRoles } from '../../../../domain/lifecycle/notices/next-roles.ts';
import {
  committeeTemplates,
  type Notice,
  noticesFor,
  noticeTemplates,
  sessionTemplates,
} from '../../../../domain/lifecycle/notices/notifications.ts';
import type { Role } from '../../../../domain/programme/facts.ts';
import { forProvince } from '../../../lives/dalian.ts';
import { Life, type Step } from '../../../lives/life.ts';

const reason: CommandData = { reason: 'recorded' };
const list: CommandData = { deficiencies: [{ item: 'title', clause: 'LN-4.1-c' }] };

const untilPosted: Step[] = [
  ['2024-07-08', 'applicant', 'submit'],
  ['2024-07-08', 'unitHr', 'agree'],
  ['2024-07-08', 'unitAssessmentGroup', 'select'],
  ['2024-07-10', 'unitHr', 'postPublicity'],
];
const untilFiled: Step[] = [...untilPosted, ['2024-07-18', 'applicant', 'submit']];
const untilApproved: Step[] = [
  ...untilFiled,
  ['2024-07-19', 'committeeOffice', 'pass'],
  ['2024-07-22', 'unitHr', 'seal'],
  ['2024-07-23', 'sealingAuthority', 'seal'],
  ['2024-07-24', 'applicant', 'uploadStampedPage'],
  ['2024-08-07', 'committeeOffice', 'approve'],
];
const untilResult: Step[] = [
  ...untilApproved,
  ['2024-08-08', 'unitHr', 'handOver'],
  ['2024-08-14', 'committeeOffice', 'receivePaper'],
  ['2024-08-15', 'committeeOffice', 'confirmDossier'],
];
const untilCertification: Step[] = [
  ...untilResult,
  ['2024-10-10', 'committeeOffice', 'recordResult', { passed: true }],
  ['2024-10-10', 'committeeOffice', 'postPublicity'],
];
const back: Step = ['2024-07-19', 'committeeOffice', 'return', list];
const again: Step = ['2024-07-19', 'applicant', 'submit'];
const thrice: Step[] = [...untilFiled, back, again, back, again, back];

/** The notices of the last of these steps. */
function toldBy(...steps: Step[]): Notice[] {
  return allToldBy(...steps).at(-1) ?? [];
}

function allToldBy(...steps: Step[]): Notice[][] {
  const life = new Life();
  return steps.map((step) => {
    const reply = life.do(...step);
    return noticesFor(reply.events, { ...reply, next: nextRoles(life.case, reply.snapshot.lastAt) });
  });
}

const brief = (notices: readonly Notice[]) => notices.map(({ audience, template }) => `${audience}: ${template}`);
const of = (notices: readonly Notice[], audience: Role) =>
  notices.filter((each) => each.audience === audience).map(({ template, params }) => ({ template, ...params }));

describe('a decision notifies', () => {
  it('the unit of a filing, and the applicant of the stage entered alone, not of those passed through', () => {
    expect(brief(toldBy(...untilPosted.slice(0, 1)))).toEqual(['unitHr: filed', 'applicant: stageEntered']);
  });

  it('the applicant of a posting with its last day, and not the unit that posted', () => {
    const notices = toldBy(...untilPosted);
    expect(brief(notices)).toEqual(['applicant: posted']);
    expect(notices[0]?.params).toMatchObject({ lastDay: '2024-07-17' });
  });

  it('the committee office which submission it has received, and nobody of the publicity that ended on the way', () => {
    expect(of(toldBy(...untilFiled), 'committeeOffice')).toEqual([
      { template: 'submitted', stage: 'ONLINE_REVIEW', attempt: 1 },
    ]);
  });

  it('the applicant that the system waits for the submission, by the close of the window', () => {
    const notices = toldBy(...untilPosted, ['2024-07-18', 'system', 'lapse']);
    expect(of(notices, 'applicant')).toEqual([
      {
        template: 'submissionOpen',
        stage: 'ONLINE_REVIEW',
        due: '2024-07-31',
        attemptsUsed: 0,
        attemptsGranted: 0,
      },
    ]);
  });

  it('applicant and unit of a return, with the number of points, the submissions used and the last day (LN-5.5.2-b, LN-5.5.3-b)', () => {
    const notices = toldBy(...untilFiled, back);
    const params = { stage: 'ONLINE_REVIEW', points: 1, due: '2024-07-31', attemptsUsed: 1, attemptsGranted: 0 };
    expect(of(notices, 'applicant')).toEqual([{ template: 'returned', ...params }]);
    expect(of(notices, 'unitHr')).toEqual([{ template: 'returned', ...params }]);
  });

  it('a return into another stage once, by the return and not by the entry that follows', () => {
    const notices = toldBy(...untilApproved.slice(0, -1), ['2024-07-25', 'committeeOffice', 'return', list]);
    expect(brief(notices)).toEqual(['applicant: returned', 'unitHr: returned']);
    expect(notices[0]?.params).toMatchObject({ stage: 'AUTHORITY_SEALING', due: '2024-08-07' });
  });

  it('the applicant, but not the unit that did it, of a return by the unit', () => {
    const notices = toldBy(['2024-07-08', 'applicant', 'submit'], ['2024-07-08', 'unitHr', 'return', list]);
    expect(brief(notices)).toEqual(['applicant: returned']);
  });

  it('the unit too of a stage whose days count from the entry, with the last of them (LN-5.7-a)', () => {
    const notices = toldBy(...untilApproved);
    expect(brief(notices)).toEqual(['applicant: stageEntered', 'unitHr: stageEntered']);
    expect(notices[1]?.params).toEqual({ stage: 'PAPER_DELIVERY', due: '2024-08-14' });
  });

  it('an end only with its outcome when the result was not passed', () => {
    const notices = toldBy(...untilResult, ['2024-10-10', 'committeeOffice', 'recordResult', { passed: false }]);
    expect(brief(notices)).toEqual(['applicant: ended', 'unitHr: ended']);
    expect(notices[0]?.params).toEqual({ outcome: 'NOT_PASSED', stage: 'COMMITTEE_REVIEW' });
  });

  it('a lapse with the day that passed and the last day of the remedy (A-10)', () => {
    const notices = toldBy(...thrice, ['2024-08-01', 'system', 'lapse']);
    expect(of(notices, 'applicant')).toEqual([
      {
        template: 'ended',
        outcome: 'ATTEMPTS_EXHAUSTED',
        stage: 'ONLINE_REVIEW',
        lapsedOn: '2024-07-31',
        remedyDue: '2024-08-30',
      },
    ]);
  });

  it('one reopening, not also the attempt granted with it, with its new last day (A-13)', () => {
    const grant: Step = ['2024-08-02', 'committeeOffice', 'grantAttempt', reason];
    const notices = toldBy(...thrice, ['2024-08-01', 'system', 'lapse'], grant);
    expect(brief(notices)).toEqual(['applicant: reopened', 'unitHr: reopened']);
    expect(notices[0]?.params).toMatchObject({ due: '2024-08-30', attemptsUsed: 3, attemptsGranted: 1 });
  });

  it('an objection to the unit and the committee office, and nothing of the objector', () => {
    const notices = toldBy(...untilPosted, [
      '2024-07-11',
      'objector',
      'recordObjection',
      { objection: 'o-1', named: true },
    ]);
    expect(brief(notices)).toEqual(['unitHr: objectionRecorded', 'committeeOffice: objectionRecorded']);
    expect(JSON.stringify(notices)).not.toMatch(/objector|o-1/);
  });

  it('nobody of the case being closed', () => {
    expect(
      toldBy(...untilPosted.slice(0, 1), ['2024-07-08', 'unitHr', 'refuse', reason], ['2024-09-08', 'system', 'lapse']),
    ).toEqual([]);
  });
});

const objection: Step = ['2024-07-11', 'objector', 'recordObjection', { objection: 'o-1', named: true, item: 'a.2' }];
const lives: readonly Step[][] = [
  [...untilCertification, ['2024-10-18', 'committeeOffice', 'certify', { certificate: 'LN-1' }]],
  [...thrice, ['2024-07-22', 'committeeOffice', 'grantAttempt', reason], ['2024-08-01', 'system', 'lapse']],
  [...thrice, ['2024-08-01', 'system', 'lapse'], ['2024-08-02', 'committeeOffice', 'grantAttempt', reason]],
  [
    ...untilPosted,
    objection,
    ['2024-07-12', 'unitHr', 'concludeObjection', { objection: 'o-1', upheld: true, ...reason }],
  ],
  [...untilFiled, ['2024-07-19', 'committeeOffice', 'invalidatePublicity', reason]],
  [...untilPosted, ['2024-07-18', 'system', 'lapse'], ['2024-07-18', 'applicant', 'withdraw']],
  [
    ...untilResult,
    ['2024-10-10', 'committeeOffice', 'recordResult', { passed: false }],
    ['2024-10-11', 'applicant', 'requestRecheck', reason],
    ['2024-10-12', 'committeeOffice', 'concludeRecheck', { upheld: false, ...reason }],
  ],
];

/** What integrity cases tell, from a case upheld before a title, one upheld after it, and one dismissed. */
const ofIntegrity = () => {
  const told = (name: 'open' | 'notify' | 'uphold' | 'dismiss', effect?: 'cancel' | 'revoke') => {
    const upheld = name === 'uphold';
    const decision = { upheld, on: '2024-08-20', effect: effect ?? ('none' as const), record: null, clauses: [] };
    const decided = upheld || name === 'dismiss' ? { decision } : {};
    const data = { ...(name === 'notify' ? { hearBy: '2024-08-30' } : {}), ...decided } as const;
    return integrityNotices({ seq: 1, name, at: 0, by: { person: 'p', role: 'committeeOffice' }, data });
  };
  return [told('open'), told('notify'), told('uphold', 'cancel'), told('uphold', 'revoke'), told('dismiss')].flat();
};

/** What is told of a case that was referred to the province, by the plan of that case. */
const ofReferral = () => {
  const one = new Life(forProvince, dalian2024);
  const told = (['referralDecided', 'referralCorrected'] as const).map((name, at): CaseEvent => {
    const by = { person: 'p', role: 'talentCentre' } as const;
    const data = { passed: at > 0, decidedOn: '2024-12-06', documentNo: '辽人社〔2024〕88号', certificate: null };
    const event = { seq: at + 1, at, by, stage: 'PROVINCIAL_REFERRAL' } as const;
    const why = { text: null, reason: 'recorded' };
    return name === 'referralDecided' ? { ...event, name, data } : { ...event, name, data: { ...data, ...why } };
  });
  return noticesFor(told).map((notice) => ({ notice, process: one.plan }));
};

/** What is told where the title office changes the committee of a unit. */
const ofMove = () => {
  const by = { person: 'p', role: 'cityTitleOffice' } as const;
  const data = { from: 'row-60', to: 'row-65', text: null, reason: 'recorded' };
  return noticesFor([{ seq: 1, name: 'committeeMoved', at: 0, by, stage: 'UNIT_REVIEW', data }]);
};

/** What is told where the title office finds something wrong in a spot check. */
const ofSpotCheck = () => {
  const by = { person: 'p', role: 'cityTitleOffice' } as const;
  const found = (inOrder: boolean) => ({ inOrder, text: null, reason: 'recorded' });
  const events = [true, false].map((inOrder, at): CaseEvent => {
    return { seq: at + 1, name: 'spotChecked', at, by, stage: 'UNIT_REVIEW', data: found(inOrder) };
  });
  return noticesFor(events);
};

/** What is told where the session that reviewed it is declared void, of one that waits again and of one that was certified. */
const ofVoidSession = () => {
  const by = { person: 'system', role: 'system' } as const;
  const why = { session: 'session/1', text: null, reason: null };
  const voided = (data: { goesOn: true } | { revoked: true }): CaseEvent => ({
    ...{ seq: 1, name: 'resultVoided', at: 0, by, stage: 'RESULT_PUBLICITY' },
    data: { ...why, ...data },
  });
  const back: CaseEvent = {
    ...{ seq: 2, name: 'stageEntered', at: 0, by, stage: 'RESULT_PUBLICITY' },
    data: { to: 'COMMITTEE_REVIEW' },
  };
  return [...noticesFor([voided({ goesOn: true }), back]), ...noticesFor([voided({ revoked: true })])];
};

describe('every piece of news', () => {
  const liaoning = new Life().plan;
  const ofLiaoning = [
    ...lives.flatMap((steps) => allToldBy(...steps).flat()),
    ...ofIntegrity(),
    ...ofMove(),
    ...ofSpotCheck(),
    ...ofVoidSession(),
  ];
  const notices = [...ofLiaoning.map((notice) => ({ notice, process: liaoning })), ...ofReferral()];

  it('occurs in these lives, so that the text of each is checked below', () => {
    const elsewhere: readonly string[] = ['deadlineNear', ...committeeTemplates, ...sessionTemplates];
    const here = noticeTemplates.filter((template) => !elsewhere.includes(template));
    expect(new Set(notices.map(({ notice }) => notice.template))).toEqual(new Set(here));
  });

  it.each(['zh', 'en'] as const)('has a text in %s: its number, its names, what is next', (language) => {
    for (const { notice, process } of notices) {
      const { template, params } = notice;
      const { subject, body } = renderNotice(template, { no: 'LN24-1', params, process }, language);
      expect(subject).toContain('LN24-1');
      expect(subject).not.toBe('LN24-1');
      expect(body).toContain('LN24-1');
      expect(body).toMatch(language === 'zh' ? /下一步：/ : /Next: /);
      expect(`${subject}\n${body}`).not.toMatch(/[{}]|undefined|null|[A-Z]{3,}_[A-Z]+/);
      if (params.due) expect(body).toContain(params.due);
    }
  });

  it('has one template for each event, beside which only the turn is told, and last', () => {
    for (const steps of lives) {
      for (const decision of allToldBy(...steps)) {
        const turns = decision.filter(({ template }) => template === 'turn');
        const others = decision.slice(0, decision.length - turns.length);
        expect(decision).toEqual([...others, ...turns]);
        const pairs = new Set(others.map(({ seq, template }) => `${seq} ${template}`));
        expect(pairs.size).toBe(new Set(others.map(({ seq }) => seq)).size);
      }
    }
  });
});

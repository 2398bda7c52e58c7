import { describe, expect, it } from 'vitest';
import { dalian2024 as dalian } from '../../../config/programmes/dalian-2024/index.ts';
import { lianyungang2024 as lianyungang } from '../../../config/programmes/lianyungang-2024/index.ts';
import { liaoningDiit2024 as liaoning } from '../../../config/programmes/liaoning-diit-2024/index.ts';
import { startOfDayAt } from '../../../domain/calendar/dates.ts';
import type { ApplicationStatus } from '../../../domain/case/check-results.ts';
import { decideCommand, takeBy } from '../../../domain/entity/decider.ts';
import {
  emptyIntegrity,
  type IntegrityActionName,
  type IntegrityCommand,
  type IntegrityData,
  type IntegrityState,
} from '../../../domain/integrity/case.ts';
import { inForce, integrityDecider, integrityRefusal, recordsInForce } from '../../../domain/integrity/decide.ts';
import { integrityNotices } from '../../../domain/integrity/notifications.ts';
import type { Role } from '../../../domain/programme/facts.ts';
import type { IntegrityRules } from '../../../domain/programme/integrity.ts';
import type { Programme } from '../../../domain/programme/programme.ts';

const rulesOf = ({ integrity, id }: Programme): IntegrityRules => {
  if (!integrity) throw new Error(`${id} has no rules of integrity`);
  return integrity;
};
type Act = {
  name: IntegrityActionName;
  on: string;
  data?: IntegrityData;
  role?: Role;
  standing?: ApplicationStatus;
};
const command = ({ name, on, data = {}, role = 'committeeOffice', standing }: Act): IntegrityCommand => ({
  intent: `${name}-${on}`,
  n: 1,
  name,
  by: { person: 'p', role },
  receivedAt: startOfDayAt(on),
  data: name === 'investigate' ? data : { text: 't', ...data },
  context: standing ? { standing } : {},
});
const openedBy = (rules: IntegrityRules, state: IntegrityState): IntegrityState => ({ ...state, rules });
const take = (rules: IntegrityRules, state: IntegrityState, act: Act) =>
  decideCommand(integrityDecider, openedBy(rules, state), command(act));
function walked(rules: IntegrityRules, acts: readonly Act[]): IntegrityState {
  return acts.reduce((state, act) => {
    const { name, data } = act;
    const taken = take(rules, state, name === 'open' ? { ...act, data: { ...data, rules } } : act);
    if ('refusal' in taken) throw new Error(`${name}: ${taken.refusal.code}`);
    return taken.state;
  }, emptyIntegrity);
}
const refusalOf = (rules: IntegrityRules, state: IntegrityState, act: Act) => {
  const taken = take(rules, state, act);
  return 'refusal' in taken ? taken.refusal : null;
};
const looked: readonly Act[] = [
  { name: 'open', on: '2024-07-01', data: { ground: 'report' } },
  { name: 'investigate', on: '2024-07-02' },
];
const told: readonly Act[] = [...looked, { name: 'notify', on: '2024-07-03', data: { hearBy: '2024-07-10' } }];
const uphold = (standing: ApplicationStatus, on: string, role: Role = 'committeeOffice'): Act => ({
  name: 'uphold',
  on,
  role,
  standing,
});
const decided = (programme: Programme, act: Act) => walked(rulesOf(programme), [...told, act]).decision;

describe('an integrity case', () => {
  it.each(['investigate', 'notify', 'hear', 'uphold', 'dismiss'] as const)(
    'that was never opened has no step %s',
    (name) => {
      const taken = decideCommand(integrityDecider, emptyIntegrity, command({ name, on: '2024-07-01' }));
      expect(taken).toMatchObject({ refusal: { code: 'ACTION_NOT_HERE' } });
    },
  );

  it('LN-5.1-b cancels the right to apply where forgery is proven before a title was obtained', () => {
    const decision = walked(rulesOf(liaoning), [...looked, uphold('running', '2024-07-05')]).decision;
    expect(decision).toMatchObject({ upheld: true, effect: 'cancel', clauses: ['LN-5.1-b'] });
  });

  it('LN-5.1-c revokes a title only after the person was told and was heard, or let the stated period pass', () => {
    const rules = rulesOf(liaoning);
    const refusal = { code: 'ACTION_NOT_HERE', clauses: ['LN-5.1-c'] };
    expect(refusalOf(rules, walked(rules, looked), uphold('certified', '2024-07-20'))).toMatchObject(refusal);
    expect(refusalOf(rules, walked(rules, told), uphold('certified', '2024-07-10'))).toMatchObject(refusal);
    expect(walked(rules, [...told, uphold('certified', '2024-07-11')]).decision).toMatchObject({ effect: 'revoke' });
    const heard: Act[] = [...told, { name: 'hear', on: '2024-07-04' }, uphold('certified', '2024-07-04')];
    expect(walked(rules, heard).decision).toMatchObject({ effect: 'revoke', clauses: ['LN-5.1-c'] });
    const early = { name: 'notify', on: '2024-07-03', data: { hearBy: '2024-07-03' } } as const;
    expect(refusalOf(rules, walked(rules, looked), early)).toMatchObject({ code: 'PERIOD_OUT_OF_BOUNDS' });
  });

  it('LN-5.1-d records either for three years, to the corresponding day, as the day of the decision is not counted (A-01, A-35)', () => {
    for (const standing of ['running', 'certified'] as const) {
      const record = decided(liaoning, uphold(standing, '2024-07-20'))?.record;
      expect(record).toMatchObject({ from: '2024-07-20', until: '2027-07-20', clauses: ['LN-5.1-d'] });
      const days = ['2024-07-19', '2024-07-20', '2027-07-20', '2027-07-21'];
      expect(days.map((day) => record && inForce(record, day))).toEqual([false, true, true, false]);
    }
  });

  it('LYG-5.4-c always revokes a title obtained by fraud, by the title office', () => {
    const rules = rulesOf(lianyungang);
    expect(refusalOf(rules, walked(rules, told), uphold('certified', '2024-07-20'))).toMatchObject({
      code: 'NOT_YOURS',
    });
    const decision = decided(lianyungang, uphold('certified', '2024-07-20', 'cityTitleOffice'));
    expect(decision).toMatchObject({ effect: 'revoke', clauses: ['LYG-5.4-c'] });
  });

  it('LYG-5.4-d records a revoked title for three years, and before the result only what the national rule records', () => {
    const after = decided(lianyungang, uphold('certified', '2024-07-20', 'cityTitleOffice'));
    expect(after?.record).toMatchObject({ until: '2027-07-20', clauses: ['LYG-5.4-d'] });
    expect(decided(lianyungang, uphold('running', '2024-07-24'))).toMatchObject({ effect: 'cancel', record: null });
    expect(decided(lianyungang, uphold('running', '2024-07-25'))?.record).toMatchObject({ bars: true });
  });

  it('LYG-5.4-e takes the right to apply in a serious case until the day that the authority sets', () => {
    const act = uphold('certified', '2024-07-20', 'cityTitleOffice');
    const serious = { ...act, data: { ...act.data, barredUntil: '2025-12-31' } };
    const record = decided(lianyungang, serious)?.record;
    expect(record).toMatchObject({ bars: false, barredUntil: '2025-12-31', clauses: ['LYG-5.4-d', 'LYG-5.4-e'] });
    const records = record ? [record] : [];
    expect(recordsInForce(records, '2025-12-31').refusal?.clauses).toContain('LYG-5.4-e');
    expect(recordsInForce(records, '2026-01-01').refusal).toBeNull();
    const barring = decided(lianyungang, { ...serious, on: '2024-08-01', data: { barredUntil: '2029-12-31' } })?.record;
    const barredTo = (on: string) => recordsInForce(barring ? [barring] : [], on).refusal?.details?.until;
    expect([barredTo('2025-01-01'), barredTo('2029-12-31'), barredTo('2030-01-01')], 'the later of both days').toEqual([
      '2029-12-31',
      '2029-12-31',
      undefined,
    ]);
    const rules = rulesOf(liaoning);
    const inLiaoning = { ...serious, role: 'committeeOffice' } as const;
    expect(refusalOf(rules, walked(rules, told), inLiaoning), 'Liaoning prints no such bar').toMatchObject({
      code: 'INVALID_DATA',
    });
  });

  it('LYG-5.3-c: what is done about a unit that shielded fraud is decided with the case, where the notice prints it', () => {
    const act = uphold('running', '2024-07-20', 'cityTitleOffice');
    const shielded = { ...act, data: { ...act.data, unitMeasure: 'circulatedCriticism' as const } };
    expect(decided(lianyungang, shielded)).toMatchObject({
      unitMeasure: 'circulatedCriticism',
      clauses: ['LYG-5.4-b', 'LYG-5.3-c'],
    });
    const elsewhere = { ...shielded, role: 'committeeOffice' } as const;
    const rules = rulesOf(liaoning);
    expect(refusalOf(rules, walked(rules, told), elsewhere)).toMatchObject({ code: 'INVALID_DATA' });
  });

  it('A-35 shows a record of 2024-07-24 and lets one of 2024-07-25 bar for its three years', () => {
    const shown = decided(liaoning, uphold('running', '2024-07-24'))?.record;
    const bars = decided(liaoning, uphold('running', '2024-07-25'))?.record;
    if (!shown || !bars) throw new Error('there is no record');
    expect(recordsInForce([shown], '2025-01-01')).toMatchObject({ refusal: null, shown: [shown] });
    expect(recordsInForce([bars], '2027-07-25').refusal).toMatchObject({ code: 'NOT_ELIGIBLE', readings: ['A-35'] });
    expect(recordsInForce([bars], '2027-07-26')).toEqual({ refusal: null, shown: [] });
    expect(decided(dalian, uphold('running', '2024-07-24'))?.record, 'Dalian prints none').toBeNull();
    expect(decided(dalian, uphold('running', '2024-07-25'))?.record).toMatchObject({ bars: true });
  });

  it('takes its steps in order, each with its facts, and changes nothing once decided', () => {
    const rules = rulesOf(liaoning);
    expect(refusalOf(rules, emptyIntegrity, { name: 'investigate', on: '2024-07-01' })).toMatchObject({
      code: 'ACTION_NOT_HERE',
    });
    expect(refusalOf(rules, walked(rules, looked), { name: 'hear', on: '2024-07-03' })).toMatchObject({
      code: 'ACTION_NOT_HERE',
    });
    const wordless = { ...command(uphold('running', '2024-07-05')), data: {} };
    expect(decideCommand(integrityDecider, walked(rules, looked), wordless)).toMatchObject({
      refusal: { code: 'REASON_MISSING' },
    });
    const dismissed = walked(rules, [...looked, { name: 'dismiss', on: '2024-07-05', standing: 'running' }]);
    expect(dismissed).toMatchObject({ status: 'DISMISSED', decision: { effect: 'none', record: null } });
    expect(refusalOf(rules, dismissed, uphold('running', '2024-07-06'))).toMatchObject({ code: 'ACTION_NOT_HERE' });
    expect(
      refusalOf(rules, walked(rules, told), uphold('running', '2024-07-06', 'preliminaryAuthority')),
    ).toMatchObject({
      code: 'NOT_YOURS',
    });
  });

  it('answers a repeated act as before, and tells unit, office and authority of its decision', () => {
    const rules = rulesOf(liaoning);
    const before = { case: walked(rules, looked), last: null };
    const first = takeBy(integrityDecider)(before, command(uphold('running', '2024-07-05')));
    if (!('reply' in first)) throw new Error('it was not decided');
    const again = takeBy(integrityDecider)(first.queue, command(uphold('running', '2024-07-05')));
    expect(again).toEqual({ queue: first.queue, reply: first.reply });
    const told = first.reply.events.flatMap(integrityNotices).map(({ audience }) => audience);
    expect(told).toEqual(['applicant', 'unitHr', 'committeeOrganiser', 'preliminaryAuthority', 'cityTitleOffice']);
  });
});

describe('upholding a case whose application may still move', () => {
  const rules = rulesOf(lianyungang);

  it('LYG-5.4-b cancels what was still running, by what the application itself answered', () => {
    const decided = walked(rules, [...looked, uphold('running', '2024-07-20')]);
    expect(decided).toMatchObject({ status: 'UPHELD', decision: { effect: 'cancel', clauses: ['LYG-5.4-b'] } });
  });

  it('LYG-5.4-c stays open where a title was issued first and the person was not told, or another office revokes', () => {
    for (const acts of [looked, told]) {
      const refusal = refusalOf(rules, walked(rules, acts), uphold('certified', '2024-07-20'));
      expect(refusal).toMatchObject({ code: 'NOT_YOURS', clauses: ['LYG-5.4-c'] });
    }
    const untold = refusalOf(rules, walked(rules, looked), uphold('certified', '2024-07-20', 'cityTitleOffice'));
    expect(untold).toMatchObject({ code: 'ACTION_NOT_HERE', clauses: ['LYG-5.4-c'] });
  });

  it('LYG-5.4-c revokes a title issued first where due procedure was already followed', () => {
    const { decision } = walked(rules, [...told, uphold('certified', '2024-07-20', 'cityTitleOffice')]);
    expect(decision).toMatchObject({ effect: 'revoke', record: { clauses: ['LYG-5.4-d'] } });
  });

  it('is refused before its application is asked where it would be refused anyway', () => {
    const stranger = uphold('running', '2024-07-20', 'preliminaryAuthority');
    expect(integrityRefusal(walked(rules, looked), command(stranger), rules)).toMatchObject({ code: 'NOT_YOURS' });
    expect(integrityRefusal(walked(rules, looked), command(uphold('running', '2024-07-20')), rules)).toBeNull();
  });
});

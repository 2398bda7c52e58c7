import { addYears, dateOf, type IsoDate } from '../calendar/dates.ts';
import { allClausesSatisfied } from '../clause.ts';
import type { Decider } from '../entity/decider.ts';
import type { IntegrityRules } from '../programme/integrity.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Text } from '../text.ts';
import {
  emptyIntegrity,
  type IntegrityActionName,
  type IntegrityCommand,
  type IntegrityData,
  type IntegrityDecision,
  type IntegrityFact,
  type IntegrityRecord,
  type IntegrityState,
  type IntegrityStatus,
  integrityRoles,
} from './case.ts';

const openIn: Readonly<Record<IntegrityActionName, readonly IntegrityStatus[]>> = {
  open: ['NONE'],
  investigate: ['OPENED'],
  notify: ['INVESTIGATING'],
  hear: ['INVESTIGATING'],
  uphold: ['INVESTIGATING'],
  dismiss: ['OPENED', 'INVESTIGATING'],
};

/** An integrity case, by the rules that its opening brought. */
export const integrityDecider: Decider<IntegrityState, IntegrityCommand, IntegrityFact> = {
  empty: emptyIntegrity,
  decide(state, command) {
    const rules = state.rules ?? command.data.rules;
    // Its opening brings the rules; a step of one that was never opened has none to be judged by.
    if (!rules) return notHere([]);
    const refusal = integrityRefusal(state, command, rules);
    if (refusal) return refusal;
    const { name, data, context } = command;
    const decision = decisionOf(command, dateOf(momentOf(state, command)), rules);
    return [{ name, data: { ...data, ...(decision ? { ...context, decision } : {}) } }];
  },
  evolve(state, { at, name, data }) {
    switch (name) {
      case 'open':
        return { ...state, status: 'OPENED', ground: data.ground ?? null, rules: data.rules ?? null };
      case 'investigate':
        return { ...state, status: 'INVESTIGATING' };
      case 'notify':
        return { ...state, toldOn: dateOf(at), hearBy: data.hearBy ?? null };
      case 'hear':
        return { ...state, heard: true };
      case 'uphold':
        return { ...state, status: 'UPHELD', decision: data.decision ?? null };
      case 'dismiss':
        return { ...state, status: 'DISMISSED', decision: data.decision ?? null };
    }
  },
};

/** Whether a case has come to its end: nothing is open to it any more. */
export const isDecided = ({ decision }: IntegrityState): boolean => decision !== null;

const momentOf = ({ lastAt }: IntegrityState, { receivedAt }: IntegrityCommand): number => Math.max(receivedAt, lastAt);

/** Why an act on a case is not possible, by what the application is said to have come to; null where nothing stands against it. */
export function integrityRefusal(
  state: IntegrityState,
  command: IntegrityCommand,
  rules: IntegrityRules,
): Refusal | null {
  const { name, by, data, context } = command;
  const after = context.standing === 'certified';
  const deciders = after ? rules.decides.after : rules.decides.before;
  const allowed = name === 'uphold' || name === 'dismiss' ? deciders : [...integrityRoles, ...deciders];
  const clauses = after ? rules.revoke : rules.cancel;
  if (!allowed.includes(by.role)) return no('NOT_YOURS', '此项不由您办理。', 'This is not yours to do.', clauses);
  if (!openIn[name].includes(state.status) || (name === 'hear' && !state.toldOn)) return notHere(clauses);
  if (!data.text && name !== 'investigate')
    return no('REASON_MISSING', '须写明事实和理由。', 'The facts and the reason must be recorded.', clauses);
  const today = dateOf(momentOf(state, command));
  if (name === 'notify' && !(data.hearBy && data.hearBy > today))
    return no('PERIOD_OUT_OF_BOUNDS', '须给予陈述申辩的期限。', 'A period to be heard must be stated.', rules.revoke);
  return name === 'uphold' ? notDue(state, { command, today }, rules) : null;
}

/** A title is revoked only after the person was told the facts, and was heard or let the stated period pass (LN-5.1-c). */
function notDue(
  { toldOn, hearBy, heard }: IntegrityState,
  { command, today }: { readonly command: IntegrityCommand; readonly today: IsoDate },
  rules: IntegrityRules,
): Refusal | null {
  const { data, context } = command;
  if (data.barredUntil !== undefined && (!rules.serious || data.barredUntil <= today))
    return no('INVALID_DATA', '不能设定此期限。', 'No such period can be set here.', rules.serious ?? []);
  if (data.unitMeasure !== undefined && !rules.unit)
    return no(
      'INVALID_DATA',
      '没有对推荐单位的处理规定。',
      'No measure against the unit is printed here.',
      rules.cancel,
    );
  const fair = toldOn !== null && (heard || (hearBy !== null && today > hearBy));
  if (context.standing !== 'certified' || fair) return null;
  return no(
    'ACTION_NOT_HERE',
    '撤销职称须先告知事实，听取陈述申辩，或者期限届满。',
    'Before a title is revoked the person is told the facts, and is heard or lets the stated period pass.',
    rules.revoke,
  );
}

function decisionOf(
  { name, data, context }: IntegrityCommand,
  on: IsoDate,
  rules: IntegrityRules,
): IntegrityDecision | null {
  if (name === 'dismiss') return { upheld: false, on, effect: 'none', record: null, clauses: [] };
  if (name !== 'uphold') return null;
  const { standing } = context;
  const certified = standing === 'certified';
  const cancelled = !allClausesSatisfied(rules.cancel, standing !== 'running');
  const revoked = !allClausesSatisfied(rules.revoke, !certified);
  const effect = revoked ? 'revoke' : cancelled ? 'cancel' : 'none';
  const own = certified ? rules.revoke : rules.cancel;
  const { unitMeasure } = data;
  const clauses = unitMeasure ? [...own, ...(rules.unit ?? [])] : own;
  const record = recordOf(rules, { data, certified, on });
  return { upheld: true, on, effect, record, ...(unitMeasure ? { unitMeasure } : {}), clauses };
}

/**
 * The record a decision enters, by the version in force on its day. The day of the decision is not counted, so it ends on the corresponding day
 * (LN-5.1-d, LYG-5.4-d, A-01, A-35).
 */
function recordOf(
  rules: IntegrityRules,
  { data, certified, on }: { readonly data: IntegrityData; readonly certified: boolean; readonly on: IsoDate },
): IntegrityRecord | null {
  const version = rules.versions.findLast(({ from }) => from <= on);
  if (!version) return null;
  const { record, barsApplication, clauses, readings } = version;
  const entered = certified ? record.after : record.before;
  if (allClausesSatisfied(clauses, !entered)) return null;
  const until = addYears(on, record.years);
  const barredUntil = data.barredUntil ?? null;
  const serious = barredUntil === null ? [] : (rules.serious ?? []);
  return { from: on, until, bars: barsApplication, barredUntil, clauses: [...clauses, ...serious], readings };
}

/** Whether a record is in force on a day. */
export const inForce = ({ from, until }: Pick<IntegrityRecord, 'from' | 'until'>, on: IsoDate): boolean =>
  from <= on && on <= until;

/** The last days of what bars from applying by a record on a day: the record itself, and the period that was set in a serious case (LYG-5.4-e). */
function ends({ from, until, bars, barredUntil }: IntegrityRecord, on: IsoDate): IsoDate[] {
  return [bars ? until : null, barredUntil].filter((end) => end !== null && from <= on && on <= end) as IsoDate[];
}

/** What a person's records mean for an application on a day: refused, or only to be shown to who decides. */
export function recordsInForce(
  records: readonly IntegrityRecord[],
  on: IsoDate,
): { readonly refusal: Refusal | null; readonly shown: readonly IntegrityRecord[] } {
  const [barring] = records
    .flatMap((record) => ends(record, on).map((until) => ({ until, clauses: record.clauses })))
    .toSorted((one, other) => (one.until < other.until ? 1 : -1));
  const shown = records.filter((each) => inForce(each, on));
  if (!barring) return { refusal: null, shown };
  const { until } = barring;
  const refusal = refuse(
    'NOT_ELIGIBLE',
    {
      zh: `诚信档案记录期内不得申报，截至${until}。`,
      en: `A record in the integrity archive bars from applying until ${until}.`,
    },
    { clauses: barring.clauses, readings: ['A-35'], details: { until } },
  );
  return { refusal, shown };
}

/** A step that the case does not have as it stands. */
export const notHere = (clauses: readonly string[]): Refusal =>
  no('ACTION_NOT_HERE', '诚信核查现不能办理此项。', 'The integrity case has no such step now.', clauses);

const no = (code: Refusal['code'], zh: string, en: string, clauses: readonly string[]): Refusal =>
  refuse(code, { zh, en } satisfies Text, { clauses });

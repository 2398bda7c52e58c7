import { addDays, addYears, dateOf, type IsoDate } from './dates.ts';
import type { Role } from './facts.ts';
import { type Refusal, refuse } from './refusal.ts';
import { holdsAll } from './rule.ts';
import type { Text } from './text.ts';

/** What makes an office look into the truth of an application (model.md 5.6). */
export const integrityGrounds = ['objection', 'spotCheck', 'report', 'reuse'] as const;
export type IntegrityGround = (typeof integrityGrounds)[number];

export const integrityActions = ['investigate', 'notify', 'hear', 'uphold', 'dismiss'] as const;
export type IntegrityActionName = 'open' | (typeof integrityActions)[number];

/** Who may open a case and look into it; who decides it, the rules of the programme say. */
export const integrityRoles: readonly Role[] = [
  'committeeOffice',
  'preliminaryAuthority',
  'cityTitleOffice',
  'administrator',
];

/** Whether a record is entered, and whether it bars from applying, for cases decided from a day on. */
export type IntegrityVersion = {
  readonly from: IsoDate;
  readonly record: { readonly before: boolean; readonly after: boolean; readonly years: number };
  readonly barsApplication: boolean;
  readonly clauses: readonly string[];
  readonly readings: readonly string[];
};

/** What follows from proven fraud in one programme. */
export type IntegrityRules = {
  /** Who decides before a title was obtained and after. */
  readonly decides: { readonly before: readonly Role[]; readonly after: readonly Role[] };
  readonly cancel: readonly string[];
  readonly revoke: readonly string[];
  /** A serious case may lose the right to apply until a day that the authority sets (LYG-5.4-e). */
  readonly serious?: readonly string[];
  /** In order of their days; the last that has come is in force. */
  readonly versions: readonly IntegrityVersion[];
};

/** What the application had come to when the case was decided: `ended` is every end without a title. */
export type Standing = 'running' | 'certified' | 'ended';

export type IntegrityData = {
  readonly ground?: IntegrityGround;
  /** The id of the sealed words, which travel nowhere. */
  readonly text?: string;
  /** The last day on which the person may be heard. */
  readonly hearBy?: IsoDate;
  /** In a serious case, the last day without the right to apply. */
  readonly barredUntil?: IsoDate;
  /** What the application has come to; written by the server with a decision. */
  readonly standing?: Standing;
};

/** One act on a case; `receivedAt` (business epoch ms) is its only clock. */
export type IntegrityCommand = {
  readonly intent: string;
  readonly name: IntegrityActionName;
  readonly person: string;
  readonly role: Role;
  readonly receivedAt: number;
  readonly data: IntegrityData;
};

/** A record in the integrity archive, from the day of the decision to its last day, both included. */
export type IntegrityRecord = {
  readonly from: IsoDate;
  readonly until: IsoDate;
  readonly bars: boolean;
  readonly barredUntil: IsoDate | null;
  readonly clauses: readonly string[];
  readonly readings: readonly string[];
};

export type IntegrityEffect = 'cancel' | 'revoke' | 'none';
export type IntegrityDecision = {
  readonly upheld: boolean;
  readonly on: IsoDate;
  readonly effect: IntegrityEffect;
  readonly record: IntegrityRecord | null;
  readonly clauses: readonly string[];
};

export type IntegrityEvent = {
  readonly seq: number;
  readonly name: IntegrityActionName;
  readonly at: number;
  readonly person: string;
  readonly role: Role;
  readonly data: IntegrityData & { readonly decision?: IntegrityDecision };
};

export type IntegrityStatus = 'NONE' | 'OPENED' | 'INVESTIGATING' | 'UPHELD' | 'DISMISSED';

/** How a case stands; JSON without personal data. */
export type IntegrityState = {
  readonly seq: number;
  readonly lastAt: number;
  readonly status: IntegrityStatus;
  readonly ground: IntegrityGround | null;
  readonly toldOn: IsoDate | null;
  readonly hearBy: IsoDate | null;
  readonly heard: boolean;
  readonly decision: IntegrityDecision | null;
};

export const emptyIntegrity: IntegrityState = {
  ...{ seq: 0, lastAt: 0, status: 'NONE', ground: null, toldOn: null },
  ...{ hearBy: null, heard: false, decision: null },
};

const openIn: Readonly<Record<IntegrityActionName, readonly IntegrityStatus[]>> = {
  open: ['NONE'],
  investigate: ['OPENED'],
  notify: ['INVESTIGATING'],
  hear: ['INVESTIGATING'],
  uphold: ['INVESTIGATING'],
  dismiss: ['OPENED', 'INVESTIGATING'],
};

/** Decides one act on a case: its event, or why not. Pure. */
export function decideIntegrity(
  state: IntegrityState,
  command: IntegrityCommand,
  rules: IntegrityRules,
): IntegrityEvent | Refusal {
  const refusal = refusalOf(state, command, rules);
  if (refusal) return refusal;
  const { name, person, role, data } = command;
  const at = Math.max(command.receivedAt, state.lastAt);
  const decision = decisionOf(name, { data, on: dateOf(at) }, rules);
  const event = { seq: state.seq + 1, name, at, person, role, data };
  return decision ? { ...event, data: { ...data, decision } } : event;
}

/** The case after an event. Pure. */
export function evolveIntegrity(state: IntegrityState, event: IntegrityEvent): IntegrityState {
  const { seq, at, name, data } = event;
  const next = { ...state, seq, lastAt: at };
  switch (name) {
    case 'open':
      return { ...next, status: 'OPENED', ground: data.ground ?? null };
    case 'investigate':
      return { ...next, status: 'INVESTIGATING' };
    case 'notify':
      return { ...next, toldOn: dateOf(at), hearBy: data.hearBy ?? null };
    case 'hear':
      return { ...next, heard: true };
    case 'uphold':
      return { ...next, status: 'UPHELD', decision: data.decision ?? null };
    case 'dismiss':
      return { ...next, status: 'DISMISSED', decision: data.decision ?? null };
  }
}

function refusalOf(state: IntegrityState, command: IntegrityCommand, rules: IntegrityRules): Refusal | null {
  const { name, role, data } = command;
  const after = data.standing === 'certified';
  const deciders = after ? rules.decides.after : rules.decides.before;
  const allowed = name === 'uphold' || name === 'dismiss' ? deciders : [...integrityRoles, ...deciders];
  const clauses = after ? rules.revoke : rules.cancel;
  if (!allowed.includes(role)) return no('NOT_YOURS', '此项不由您办理。', 'This is not yours to do.', clauses);
  if (!openIn[name].includes(state.status) || (name === 'hear' && !state.toldOn))
    return no('ACTION_NOT_HERE', '诚信核查现不能办理此项。', 'The integrity case has no such step now.', clauses);
  if (!data.text && name !== 'investigate')
    return no('REASON_MISSING', '须写明事实和理由。', 'The facts and the reason must be recorded.', clauses);
  const today = dateOf(Math.max(command.receivedAt, state.lastAt));
  if (name === 'notify' && !(data.hearBy && data.hearBy > today))
    return no('PERIOD_OUT_OF_BOUNDS', '须给予陈述申辩的期限。', 'A period to be heard must be stated.', rules.revoke);
  return name === 'uphold' ? notDue(state, { data, today }, rules) : null;
}

/** A title is revoked only after the person was told the facts, and was heard or let the stated period pass (LN-5.1-c). */
function notDue(
  { toldOn, hearBy, heard }: IntegrityState,
  { data, today }: { readonly data: IntegrityData; readonly today: IsoDate },
  rules: IntegrityRules,
): Refusal | null {
  if (data.barredUntil !== undefined && (!rules.serious || data.barredUntil <= today))
    return no('INVALID_DATA', '不能设定此期限。', 'No such period can be set here.', rules.serious ?? []);
  const fair = toldOn !== null && (heard || (hearBy !== null && today > hearBy));
  if (data.standing !== 'certified' || fair) return null;
  return no(
    'ACTION_NOT_HERE',
    '撤销职称须先告知事实，听取陈述申辩，或者期限届满。',
    'Before a title is revoked the person is told the facts, and is heard or lets the stated period pass.',
    rules.revoke,
  );
}

function decisionOf(
  name: IntegrityActionName,
  { data, on }: { readonly data: IntegrityData; readonly on: IsoDate },
  rules: IntegrityRules,
): IntegrityDecision | null {
  if (name === 'dismiss') return { upheld: false, on, effect: 'none', record: null, clauses: [] };
  if (name !== 'uphold') return null;
  const certified = data.standing === 'certified';
  const cancelled = !holdsAll(rules.cancel, data.standing !== 'running');
  const revoked = !holdsAll(rules.revoke, !certified);
  const effect = revoked ? 'revoke' : cancelled ? 'cancel' : 'none';
  const clauses = certified ? rules.revoke : rules.cancel;
  return { upheld: true, on, effect, record: recordOf(rules, { data, on }), clauses };
}

/** The record a decision enters, by the version in force on its day; it ends when its years are over (LN-5.1-d, LYG-5.4-d). */
function recordOf(
  rules: IntegrityRules,
  { data, on }: { readonly data: IntegrityData; readonly on: IsoDate },
): IntegrityRecord | null {
  const version = rules.versions.findLast(({ from }) => from <= on);
  if (!version) return null;
  const { record, barsApplication, clauses, readings } = version;
  const entered = data.standing === 'certified' ? record.after : record.before;
  if (holdsAll(clauses, !entered)) return null;
  const until = addDays(addYears(on, record.years), -1);
  const barredUntil = data.barredUntil ?? null;
  const serious = barredUntil === null ? [] : (rules.serious ?? []);
  return { from: on, until, bars: barsApplication, barredUntil, clauses: [...clauses, ...serious], readings };
}

/** Whether a record is in force on a day. */
export const inForce = ({ from, until }: Pick<IntegrityRecord, 'from' | 'until'>, on: IsoDate): boolean =>
  from <= on && on <= until;

/** What a person's records mean for an application on a day: refused, or only to be shown to who decides. */
export function standingRecords(
  records: readonly IntegrityRecord[],
  on: IsoDate,
): { readonly refusal: Refusal | null; readonly shown: readonly IntegrityRecord[] } {
  const barring = records.find(
    (each) =>
      (each.bars && inForce(each, on)) || (each.barredUntil !== null && each.from <= on && on <= each.barredUntil),
  );
  const shown = records.filter((each) => inForce(each, on));
  if (!barring) return { refusal: null, shown };
  const until = barring.bars ? barring.until : barring.barredUntil;
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

const no = (code: Refusal['code'], zh: string, en: string, clauses: readonly string[]): Refusal =>
  refuse(code, { zh, en } satisfies Text, { clauses });

/** What the workflow of a case keeps: how it stands, and its last answer, because a new run forgets update ids. */
export type IntegrityLine = { readonly case: IntegrityState; readonly last: IntegrityReply | null };
/** What the workflow answers: the event, and the case after it. */
export type IntegrityReply = {
  readonly intent: string;
  readonly event: IntegrityEvent;
  readonly state: IntegrityState;
};

/** Takes one act down the line of a case: a repeated one gets the same answer. Pure. */
export function receiveIntegrity(
  line: IntegrityLine,
  command: IntegrityCommand,
  rules: IntegrityRules,
): { readonly line: IntegrityLine; readonly reply: IntegrityReply } | { readonly refusal: Refusal } {
  if (line.last?.intent === command.intent) return { line, reply: line.last };
  const event = decideIntegrity(line.case, command, rules);
  if ('code' in event) return { refusal: event };
  const state = evolveIntegrity(line.case, event);
  const reply = { intent: command.intent, event, state };
  return { line: { case: state, last: reply }, reply };
}

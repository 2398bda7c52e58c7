import type { IsoDate } from '../calendar/dates.ts';
import type { SessionBasis } from '../programme/stages/session.ts';
import { type Grounds, type Refusal, type RefusalCode, refuse } from '../refusal.ts';
import { text } from '../text.ts';
import type { SessionCommand, SessionPlan, SessionState } from './session.ts';

/** What a guard looks at: the session with the plan it has, the command, and its day. */
type Asked = {
  readonly state: SessionState;
  readonly plan: SessionPlan;
  readonly command: SessionCommand;
  readonly today: IsoDate;
};
/** Why a step is not possible although its status is right; null where nothing stands against it. */
export type Guard = (asked: Asked) => Refusal | null;

/** A step that the session does not have as it stands. */
export const notHere = (plan: SessionPlan): Refusal =>
  no('ACTION_NOT_HERE', '本次评审会议现不能办理此项。', 'The session has no such step now.', basisOf(plan));

/** Refuses a step that says no reason. */
export function needText(text: string | undefined, basis: Basis): Refusal | null {
  return text === undefined ? no('REASON_MISSING', '须写明理由。', 'A reason must be recorded.', basis) : null;
}

type Basis = Partial<SessionBasis>;
/** What the meetings of a programme rest on. */
export const basisOf = ({ stage, year }: SessionPlan): Basis => ({
  clauses: [...new Set([...stage.clauses, ...(year?.meeting ?? [])])],
});
/** What the opening report rests on. */
export const openingOf = ({ stage: { opening, clauses } }: SessionPlan): Basis =>
  opening ? { clauses: opening.clauses, readings: opening.readings ?? [] } : { clauses };

/** A refusal of a session, with what the rule rests on; a national rule that no document of the programme prints stands in `details`. */
export function no(
  code: RefusalCode,
  zh: string,
  en: string,
  basis: Basis,
  details: Readonly<Record<string, unknown>> = {},
): Refusal {
  return refuse(code, text(zh, en), groundsOf(basis, details));
}

/** What a rule of sessions rests on, as the grounds of a refusal. */
export function groundsOf(
  { clauses = [], readings = [], national }: Basis,
  details: Readonly<Record<string, unknown>> = {},
): Grounds {
  return { clauses, readings, details: national ? { ...details, national } : details };
}

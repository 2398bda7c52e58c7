import { type IsoDate, yearOf } from '../calendar/dates.ts';
import type { EligibilityRule, Requirement } from '../programme/eligibility.ts';
import type { CutOff } from '../programme/timeline.ts';
import type { Askable, EligibilityFacts } from './facts.ts';

/** The input of an answer: the stated facts, the day, and the programme's year, cut-offs and rules. */
export type Context = {
  readonly facts: EligibilityFacts;
  readonly asOf: IsoDate;
  readonly year: number;
  readonly cutOffs: readonly CutOff[];
  readonly rules: readonly EligibilityRule[];
  /** The complete Chinese names of the series and the specialty applied for. */
  readonly names: readonly string[];
};

/** Years, hours or dates that an answer counted, shown to the applicant. */
export type Counted = Readonly<Record<string, string | number | boolean>>;

/** The answer to one requirement; null when it does not apply to the applicant. `ask` lists the facts that have not been stated. */
export type Answer = {
  readonly outcome: 'met' | 'notMet' | 'needsAttestation' | 'notToldYet';
  readonly ask?: readonly Askable[];
  readonly counted?: Counted;
} | null;

/** A requirement of one kind. */
export type Of<K extends Requirement['kind']> = Extract<Requirement, { kind: K }>;

/** An answer `met` or `notMet`, with what was counted. */
export const decided = (met: boolean, counted?: Counted): Answer => ({
  outcome: met ? 'met' : 'notMet',
  ...(counted ? { counted } : {}),
});

/** An answer that a named person must attest. */
export const attested = (counted?: Counted): Answer => ({
  outcome: 'needsAttestation',
  ...(counted ? { counted } : {}),
});

/** An answer that needs these facts first. */
export const notStated = (...ask: Askable[]): Answer => ({ outcome: 'notToldYet', ask });

/** The requirements of one kind in the programme. */
export function requirements<K extends Requirement['kind']>({ rules }: Context, kind: K): readonly Of<K>[] {
  return rules.flatMap(({ requires }) => (isOf(requires, kind) ? [requires] : []));
}

const isOf = <K extends Requirement['kind']>(requires: Requirement, kind: K): requires is Of<K> =>
  requires.kind === kind;

/** The last day that counts, if the programme prints one for the series. */
export function cutOffDay({ cutOffs, facts }: Context, key: string): IsoDate | undefined {
  return cutOffs.find((each) => each.key === key && each.series.includes(facts.series))?.date;
}

/** The stated day, or the last day of the stated year. */
export function statedDay(stated: {
  readonly obtainedOn?: IsoDate | undefined;
  readonly obtainedYear?: number | undefined;
}): IsoDate | undefined {
  return stated.obtainedOn ?? (stated.obtainedYear === undefined ? undefined : `${stated.obtainedYear}-12-31`);
}

/** The stated year, or the year of the stated day. */
export function statedYear(stated: {
  readonly obtainedOn?: IsoDate | undefined;
  readonly obtainedYear?: number | undefined;
}): number | undefined {
  return stated.obtainedOn === undefined ? stated.obtainedYear : yearOf(stated.obtainedOn);
}

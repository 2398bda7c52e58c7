import { type IsoDate, yearOf } from '../calendar/dates.ts';
import type { EligibilityRule, Requirement } from '../programme/eligibility.ts';
import type { CutOff } from '../programme/timeline.ts';
import type { Askable, EligibilityFacts } from './facts.ts';

/** All that an answer may rest on: the facts told, the day, and the programme's year, cut-offs and rules. */
export type Context = {
  readonly facts: EligibilityFacts;
  readonly asOf: IsoDate;
  readonly year: number;
  readonly cutOffs: readonly CutOff[];
  readonly rules: readonly EligibilityRule[];
  /** The whole Chinese names of the series and the specialty applied for. */
  readonly names: readonly string[];
};

/** Years, hours or dates that an answer counted, for the person to see. */
export type Counted = Readonly<Record<string, string | number | boolean>>;

/** What came of one requirement; null where it does not concern the person. `ask` says what was not told yet. */
export type Answer = {
  readonly outcome: 'met' | 'notMet' | 'needsAttestation' | 'notToldYet';
  readonly ask?: readonly Askable[];
  readonly counted?: Counted;
} | null;

/** A requirement of one kind. */
export type Of<K extends Requirement['kind']> = Extract<Requirement, { kind: K }>;

/** `met` or `notMet`, with what was counted. */
export const decided = (met: boolean, counted?: Counted): Answer => ({
  outcome: met ? 'met' : 'notMet',
  ...(counted ? { counted } : {}),
});

/** Somebody must attest it. */
export const attested = (counted?: Counted): Answer => ({
  outcome: 'needsAttestation',
  ...(counted ? { counted } : {}),
});

/** What must be told first. */
export const notStated = (...ask: Askable[]): Answer => ({ outcome: 'notToldYet', ask });

/** The rules of one kind that the programme has. */
export function requirements<K extends Requirement['kind']>({ rules }: Context, kind: K): readonly Of<K>[] {
  return rules.flatMap(({ requires }) => (isOf(requires, kind) ? [requires] : []));
}

const isOf = <K extends Requirement['kind']>(requires: Requirement, kind: K): requires is Of<K> =>
  requires.kind === kind;

/** The last day that counts, where the programme prints one for the series. */
export function cutOffDay({ cutOffs, facts }: Context, key: string): IsoDate | undefined {
  return cutOffs.find((each) => each.key === key && each.series.includes(facts.series))?.date;
}

/** A day that is told, or the last of its year where only the year is. */
export function statedDay(told: {
  readonly obtainedOn?: IsoDate | undefined;
  readonly obtainedYear?: number | undefined;
}): IsoDate | undefined {
  return told.obtainedOn ?? (told.obtainedYear === undefined ? undefined : `${told.obtainedYear}-12-31`);
}

/** The year told, by itself or with its day. */
export function statedYear(told: {
  readonly obtainedOn?: IsoDate | undefined;
  readonly obtainedYear?: number | undefined;
}): number | undefined {
  return told.obtainedOn === undefined ? told.obtainedYear : yearOf(told.obtainedOn);
}

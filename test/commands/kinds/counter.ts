import type { Decider, EntityCommand, EntityState } from '../../../domain/entity/decider.ts';
import { refuse } from '../../../domain/refusal.ts';

/** A counter with a limit: the toy kind by which the tests show what a new kind needs. */
export type Counter = EntityState & { readonly value: number };
export type CounterCommand = EntityCommand<'add', { readonly by: number }>;
export type CounterFact = { readonly name: 'added'; readonly data: { readonly by: number; readonly value: number } };

const limit = 10;

export const counterDecider: Decider<Counter, CounterCommand, CounterFact> = {
  empty: { seq: 0, lastAt: 0, value: 0 },
  decide({ value }, { data: { by } }) {
    if (value + by <= limit) return [{ name: 'added', data: { by, value: value + by } }];
    return refuse('INVALID_DATA', { zh: '超出上限。', en: 'Above the limit.' }, { details: { limit } });
  },
  evolve: (state, { data }) => ({ ...state, value: data.value }),
};

/** A counter is full when it has reached its limit. */
export const isFull = ({ value }: Counter): boolean => value === limit;

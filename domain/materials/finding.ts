import type { Text } from '../text.ts';

/** What a check found wrong with one item: a JSON Pointer into the form. `warning` stops nobody. */
export type Problem = {
  readonly item: string;
  readonly outcome: 'missing' | 'invalid' | 'warning';
  readonly message: Text;
};

/** Something that is not there. */
export const lacks = (item: string, zh: string, en: string): Problem => ({
  item,
  outcome: 'missing',
  message: { zh, en },
});
/** Something that is there and wrong. */
export const wrong = (item: string, zh: string, en: string): Problem => ({
  item,
  outcome: 'invalid',
  message: { zh, en },
});
/** Something that should be looked at again. */
export const doubtful = (item: string, zh: string, en: string): Problem => ({
  item,
  outcome: 'warning',
  message: { zh, en },
});

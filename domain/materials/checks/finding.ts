import type { Text } from '../../text.ts';

/** A problem with one item, which is a JSON Pointer into the form. A `warning` does not prevent submission. */
export type Problem = {
  readonly item: string;
  readonly outcome: 'missing' | 'invalid' | 'warning';
  readonly message: Text;
};

/** A missing item. */
export const lacks = (item: string, zh: string, en: string): Problem => ({
  item,
  outcome: 'missing',
  message: { zh, en },
});
/** An invalid item. */
export const wrong = (item: string, zh: string, en: string): Problem => ({
  item,
  outcome: 'invalid',
  message: { zh, en },
});
/** An item that should be checked again. */
export const doubtful = (item: string, zh: string, en: string): Problem => ({
  item,
  outcome: 'warning',
  message: { zh, en },
});

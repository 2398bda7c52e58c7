import { randomUUID } from 'node:crypto';
import type { Vault } from '../../db/vault.ts';
import { type ActInput, codesOf } from '../../domain/case/acts.ts';
import type { CommandData } from '../../domain/case/commands.ts';
import type { SealedText } from '../../domain/case/sealed-text.ts';
import type { ActRequest } from '../intents/act.ts';

/** What travels of an action, and its free text sealed beside it. */
export type Argument = { readonly data: CommandData; readonly text?: NonNullable<ActRequest['text']> };

/** Parts what came in into codes, ids and dates, which travel, and words, which are sealed: all words of one act are one text. */
export function argumentOf(vault: Vault, input: ActInput): Argument {
  const { reason, deficiencies } = input;
  const words: SealedText = {
    ...(reason === undefined ? {} : { reason }),
    ...(deficiencies ? { items: Object.fromEntries(deficiencies.map((each) => [each.item, each.expected])) } : {}),
  };
  const text = Object.keys(words).length > 0 ? sealText(vault, words) : null;
  const data: CommandData = {
    ...codesOf(input),
    ...(text && reason !== undefined ? { text: text.id } : {}),
    ...(text ? { textHash: text.hash } : {}),
    ...(deficiencies && text
      ? { deficiencies: deficiencies.map((each) => ({ item: each.item, clause: each.clause, text: text.id })) }
      : {}),
  };
  return text ? { data, text } : { data };
}

/** Words under an id, encrypted, with the keyed hash that the chain of events may carry. */
export function sealText(vault: Vault, words: SealedText): NonNullable<ActRequest['text']> {
  const plain = JSON.stringify(words);
  return { id: randomUUID(), body: vault.seal(plain).toString('hex'), hash: vault.hash(plain) };
}

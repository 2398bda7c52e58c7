import { randomUUID } from 'node:crypto';
import type { Vault } from '../../db/vault.ts';
import { type ActInput, codesOf } from '../../domain/case/commands/acts.ts';
import type { CommandData } from '../../domain/case/commands/commands.ts';
import type { SealedText } from '../../domain/case/sealed-text.ts';
import type { ActRequest } from '../intents/act.ts';

/** The data of an action, which the workflow sees, and its free text, sealed, which it does not. */
export type Argument = { readonly data: CommandData; readonly text?: NonNullable<ActRequest['text']> };

/** Separates the input of an action into codes, ids and dates, and free text. All free text of one action is sealed as one text. */
export function argumentOf(vault: Vault, input: ActInput): Argument {
  const { reason, deficiencies } = input;
  const freeText: SealedText = {
    ...(reason === undefined ? {} : { reason }),
    ...(deficiencies ? { items: Object.fromEntries(deficiencies.map((each) => [each.item, each.expected])) } : {}),
  };
  const text = Object.keys(freeText).length > 0 ? sealText(vault, freeText) : null;
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

/** Free text under a new id, encrypted, with the keyed hash that the chain of events may carry. */
export function sealText(vault: Vault, freeText: SealedText): NonNullable<ActRequest['text']> {
  const plain = JSON.stringify(freeText);
  const id = randomUUID();
  return { id, body: vault.seal(plain, `text/${id}`).toString('hex'), hash: vault.hash(plain) };
}

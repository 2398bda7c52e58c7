import type { NewObjection } from '../../../db/postings/objections.ts';
import type { Vault } from '../../../db/vault.ts';
import type { Gather } from '../act.ts';

/** An objection as it was sent; `name` is present exactly if it is a named one. */
export type Objection = {
  readonly id: string;
  readonly no: string;
  readonly posting: string | null;
  readonly named: boolean;
  readonly name: string | undefined;
  readonly body: string;
};

/** The text of an objection and who made it, sealed. */
export function sealObjection(vault: Vault, { id, no, posting, named, name, body }: Objection): NewObjection {
  const objector = name === undefined ? null : vault.seal(name);
  return { id, no, posting, named, objector, body: vault.seal(body) };
}

/** The sealed text and author of an objection that the personnel department records, stored with the intent. */
export const keepObjection: Gather = ({ deps, row, act }) => {
  const { name, body = '', named = false } = act.input;
  const { no } = row;
  const objection = sealObjection(deps.vault, { id: act.id, no, posting: null, named, name, body });
  return { data: { objection: act.id }, keep: { objection } };
};

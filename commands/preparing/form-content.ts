import type { SealedContent } from '../../db/applications/contents.ts';
import type { Vault } from '../../db/vault.ts';
import type { Form } from '../../domain/materials/form.ts';

/** A form as it is kept: encrypted, with its keyed hash. */
export function sealForm(vault: Vault, no: string, form: Form): SealedContent {
  const plain = JSON.stringify(form);
  return { body: vault.seal(plain, `form/${no}`), hash: vault.hash(plain) };
}

/** Opens a kept form. */
export const openForm = (vault: Vault, no: string, body: Buffer): Form =>
  JSON.parse(vault.openText(body, `form/${no}`)) as Form;

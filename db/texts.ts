import { oneOf } from './conditions.ts';
import type { Db } from './connection.ts';
import { prepared } from './prepared.ts';
import { Recent } from './recent.ts';
import { texts } from './schema.ts';

/** A sealed text of what has the number `no`, with its keyed hash. */
export type NewText = { readonly id: string; readonly no: string; readonly body: Buffer; readonly hash: string };

/** Keeps a sealed text. */
export async function insertText({ sql: query }: Pick<Db, 'sql'>, { no, body, ...text }: NewText): Promise<void> {
  const given = JSON.stringify({ ...text, body: body.toString('hex') });
  await query`select write_text(${no}, ${given}::text::jsonb)`;
}

/** A sealed text is written once and never changed. */
const kept = new Recent<StoredText>(1_000);
type StoredText = { readonly id: string; readonly no: string; readonly body: Buffer };

/** Caches a sealed text that was just written, so that the view after the action need not read it. */
export const rememberText = (db: Db, text: StoredText): void => kept.keep(db, text.id, text);

const textsById = prepared(['ids'], (orm, { ids }) =>
  orm.select({ id: texts.id, no: texts.no, body: texts.bodyEnc }).from(texts).where(oneOf(texts.id, ids)),
);

/** The sealed texts of an application by their ids: reasons and other free text, which workflows never see. */
export async function findTexts(
  db: Db,
  no: string | readonly string[],
  ids: readonly string[],
): Promise<readonly StoredText[]> {
  const known = ids.flatMap((id) => kept.get(db, id) ?? []);
  const missing = ids.filter((id) => !known.some((text) => text.id === id));
  const found = missing.length > 0 ? await textsById(db, { ids: missing }) : [];
  for (const text of found) kept.keep(db, text.id, text);
  const nos = [no].flat();
  return [...known, ...found].filter((text) => nos.includes(text.no));
}

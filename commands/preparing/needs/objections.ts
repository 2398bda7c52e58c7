import { insertPublicObjection, type NewObjection } from '../../../db/postings/objections.ts';
import { refuse } from '../../../domain/refusal.ts';
import { type Text, text } from '../../../domain/text.ts';
import type { Gather, Subject } from '../act.ts';

/** Who objects without being signed in, or without a name: what is not said is not kept either. */
export const publicPerson = 'public';

/** What an objection says and who made it, sealed. The id is the request's own, so that a repeated request makes it once. */
function sealedObjection({ deps: { vault }, row, act }: Subject): NewObjection {
  const { name, body = '', named = false } = act.input;
  const { id } = act;
  const objector = name === undefined ? null : vault.seal(name, `objection.objector/${id}`);
  const sealed = vault.seal(body, `objection.body/${id}`);
  return { id, no: row.no, posting: act.posted ?? null, named, objector, body: sealed };
}

/**
 * Keeps an objection: with the intent where the personnel department records it, and before it where it comes from a posting. When the board is full it is
 * kept all the same, and waits to be taken up.
 */
export const keepObjection: Gather = async (subject) => {
  const { by, act, deps } = subject;
  const objection = sealedObjection(subject);
  const data = { objection: act.id };
  if (by.role !== 'objector') return { data, keep: { objection } };
  const kept = await insertPublicObjection(deps.db, objection);
  return kept === 'kept' ? { data } : refuse('OBJECTION_QUEUED', queued);
};

const queued: Text = text(
  '异议已收到；本次公示的异议较多，将按收到的先后处理。',
  'The objection was received; there are many, and it is handled in the order of receipt.',
);

import {
  insertPublicObjection,
  maxPublicObjections as max,
  type NewObjection,
  type PublicKept,
} from '../../../db/postings/objections.ts';
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
 * Keeps an objection: with the intent where the personnel department records it, and before it where it comes from a posting, because of those there are
 * only so many; one more than that is refused.
 */
export const keepObjection: Gather = async (subject) => {
  const { by, act, deps } = subject;
  const objection = sealedObjection(subject);
  const data = { objection: act.id };
  if (by.role !== 'objector') return { data, keep: { objection } };
  const kept = await insertPublicObjection(deps.db, objection, by.person === publicPerson ? null : by.person);
  return kept === 'kept' ? { data } : refuse('TOO_MANY_OBJECTIONS', tooMany[kept]);
};

const tooMany: Readonly<Record<Exclude<PublicKept, 'kept'>, Text>> = {
  person: text(
    `每人在一次公示期间对同一申报最多网上提出${max.person}项异议；请合并，或向张贴单位以电话、信函、来访方式反映。`,
    `One person makes ${max.person} objections to an application here while it is posted; telephone, write to or visit whoever posted it.`,
  ),
  unknown: text(
    `对该申报未登录或匿名的网上异议已达${max.unknown}项；请登录后实名提出，或向张贴单位以电话、信函、来访方式反映。`,
    `${max.unknown} objections to this application came without login or name already; sign in and give your name, or telephone, write to or visit whoever posted it.`,
  ),
  all: text(
    `对该申报的网上异议已达${max.all}项；请向张贴单位以电话、信函、来访方式反映。`,
    `${max.all} objections to this application came here already; telephone, write to or visit whoever posted it.`,
  ),
};

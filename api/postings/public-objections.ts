import { type Objection, sealObjection } from '../../commands/preparing/needs/objections.ts';
import { insertPublicObjection, maxPublicObjections as most, type PublicKept } from '../../db/postings/objections.ts';
import { type Text, text } from '../../domain/text.ts';
import { HttpError } from '../http/errors.ts';
import type { Services } from '../http/route.ts';

/** Keeps one from a posting, by a person who signed in and gives a name, or by nobody known; throws a 429 where there are too many already. */
export async function keepPublicObjection(
  { db, vault }: Services,
  objection: Objection,
  person: string | null,
): Promise<void> {
  const kept = await insertPublicObjection(db, sealObjection(vault, objection), person);
  if (kept !== 'kept') throw new HttpError(429, 'TOO_MANY_OBJECTIONS', tooMany[kept]);
}

const tooMany: Readonly<Record<Exclude<PublicKept, 'kept'>, Text>> = {
  person: text(
    `每人在一次公示期间对同一申报最多网上提出${most.person}项异议；请合并，或向张贴单位以电话、信函、来访方式反映。`,
    `One person makes ${most.person} objections to an application here while it is posted; telephone, write to or visit whoever posted it.`,
  ),
  unknown: text(
    `对该申报未登录或匿名的网上异议已达${most.unknown}项；请登录后实名提出，或向张贴单位以电话、信函、来访方式反映。`,
    `${most.unknown} objections to this application came without login or name already; sign in and give your name, or telephone, write to or visit whoever posted it.`,
  ),
  all: text(
    `对该申报的网上异议已达${most.all}项；请向张贴单位以电话、信函、来访方式反映。`,
    `${most.all} objections to this application came here already; telephone, write to or visit whoever posted it.`,
  ),
};

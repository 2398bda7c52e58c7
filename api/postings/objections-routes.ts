import type { z } from 'zod';
import type { ActResult } from '../../commands/intents/act.ts';
import { publicPerson } from '../../commands/preparing/needs/objections.ts';
import { findForAct, prepare } from '../../commands/preparing/prepare.ts';
import type { ApplicationRow } from '../../db/applications/applications.ts';
import { findPerson } from '../../db/people/people.ts';
import type { Actor } from '../../domain/case/actor.ts';
import type { Warning } from '../../domain/case/commands/commands.ts';
import { type Refusal, refuse } from '../../domain/refusal.ts';
import { objectionQueued } from '../../domain/stages/publicity.ts';
import { text } from '../../domain/text.ts';
import { errorOf, send } from '../actions/reply.ts';
import { HttpError, invalid, notFound, refused } from '../http/errors.ts';
import { networkOf } from '../http/request/rate-limit.ts';
import { defineRoute, type RequestKey, type Services } from '../http/route.ts';
import { seesPosting } from './posting-rights.ts';
import { newObjection, objectionView, ofPosting } from './postings-schemas.ts';

/** The route for objections, open to everybody who may see the posting (LN-5.4-f, LN-A1-e, LN-A1-f, A-17). */
export const objectionRoutes = [
  defineRoute({
    method: 'post',
    path: '/v1/postings/:id/objections',
    summary: 'Object to one application on a posting, with one’s name or without.',
    tag: 'postings',
    access: 'public',
    may: seesPosting,
    idempotency: 'stored',
    params: ofPosting,
    body: newObjection,
    answers: {
      201: { description: 'Received', schema: objectionView },
      202: { description: 'Recorded in time, looked at later', schema: objectionView },
      403: { description: 'One’s own application, with the clauses' },
      409: { description: 'The last day is over' },
      422: { description: 'Another name than that of the account, or an item that is not there' },
      429: { description: 'Too many objections of this person or address already' },
    },
    handle: async ({ granted: { posting }, body, caller, key, request, services }) => {
      const listed = posting.items.some(({ no }) => no === body.no);
      const row = listed ? await findForAct(services, body.no, { name: objecting, input: {} }) : null;
      if (!row) throw notFound();
      if (caller.person === row.person) throw refused(ownObjection(row));
      const name = await signedName(services, body, caller.person);
      const address = networkOf(request.ip ?? '');
      const count = caller.person === null ? services.countObjection.address : services.countObjection.person;
      const source = services.vault.hash(`${posting.id}/${body.no}/${caller.person ?? address}`);
      await count(source);
      const verified = body.named && caller.person !== null;
      const receipt = { id: key.id, no: body.no, named: body.named, verified };
      const said = { ...body, name, verified };
      const result = await object(services, row, { posting: posting.id, said, person: caller.person, key }).catch(
        async (error: unknown) => {
          // A refused objection is none of those that a source may make.
          if (error instanceof HttpError) await count(source, -1);
          throw error;
        },
      );
      const error = errorOf(result);
      if (error) throw error;
      const [status, state] = stateOf(result);
      return { status, body: { objection: { ...receipt, state } } };
    },
  }),
];

const objecting = 'recordObjection' as const;

/** Taken up at once, waiting for room, or only recorded yet. */
function stateOf(result: ActResult) {
  if (result.kind !== 'finished') return [202, 'recorded'] as const;
  const { outcome } = result;
  const warnings = 'warnings' in outcome ? (outcome.warnings as readonly Warning[]) : [];
  return warnings.some(({ code }) => code === objectionQueued)
    ? ([202, 'queued'] as const)
    : ([201, 'received'] as const);
}

/** Nobody objects to himself. */
function ownObjection({ plan, snapshot }: ApplicationRow): Refusal {
  const stage = plan?.stages.find(({ key }) => key === snapshot?.stage?.key);
  const clauses = stage?.kind === 'publicity' ? stage.objectionClauses : [];
  const message = text('申报人不能对本人的申报提出异议。', 'Nobody objects to an application of his own.');
  return refuse('OBJECTION_OWN', message, { clauses });
}

/** The name on an objection: that of the account, and only without one what was typed, which nobody has verified. */
async function signedName(
  { db, vault }: Services,
  { named, name }: Pick<z.infer<typeof newObjection>, 'named' | 'name'>,
  person: string | null,
): Promise<string | undefined> {
  if (!named) return undefined;
  const known = person === null ? null : await findPerson(db, person);
  const own = known ? vault.openText(known.nameEnc, 'person.name') : name;
  if (own === undefined) throw wrongName('未登录的，实名异议须署名。', 'Without login a named objection needs a name.');
  if (name !== undefined && name !== own)
    throw wrongName('已登录的，署名即登录人本人姓名。', 'Whoever is signed in objects under the name of the account.');
  return own;
}

const wrongName = (zh: string, en: string) =>
  invalid([{ path: '/name', message: text(zh, en) }], { clauses: ['LN-A1-f'] });

type Said = z.infer<typeof newObjection> & { readonly name: string | undefined; readonly verified: boolean };
type Objecting = {
  readonly posting: string;
  readonly said: Said;
  readonly person: string | null;
  readonly key: RequestKey;
};

/**
 * Records an objection: under the account's name, with a name that nobody has verified, or without any. Only the first holds the publicity by itself;
 * the others are for whoever posted it to judge.
 */
async function object(services: Services, row: ApplicationRow, { posting, said, person, key }: Objecting) {
  const { no: _no, verified, ...words } = said;
  const { id, fingerprint } = key;
  const by: Actor = { person: (verified && person) || publicPerson, role: 'objector' };
  const keyHash = services.vault.hash(`${key.keyHash}:objection`);
  const act = { name: objecting, input: { ...words, named: verified }, posted: posting, id, keyHash, fingerprint };
  const request = await prepare(services, row, by, act);
  if ('code' in request) throw refused(request);
  return send(services, request);
}

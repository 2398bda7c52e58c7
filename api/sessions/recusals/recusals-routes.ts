import type { z } from 'zod';
import { sealText } from '../../../commands/preparing/argument.ts';
import { type Declaration, type DrawnExpert, declare, drawnExperts } from '../../../db/sessions/recusals.ts';
import type { SealedText } from '../../../domain/case/sealed-text.ts';
import { no } from '../../../domain/session/grounds.ts';
import { recusalRefusal } from '../../../domain/session/recusal.ts';
import { text } from '../../../domain/text.ts';
import { openSealedTexts } from '../../applications/view-texts.ts';
import { invalid, refused, versionConflict } from '../../http/errors.ts';
import { defineRoute, type RouteDef, type Services } from '../../http/route.ts';
import { planOf } from '../draws/draw-refusals.ts';
import type { SeenSession } from '../find-shown.ts';
import { seesSession } from '../session-access.ts';
import { ofSession } from '../sessions-schemas.ts';
import { drawnExpertList, recusalInput } from './recusals-schemas.ts';

const tag = 'sessions';
const access = 'login' as const;
type Body = z.infer<typeof recusalInput>;

/** Who was drawn for a session, and from what they withdraw (Order 40, article 25). */
export const recusalRoutes: readonly RouteDef[] = [
  defineRoute({
    method: 'get',
    path: '/v1/sessions/:id/experts',
    summary:
      'The experts of a session in the order of the draw; its offices, experts and auditors, with names for the office of the committee and its own experts.',
    tag,
    access,
    may: seesSession,
    params: ofSession,
    answers: { 200: { description: 'The experts', schema: drawnExpertList } },
    handle: async ({ services, granted }) => ({
      status: 200,
      unstored: true,
      body: await expertsView(services, granted),
    }),
  }),
  defineRoute({
    method: 'post',
    path: '/v1/sessions/:id/recusals',
    summary:
      'Declares that nothing stands against reviewing, or withdraws from an application or from the session: an expert for himself, the office for whom it found.',
    tag,
    access,
    may: seesSession,
    idempotency: 'stored',
    params: ofSession,
    body: recusalInput,
    answers: {
      200: { description: 'The experts after it', schema: drawnExpertList },
      409: { description: 'Not between the draw and the ballot' },
    },
    handle: async ({ services, granted, body, caller, now }) => {
      const plan = planOf(granted);
      const refusal = recusalRefusal(granted.session.state, plan);
      if (refusal) throw refused(refusal);
      const { scope } = body;
      const words = scope === 'none' ? undefined : body.reason;
      if (scope !== 'none' && body.ground === 'other' && words === undefined)
        throw invalid([{ path: '/reason', message: text('须写明理由。', 'is required for another ground') }]);
      const given: Declaration = {
        ...whoseOf(granted, body),
        ...(body.scope === 'none' ? { scope: 'none' } : withoutWords(body)),
        session: granted.session.no,
        by: caller.person,
        at: await now(),
        text: words === undefined ? null : sealText(services.vault, { reason: words }),
      };
      const written = await declare(services.db, given, granted.session.seq);
      if (written === 'moved') throw versionConflict();
      if (written === 'notDrawn') throw invalid([{ path: '/expert', message: notDrawn }]);
      if (written === 'notOnRoster') throw invalid([{ path: '/application', message: notOnRoster }]);
      return { status: 200, body: await expertsView(services, granted) };
    },
  }),
];

/** For whom a declaration is: the caller, who is an expert here, or the expert whom the office names. */
function whoseOf(seen: SeenSession, body: Body): Pick<Declaration, 'expert' | 'foundBy'> {
  const named = body.scope === 'none' ? undefined : body.expert;
  if (named !== undefined && seen.roles.includes('committeeOffice')) return { expert: named, foundBy: 'office' };
  if (named === undefined && seen.session.expert !== null) return { expert: seen.session.expert, foundBy: 'declared' };
  throw refused(
    no(
      'NOT_YOURS',
      '回避由本次会议的专家本人声明；他人发现的，由办事机构登记。',
      'An expert of the session declares for himself; what somebody else found is recorded by the office.',
      planOf(seen).rules.draw,
    ),
  );
}

const withoutWords = (body: Exclude<Body, { scope: 'none' }>) =>
  body.scope === 'session'
    ? { scope: body.scope, ground: body.ground }
    : { scope: body.scope, application: body.application, ground: body.ground };

/** The experts of a session as the caller may see them. A reason is for the office and for the expert concerned. */
async function expertsView(services: Services, { session, roles }: SeenSession) {
  const found = await drawnExperts(services.db, session.no);
  const ids = found.flatMap(({ reason, from }) => [reason, ...from.map((each) => each.reason)]);
  const words = await openSealedTexts(services, session.no, ids);
  const office = roles.includes('committeeOffice');
  const named = office || session.expert !== null;
  const reader = roles.some((role) => role !== 'expert');
  return {
    items: found.map((expert) =>
      viewOf(services, expert, {
        named,
        all: reader || expert.id === session.expert,
        words: office || expert.id === session.expert ? words : new Map(),
      }),
    ),
  };
}

/** `all`: also from which applications the expert withdrew, which is nothing for the other experts. */
type Seeing = { readonly named: boolean; readonly all: boolean; readonly words: ReadonlyMap<string, SealedText> };

function viewOf({ vault }: Services, expert: DrawnExpert, { named, all, words }: Seeing) {
  const { id, title, specialty, unitName, chair, place, seat, declared, present } = expert;
  const wordsOf = (reason: string | null) => (reason && words.get(reason)?.reason) ?? null;
  const { recused, ground, foundBy, reason, from } = expert;
  return {
    ...{ id, title, specialty, unitName, chair, place, seat, declared, present },
    name: named ? vault.openText(expert.nameEnc, `expert.name/${id}`) : null,
    recused: recused ? { ground: ground ?? 'other', foundBy: foundBy ?? 'declared', reason: wordsOf(reason) } : null,
    recusedFrom: (all ? from : []).map((each) => ({ ...each, reason: wordsOf(each.reason) })),
  };
}

const notDrawn = text(
  '该专家未被本次会议抽取，或已整场回避。',
  'This expert was not drawn for the session, or has withdrawn from all of it.',
);
const notOnRoster = text('该申报不在本次会议的评审对象之列。', 'This application is not on the roster of the session.');

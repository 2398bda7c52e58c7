import { castIn, marksOf } from '../../../db/sessions/ballot/votes.ts';
import { defineRoute, type RouteDef } from '../../http/route.ts';
import { onSession } from '../session-access.ts';
import { ofSession } from '../sessions-schemas.ts';
import { ballotMarks, votesBody, votesCast } from './ballot-schemas.ts';
import { cast } from './cast.ts';

const tag = 'sessions';
const path = '/v1/sessions/:id/ballots';
const votes = onSession('The experts of the session.', ({ roles }) => roles.includes('expert'));

/** The votes of the experts (docs/ballot.md). */
export const ballotRoutes: readonly RouteDef[] = [
  // Without an Idempotency-Key: a keyed hash of three possible bodies would tell the vote, and the same vote again changes nothing.
  defineRoute({
    method: 'post',
    path,
    summary:
      'Vote by secret ballot on one application or several, or change the vote, while the box is open; an expert who is present and not recused from them. All are taken or none.',
    tag,
    access: 'login',
    may: votes,
    params: ofSession,
    body: votesBody,
    answers: {
      200: { description: 'The votes are in the box', schema: votesCast },
      404: { description: 'One of the applications is not the caller’s to vote on' },
      409: { description: 'The box is not open yet, or closed' },
    },
    handle: async ({ services, granted, params: { id }, body, caller, world }) => {
      const given = 'ballots' in body ? body.ballots : [body];
      await cast(services, granted, { caller, world, id, votes: given });
      return { status: 200, body: { cast: given.length } };
    },
  }),
  defineRoute({
    method: 'get',
    path,
    summary:
      'On which applications the caller may vote and has voted, never what; whoever presides also sees how many votes are in the open box.',
    tag,
    access: 'login',
    may: votes,
    params: ofSession,
    answers: { 200: { description: 'The marks of the caller; none once the box is closed', schema: ballotMarks } },
    handle: async ({ services: { db }, granted: { session }, caller }) => {
      if (!session.state.ballot?.open) return { status: 200, body: { items: [], inBox: null } };
      const items = await marksOf(db, { session: session.no, person: caller.person });
      const presides = session.expert !== null && session.expert === session.state.chair;
      return { status: 200, body: { items, inBox: presides ? await castIn(db, session.no) : null } };
    },
  }),
];

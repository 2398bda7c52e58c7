import { sealVote } from '../../../commands/sessions/ballot/envelopes.ts';
import { custodiansOf } from '../../../db/sessions/ballot/custodians.ts';
import { castVotes } from '../../../db/sessions/ballot/votes.ts';
import { castingRefusal } from '../../../domain/session/ballot/casting.ts';
import type { Choice } from '../../../domain/session/ballot/tally.ts';
import { text } from '../../../domain/text.ts';
import type { Person } from '../../http/caller.ts';
import { invalid, notFound, refused } from '../../http/errors.ts';
import type { Services } from '../../http/route.ts';
import { findShown, type SeenSession } from '../find-shown.ts';
import { planOfSession } from './plan-of-session.ts';

type Casting = {
  readonly caller: Person;
  readonly world: string | null;
  readonly id: string;
  readonly votes: readonly { readonly application: string; readonly vote: Choice }[];
};

/** Seals the votes of an expert and puts them into the box: all, or none with the reason. What somebody may not vote on is a 404. */
export async function cast(services: Services, seen: SeenSession, casting: Casting): Promise<void> {
  const { caller, world, id, votes } = casting;
  requireOpen(seen);
  if (new Set(votes.map(({ application }) => application)).size < votes.length)
    throw invalid([{ path: '/ballots', message: text('同一申报只投一票。', 'There is one vote on an application.') }]);
  const [first, second] = await custodiansOf(services.db, seen.session.no);
  if (!first || !second) throw new Error(`the box of ${seen.session.no} is open without its two custodians`);
  const keys = [first.publicKey, second.publicKey] as const;
  const sealed = votes.map(({ application, vote }) => ({ application, sealed: sealVote(vote, keys) }));
  if (await castVotes(services.db, { session: seen.session.no, person: caller.person, votes: sealed })) return;
  requireOpen(await findShown(services, { id, caller, world }));
  throw notFound();
}

function requireOpen({ session }: SeenSession): void {
  const refusal = castingRefusal(session.state, planOfSession(session));
  if (refusal) throw refused(refusal);
}

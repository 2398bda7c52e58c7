import type { StoredDraw } from '../../../db/sessions/draws/draws.ts';
import { toRfc3339 } from '../../../domain/calendar/dates.ts';
import type { SealedText } from '../../../domain/case/sealed-text.ts';
import type { DrawProof } from '../../../domain/session/draw/proof.ts';
import { openSealedTexts } from '../../applications/view-texts.ts';
import type { Services } from '../../http/route.ts';
import type { SeenSession } from '../find-shown.ts';

/** The draws of a session as they are listed. */
export async function drawItems(services: Services, seen: SeenSession, draws: readonly StoredDraw[]) {
  const words = await wordsOf(services, seen, draws);
  return draws.map((draw) => itemOf(seen, draw, words));
}

/** One draw with its pool. */
export async function viewOfDraw(services: Services, seen: SeenSession, draw: StoredDraw) {
  const words = await wordsOf(services, seen, [draw]);
  const { pool, drawn, reason } = draw;
  const whys = (reason && words.get(reason)?.items) ?? {};
  return { ...itemOf(seen, draw, words), pool, whys, drawn };
}

/** The proof of a revealed draw, or null; nothing else is in it, so that it is what `npm run verify-draw` reads. */
export function proofOf({ pool, poolHash, secretHash, secret, value, seed, drawn }: StoredDraw): DrawProof | null {
  if (secret === null || value === null || seed === null || drawn === null) return null;
  return { pool, poolHash, secretHash, secret, value, seed, drawn };
}

const wordsOf = (services: Services, { session }: SeenSession, draws: readonly StoredDraw[]) =>
  openSealedTexts(
    services,
    session.no,
    draws.map(({ reason }) => reason),
  );

function itemOf({ session }: SeenSession, draw: StoredDraw, words: ReadonlyMap<string, SealedText>) {
  const { n, poolHash, secretHash, committedAt, value, valueAt, revealedAt, reason } = draw;
  const given = value === null ? ('committed' as const) : ('valued' as const);
  return {
    ...{ n, poolHash, secretHash, value },
    status: revealedAt === null ? given : ('revealed' as const),
    committedAt: toRfc3339(committedAt),
    valueAt: valueAt === null ? null : toRfc3339(valueAt),
    revealedAt: revealedAt === null ? null : toRfc3339(revealedAt),
    recorded: session.state.draw?.n === n,
    reason: (reason && words.get(reason)?.reason) ?? null,
  };
}

import { isPair, sealKey, wipe } from '../../../commands/sessions/ballot/envelopes.ts';
import {
  type Custodian,
  custodiansOf,
  keepReleasedKey,
  registerCustodian,
} from '../../../db/sessions/ballot/custodians.ts';
import type { Role } from '../../../domain/programme/facts.ts';
import { refuse } from '../../../domain/refusal.ts';
import {
  keysRegisteredIn,
  openingRefusal,
  otherCustodian,
  otherKey,
  registeringRefusal,
} from '../../../domain/session/ballot/casting.ts';
import type { SessionPlan } from '../../../domain/session/session.ts';
import { text } from '../../../domain/text.ts';
import type { Person } from '../../http/caller.ts';
import { notFound, refused } from '../../http/errors.ts';
import type { Services } from '../../http/route.ts';
import type { SeenSession } from '../find-shown.ts';
import { planOfSession } from './plan-of-session.ts';

/** The places that somebody in these roles may take: the first for the committee's office, the second for whoever supervises, and auditors. */
export const placesOf = (roles: readonly Role[], { rules }: SessionPlan): readonly (1 | 2)[] => [
  ...(roles.includes('committeeOffice') ? ([1] as const) : []),
  ...(roles.some((role) => role === 'auditor' || rules.supervises.includes(role)) ? ([2] as const) : []),
];

/** Registers the public key of the caller, in the place that is theirs; with a right to both, in the one that nobody else has. */
export async function register(services: Services, { session, roles }: SeenSession, by: Person, publicKey: Uint8Array) {
  const plan = planOfSession(session);
  const refusal = registeringRefusal(session.state, plan);
  if (refusal) throw refused(refusal);
  const others = (await custodiansOf(services.db, session.no)).filter(({ person }) => person !== by.person);
  const places = placesOf(roles, plan);
  const place = places.find((each) => others.every((other) => other.place !== each)) ?? places[0];
  if (!place) throw notFound();
  const done = await registerCustodian(services.db, {
    session: session.no,
    place,
    person: by.person,
    publicKey: Buffer.from(publicKey),
    statuses: keysRegisteredIn,
  });
  if (!done) throw refused(otherCustodian(plan));
}

/** The custodians of the box, as somebody reads them. */
export async function custodianViews(services: Services, session: string, { person }: Person) {
  const custodians = await custodiansOf(services.db, session);
  return custodians.map((each) => ({
    place: each.place,
    publicKey: each.publicKey.toString('base64'),
    released: each.released !== null,
    own: each.person === person,
  }));
}

/** Keeps the private key of the caller, sealed for the other custodian alone. */
export async function release(services: Services, { session }: SeenSession, by: Person, privateKey: Uint8Array) {
  const plan = planOfSession(session);
  const { own, other } = await bothOf(services, session.no, by);
  const refusal = openingRefusal(session.state, plan);
  if (refusal) throw refused(refusal);
  if (!isPair({ publicKey: own.publicKey, privateKey })) throw refused(otherKey());
  const sealed = sealKey(privateKey, other.publicKey);
  wipe(privateKey);
  // False where the votes were counted meanwhile: then no key is needed any more.
  await keepReleasedKey(services.db, { session: session.no, place: own.place, sealed });
}

async function bothOf(services: Services, session: string, { person }: Person) {
  const custodians = await custodiansOf(services.db, session);
  const own = custodians.find((each) => each.person === person);
  const other = custodians.find((each) => each.person !== person);
  if (!own || !other) throw notCustodian();
  return { own, other } satisfies Readonly<Record<string, Custodian>>;
}

/** Only the custodians of the box release keys and count. */
export const notCustodian = () =>
  refused(
    refuse('NOT_YOURS', text('仅投票箱的保管人可以办理。', 'This is for the custodians of the ballot box alone.')),
  );

import type { ActRequest } from '../../commands/intents/act.ts';
import { identityHashOf } from '../../db/applications/applicants.ts';
import type { ApplicationKey, ApplicationRow } from '../../db/applications/applications.ts';
import { type StoredOverride, unusedOverrides } from '../../db/applications/claim-overrides.ts';
import { findClaims } from '../../db/applications/claims.ts';
import { dateOf } from '../../domain/calendar/dates.ts';
import type { ClaimAllowance } from '../../domain/case/check-results.ts';
import type { CommandData } from '../../domain/case/commands.ts';
import { claimsOf, reopens } from '../../domain/claims/claims.ts';
import { shareAllowedClaims } from '../../domain/claims/overrides.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import type { Services } from '../http/route.ts';

/** What an act claims, and what of it was allowed although another holds it. */
export type ActClaims = Pick<ActRequest, 'claims'> & { readonly allowed?: readonly ClaimAllowance[] };

/** What an application claims by these rules, shared where the title office allows it. */
export async function claimsFor(
  { db }: Pick<Services, 'db'>,
  key: ApplicationKey,
  rules: Pick<Programme, 'claims'>,
): Promise<ActClaims> {
  const { no, world, unit, programme, series, specialty, level, track, employerClass, committee, destination } = key;
  const facts = { series, specialty, level, track, employerClass, committee, destination };
  const [identityHash, overrides] = await Promise.all([identityHashOf(db, key.person), unusedOverrides(db, no)]);
  // People of different clock worlds may have the same identity number and do not touch each other.
  const claimant = { no, world, unit, identity: identityHash ?? key.person, facts };
  const claims = claimsOf({ id: programme, claims: rules.claims }, claimant);
  if (overrides.length === 0) return { claims };
  const held = await findClaims(db, claims);
  const shared = shareAllowedClaims({ no, claims, held, allowances: overrides.map(allowanceOf) });
  return shared.allowed.length > 0 ? shared : { claims };
}

const allowanceOf = ({ id, kinds, by, hash, decidedAt }: StoredOverride): ClaimAllowance => ({
  override: id,
  claims: kinds,
  by,
  decidedOn: dateOf(decidedAt),
  text: id,
  textHash: hash,
});

/** What an act that opens a road again must have again, because it may have been free meanwhile; nothing for any other act. */
export async function claimedAgain(
  services: Pick<Services, 'db'>,
  row: ApplicationRow,
  { name, body }: { readonly name: string; readonly body: Pick<CommandData, 'upheld'> },
): Promise<ActClaims> {
  return row.plan && reopens(name, body) ? claimsFor(services, row, row.plan) : {};
}

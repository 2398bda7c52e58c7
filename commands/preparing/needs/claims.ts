import type { StoredOverride } from '../../../db/applications/claim-overrides.ts';
import { findClaims, type HeldClaim } from '../../../db/applications/claims.ts';
import { dateOf } from '../../../domain/calendar/dates.ts';
import type { ClaimAllowance } from '../../../domain/case/check-results.ts';
import { type Claim, claimsOf } from '../../../domain/claims/claims.ts';
import { shareAllowedClaims } from '../../../domain/claims/overrides.ts';
import type { Programme } from '../../../domain/programme/programme.ts';
import { asideOf, type Gather, type Gathered, type Subject } from '../act.ts';

/** What an application claims by these rules, shared where the title office allows it. */
export async function claimsFor(subject: Subject, rules: Pick<Programme, 'claims'>): Promise<Gathered> {
  const { no, world, unit, person, programme, ...head } = subject.row;
  const { series, specialty, level, track, employerClass, committee, destination } = head;
  const facts = { series, specialty, level, track, employerClass, committee, destination };
  // People of different clock worlds may have the same identity number and do not touch each other.
  const claimant = { no, world, unit, identity: asideOf(subject, 'identityHash') ?? person, facts };
  const claims = claimsOf({ id: programme, claims: rules.claims }, claimant);
  const overrides = asideOf(subject, 'overrides');
  if (overrides.length === 0) return { claims };
  return shared({ no, claims, overrides, held: await findClaims(subject.deps.db, claims) });
}

type Sharing = {
  readonly no: string;
  readonly claims: readonly Claim[];
  readonly overrides: readonly StoredOverride[];
  readonly held: readonly HeldClaim[];
};

/** The claims with those shared that were allowed and that another really holds. */
function shared({ no, claims, overrides, held }: Sharing): Gathered {
  const sharing = shareAllowedClaims({ no, claims, held, allowances: overrides.map(allowanceOf) });
  return sharing.allowed.length > 0 ? { claims: sharing.claims, data: { allowed: sharing.allowed } } : { claims };
}

const allowanceOf = ({ id, kinds, by, hash, decidedAt }: StoredOverride): ClaimAllowance => ({
  override: id,
  claims: kinds,
  by,
  decidedOn: dateOf(decidedAt),
  text: id,
  textHash: hash,
});

/** What an act that opens a path again must have again, because it may have been free meanwhile; nothing where it leaves the end as it is. */
export const claimAgain: Gather = (subject) => {
  const { plan } = subject.row;
  return plan && subject.act.input.upheld !== false ? claimsFor(subject, plan) : {};
};

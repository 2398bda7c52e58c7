import type { StoredOverride } from '../../../db/claims/claim-overrides.ts';
import { findClaims, type HeldClaim } from '../../../db/claims/claims.ts';
import { dateOf } from '../../../domain/calendar/dates.ts';
import type { ClaimAllowance } from '../../../domain/case/check-results.ts';
import { currentStage } from '../../../domain/case/plan/compiled-stages.ts';
import { awaitedResult } from '../../../domain/case/referral.ts';
import { type Claim, certificateClaim, claimsOf } from '../../../domain/claims/claims.ts';
import { shareAllowedClaims } from '../../../domain/claims/overrides.ts';
import type { Programme } from '../../../domain/programme/programme.ts';
import { asideOf, type Gather, type Gathered, type Subject } from '../act.ts';

/** The claims of an application by these rules; a claim is shared if the title office allows that. */
export async function claimsFor(subject: Subject, rules: Pick<Programme, 'claims'>): Promise<Gathered> {
  const { no, world, unit, person, programme, ...head } = subject.row;
  const { series, specialty, level, track, employerClass, committee, destination } = head;
  const facts = { series, specialty, level, track, employerClass, committee, destination };
  // The world is part of the key, because people of different clock worlds may have the same identity number.
  const claimant = { no, world, unit, identity: asideOf(subject, 'identityHash') ?? person, facts };
  const claims = claimsOf({ id: programme, claims: rules.claims }, claimant);
  const overrides = asideOf(subject, 'overrides');
  if (overrides.length === 0) return { claims };
  // A first submission has not claimed anything before.
  const held = subject.first ? await findClaims(subject.deps.db, claims) : asideOf(subject, 'rivals');
  return shared({ no, claims, overrides, held });
}

type Sharing = {
  readonly no: string;
  readonly claims: readonly Claim[];
  readonly overrides: readonly StoredOverride[];
  readonly held: readonly HeldClaim[];
};

/** The claims, of which one is shared if that was allowed and another application holds it. */
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

/** The claims that an action takes again if it reopens the application, since another may have taken them meanwhile; none if it does not reopen it. */
export const claimAgain: Gather = (subject) => {
  const { plan } = subject.row;
  return plan && subject.act.input.upheld !== false ? claimsFor(subject, plan) : {};
};

/** The number under which a certificate is about to be issued, or was issued elsewhere for a referred case, so that no other gets the same. */
export const claimCertificateNumber: Gather = ({ row, state, act }) => {
  const { no, world, programme } = row;
  const { certificate: number } = act.input;
  const clauses = (awaitedResult(state) ?? currentStage(state))?.clauses ?? [];
  return number ? { claims: [certificateClaim({ no, world, programme, number, clauses })] } : {};
};

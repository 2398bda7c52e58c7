import { findClaims } from '../../db/claims/claims.ts';
import { identityHashOf } from '../../db/people/people.ts';
import { type Claim, claimsOf, claimTaken } from '../../domain/claims/claims.ts';
import type { Finding } from '../../domain/eligibility/finding.ts';
import type { ApplicantFacts, Role } from '../../domain/programme/facts.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { type Text, text } from '../../domain/text.ts';
import type { Caller } from '../http/caller.ts';
import type { Services } from '../http/route.ts';

/** The finding of a rule across applications, for the year or a lifetime. */
export type AcrossFinding = Pick<Finding, 'clause' | 'message' | 'readings'> & {
  readonly outcome: Finding['outcome'] | 'checkedAtSubmit';
  readonly attestedBy?: { readonly role: Role; readonly name: Text };
};

const later: Text = text(
  '提交时核查本年度其他申报。',
  'Other applications of the year are looked at when this one is submitted.',
);
const free: Text = text(
  '目前没有与之冲突的本年度申报；提交时再次核查。',
  'No other application of the year stands against it now; it is looked at again at submission.',
);

/** The rules across applications: checked for a person who is logged in, otherwise left to the submission. */
export async function acrossApplications(
  { db }: Services,
  programme: Programme,
  { caller, facts }: { caller: Caller; facts: ApplicantFacts },
): Promise<AcrossFinding[]> {
  if (caller.person === null)
    return gravest(programme.claims.flatMap((claim) => findings(claim, 'checkedAtSubmit', later)));
  const identity = (await identityHashOf(db, caller.person)) ?? caller.person;
  const claims = claimsOf(programme, { no: '', unit: '', world: caller.world, identity, facts });
  // The request does not name the unit, so the claims of its other people are left to the submission.
  const own = claims.filter(({ kind }) => kind !== 'committeeOfUnit');
  const held = await findClaims(db, own);
  const all = claims.flatMap((claim) => {
    if (!own.includes(claim)) return findings(claim, 'checkedAtSubmit', later);
    const taken = held.some(
      ({ kind, key, value }) => kind === claim.kind && key === claim.key && value !== claim.value,
    );
    return taken ? findings(claim, 'notMet', claimTaken(claim).message) : findings(claim, 'met', free);
  });
  return gravest(all);
}

/** One finding for each clause; of several claims under one clause, the one that prevents the application. */
function gravest(all: readonly AcrossFinding[]): AcrossFinding[] {
  const byClause = Map.groupBy(all, ({ clause }) => clause);
  return [...byClause.values()].flatMap((same) => same.find(({ outcome }) => outcome === 'notMet') ?? same[0] ?? []);
}

function findings(
  { clauses, readings }: Pick<Claim, 'clauses' | 'readings'>,
  outcome: AcrossFinding['outcome'],
  message: Text,
): AcrossFinding[] {
  return clauses.map((clause) => ({ clause, outcome, message, readings }));
}

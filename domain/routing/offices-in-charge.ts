import { stagePathOf } from '../case/compile.ts';
import type { ApplicantFacts, Role } from '../programme/facts.ts';
import type { Process, Programme } from '../programme/programme.ts';
import type { StageDef } from '../programme/stages.ts';

/** The office of the committee and the authority of the applicant's unit, as the routing found them; null where there is none. */
export type Routed = {
  readonly office: string | null;
  readonly authority: string | null;
  /** The commission that supervises the unit, where it is known: it stands for the industry authority (DL-1.2-d). */
  readonly supervisor?: string;
};

/** Which office acts in which role on the road of one applicant: those of the programme, and the two that depend on the applicant. */
export function officesInCharge(
  programme: Programme,
  facts: ApplicantFacts,
  { office, authority, supervisor }: Routed,
): Readonly<Partial<Record<Role, string>>> {
  const offices: Partial<Record<Role, string | null>> = {
    ...programme.fixedOffices,
    committeeOffice: office,
    committeeOrganiser: office,
    sealingAuthority: authority,
    preliminaryAuthority: authority,
    ...(supervisor === undefined ? {} : { industryAuthority: supervisor }),
  };
  const onRoad = new Set([
    'committeeOffice',
    ...stagePathOf(programme, facts).flatMap(rolesOf),
    ...rolesBeside(programme),
  ]);
  return Object.fromEntries(Object.entries(offices).filter(([role, id]) => id && onRoad.has(role)));
}

/** Who may cancel, take something late, find a publicity invalid or decide a recheck, whichever stage the case stands in. */
export function rolesBeside({ cancel, lateAcceptances, invalidation, recheck }: Process): Role[] {
  const may = [cancel, ...lateAcceptances, ...(invalidation ? [invalidation] : []), ...(recheck ? [recheck] : [])];
  return [...new Set(may.map(({ role }) => role))];
}

/** Who acts in a stage, in turn; the applicant where it is filed, and last whoever records what came back of a referral. */
export function rolesOf(stage: StageDef): Role[] {
  switch (stage.kind) {
    case 'filing':
      return ['applicant'];
    case 'handover':
      return [...stage.steps.map((step) => step.role), ...(stage.awaits ? [stage.awaits.role] : [])];
    default:
      return [stage.role];
  }
}

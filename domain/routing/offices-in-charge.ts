import { stagePathOf } from '../case/plan/compile.ts';
import type { ApplicantFacts, Role } from '../programme/facts.ts';
import type { Process, Programme } from '../programme/programme.ts';
import type { StageDef } from '../programme/stages/stages.ts';

/** The office of the committee and the authority of the applicant's unit, as the routing found them; null when there is none. */
export type Routed = {
  readonly office: string | null;
  readonly authority: string | null;
  /** The commission that supervises the unit, if known; it is then the industry authority (DL-1.2-d). */
  readonly supervisor?: string;
};

/** The office in charge of each role on the stage path of one applicant: those of the programme, and the two that depend on the applicant. */
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
  const onPath = new Set([
    'committeeOffice',
    ...stagePathOf(programme, facts).flatMap(rolesOf),
    ...rolesInAnyStage(programme),
  ]);
  return Object.fromEntries(Object.entries(offices).filter(([role, id]) => id && onPath.has(role)));
}

/**
 * The roles that may cancel, accept late, invalidate a publicity, decide a recheck, supervise, or decide about proven fraud in any stage and after the
 * end (LYG-5.2-d, LYG-5.4-c).
 */
export function rolesInAnyStage(programme: Process & Pick<Programme, 'integrity'>): Role[] {
  const { cancel, lateAcceptances, invalidation, recheck, supervision, integrity } = programme;
  const may = [
    cancel,
    ...lateAcceptances,
    ...[invalidation, recheck, supervision].filter((rule) => rule !== undefined),
  ];
  const deciding = integrity ? [...integrity.decides.before, ...integrity.decides.after] : [];
  return [...new Set([...may.map(({ role }) => role), ...deciding])];
}

/** The roles of a stage, in order: the applicant for a filing, and last the role that records the result of a referral. */
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

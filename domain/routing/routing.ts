import { stagePathOf } from '../case/plan/compile.ts';
import { fits } from '../programme/condition.ts';
import type { Destination, Role } from '../programme/facts.ts';
import type { AuthorityRule, Provenance, RoutingCondition, SealingRule } from '../programme/offices.ts';
import type { Programme } from '../programme/programme.ts';
import type { Text } from '../text.ts';
import type { RoutingFacts } from './facts.ts';
import { officesInCharge, rolesOf } from './offices-in-charge.ts';

/** One role that handles the application, in order; `office` is null for a unit or when no office is named. */
type ChannelPart = { readonly role: Role; readonly office: string | null };

/** The route of an application: who decides, who reviews first, which office is in charge of which role, and the rules applied. */
export type Route = {
  readonly decision: AuthorityRule['decision'];
  /** The committee of this programme; its windows apply to the case. */
  readonly committee: string | null;
  /** Who decides the application; null when it is not accepted here. */
  readonly destination: Destination | null;
  /** The office in charge of the case: that of the committee. */
  readonly office: string | null;
  /** The authority that reviews first or seals. */
  readonly authority: string | null;
  readonly acting: Readonly<Partial<Record<Role, string>>>;
  readonly channel: readonly ChannelPart[];
  readonly referTo?: Text;
  readonly printedIn?: Provenance;
  /** The clauses of the decision and of the authority. */
  readonly clauses: readonly string[];
  readonly readings: readonly string[];
  readonly authorityClauses: readonly string[];
};

/** Finds the route of an application through a programme; a case without a matching rule is assigned manually. */
export function routeOf(programme: Programme, facts: RoutingFacts): Route {
  const rule = byHand(programme, facts);
  const about = aboutOf(programme, facts);
  const first = programme.sealing.find((each) => concerns(each, about));
  const decision = rule?.decision ?? 'manual';
  const destination = destinationOf[decision];
  const committee = programme.committees?.find(({ id }) => id === rule?.committee);
  const office = destination === null ? null : (rule?.office ?? committee?.office ?? programme.office);
  const authority = first ? authorityOf(programme, first, facts) : null;
  const mine = { ...facts, committee: committee?.id ?? null, destination };
  const supervisor = supervisorOf(programme, facts);
  const acting = officesInCharge(programme, mine, { office, authority, ...(supervisor ? { supervisor } : {}) });
  return {
    decision,
    destination,
    office,
    authority,
    acting,
    committee: committee?.id ?? null,
    channel: destination === null ? [] : channelOf(programme, mine, acting),
    ...(rule?.referTo ? { referTo: rule.referTo } : {}),
    ...(rule?.printedIn ? { printedIn: rule.printedIn } : {}),
    clauses: rule?.clauses ?? programme.scope,
    readings: rule?.readings ?? [],
    authorityClauses: first?.clauses ?? [],
  };
}

/** The first rule of the authority table that fits (LN-2), if any. */
export function authorityRuleOf(programme: Programme, facts: RoutingFacts): AuthorityRule | undefined {
  const about = aboutOf(programme, facts);
  return programme.authorities.find((rule) => concerns(rule, about));
}

/**
 * Replaces a rule with the committee that the title office assigned: a `manual` rule, or one beside which other rules print that committee
 * (A-26).
 */
function byHand(programme: Programme, facts: RoutingFacts): AuthorityRule | undefined {
  const rule = authorityRuleOf(programme, facts);
  const { assigned } = facts;
  if (!rule || !assigned) return rule;
  const { committee, destination } = assigned;
  if (rule.decision === 'manual') return { ...rule, committee, decision: destination };
  return ruleOfCommittee(programme, facts, committee) ?? rule;
}

/**
 * The printed rule by which a committee accepts such applicants, whatever the place of their unit: the city and the counties may have one each
 * (A-26).
 */
export function ruleOfCommittee(
  programme: Programme,
  facts: RoutingFacts,
  committee: string,
): AuthorityRule | undefined {
  const about = aboutOf(programme, facts);
  const here = authorityRuleOf(programme, facts);
  return programme.authorities.find(({ territories: _places, agencyClient: _client, ...rule }) => {
    const taken = rule.committee === committee && destinationOf[rule.decision] !== null;
    return taken && (rule.tracks === undefined) === (here?.tracks === undefined) && concerns(rule, about);
  });
}

/** The destination for each decision of a rule; null when the application is not accepted here. */
export const destinationOf: Readonly<Record<AuthorityRule['decision'], Destination | null>> = {
  here: 'here',
  afterDelegation: 'here',
  province: 'province',
  elsewhere: null,
  manual: null,
};

/** The facts with the class of the specialty, which rules may use. */
type About = RoutingFacts & { readonly specialtyClass: string | undefined };

function aboutOf({ series }: Programme, facts: RoutingFacts): About {
  const mine = series.find((each) => each.key === facts.series);
  return { ...facts, specialtyClass: mine?.specialties.find((each) => each.key === facts.specialty)?.class };
}

/** Whether a rule applies to the applicant: every given list must contain the applicant's value, and an unknown value matches no list. */
function concerns(rule: RoutingCondition, facts: About): boolean {
  return (
    fits(rule.specialtyClasses, facts.specialtyClass) &&
    fits(rule.series, facts.series) &&
    fits(rule.specialties, facts.specialty) &&
    fits(rule.levels, facts.level) &&
    fits(rule.tracks, facts.track) &&
    fits(rule.employerClasses, facts.employerClass) &&
    fits(rule.territories, facts.territory) &&
    (rule.agencyClient === undefined || rule.agencyClient === (facts.agencyClient ?? false))
  );
}

function authorityOf(programme: Programme, rule: SealingRule, facts: RoutingFacts): string {
  return (rule.supervised ? supervisorOf(programme, facts) : undefined) ?? rule.authority;
}

/** The supervising commission, if it is an office of this programme. */
function supervisorOf({ offices }: Programme, { supervisor }: RoutingFacts): string | undefined {
  return offices.find(({ id }) => id === supervisor)?.id;
}

/** The roles that handle the application, in order, starting with the unit. */
function channelOf(programme: Programme, facts: RoutingFacts, acting: Route['acting']): ChannelPart[] {
  const parts = stagePathOf(programme, facts)
    .flatMap(rolesOf)
    .filter((role) => role !== 'applicant')
    .map((role) => ({ role, office: acting[role] ?? null }));
  return parts.filter((part, i) => part.role !== parts[i - 1]?.role);
}

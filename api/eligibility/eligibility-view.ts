import type { z } from 'zod';
import { roleNamed } from '../../domain/access/role-labels.ts';
import type { IsoDate } from '../../domain/calendar/dates.ts';
import { compile } from '../../domain/case/plan/compile.ts';
import type { EligibilityFacts } from '../../domain/eligibility/facts.ts';
import type { Finding } from '../../domain/eligibility/finding.ts';
import { filingWindow } from '../../domain/eligibility/in-time.ts';
import { type LastDay, lastDays } from '../../domain/eligibility/last-days.ts';
import type { Eligibility } from '../../domain/eligibility/may-apply.ts';
import { applies } from '../../domain/programme/condition.ts';
import type { ApplicantFacts } from '../../domain/programme/facts.ts';
import type { Plan, Programme } from '../../domain/programme/programme.ts';
import type { Route } from '../../domain/routing/routing.ts';
import { shownOffice } from '../../domain/routing/shown-office.ts';
import type { Services } from '../http/route.ts';
import type { eligibilityView } from './eligibility-schemas.ts';

type View = z.infer<typeof eligibilityView>;

/** The rest of the answer beside the findings: where, by when and with what. */
export type RoutingView = Omit<View, 'eligible' | 'findings' | 'asOf' | 'warnings'>;

/** The programme compiled for the caller; null if none of its offices accepts the application. */
export function planAsked(
  { deps }: Services,
  programme: Programme,
  told: EligibilityFacts,
  route: Route | null,
): Plan | null {
  return route?.office == null ? null : compile(programme, routedFacts(told, route), deps.calendar);
}

/** The stages of an application, if a committee accepts it. */
export function routingView(
  programme: Programme,
  plan: Plan | null,
  asked: { facts: EligibilityFacts; result: Eligibility; asOf: IsoDate },
): RoutingView {
  const { route } = asked.result;
  if (!route) return nowhere;
  if (!plan) return { ...nowhere, routing: elsewhere(route) };
  const facts = routedFacts(asked.facts, route);
  const days = lastDays(plan, asked.asOf);
  return {
    routing: routingOf(programme, { route, days, asOf: asked.asOf }),
    window: filingWindow(plan, asked.asOf),
    windows: Object.entries(plan.timeline.windows).map(([key, window]) => ({
      key,
      ...window,
      clauses: [...window.clauses],
    })),
    announcedLater: announcedFor(programme, facts).filter(({ key }) => !plan.timeline.windows[key]),
    cutOffs: programme.timeline.cutOffs
      .filter(({ series }) => series.includes(facts.series))
      .map(({ key, date, clauses }) => ({ key, date, clauses: [...clauses] })),
    latestPublicityPosting: latestPosting(plan, days),
    materials: materialsFor(programme, facts),
  };
}

const nowhere: RoutingView = {
  routing: null,
  window: null,
  windows: [],
  announcedLater: [],
  cutOffs: [],
  latestPublicityPosting: null,
  materials: [],
};

/** The other reviewers, in the printed text; empty if the title office must decide first. */
function elsewhere({ decision, referTo, printedIn, clauses }: Route): View['routing'] {
  if (decision !== 'elsewhere') return null;
  return {
    channel: [],
    office: null,
    committee: null,
    destination: null,
    sealingAuthority: null,
    referTo: referTo ?? null,
    printedIn: printedInView(printedIn),
    clauses: [...clauses],
  };
}

const printedInView = (printedIn: Route['printedIn']) =>
  printedIn ? { document: printedIn.document, clauses: [...printedIn.clauses] } : null;

/** The facts on which stages and windows depend, with the result of the routing. */
export function routedFacts(told: EligibilityFacts, route: Route | null): ApplicantFacts {
  const { series, specialty, level, track, employerClass } = told;
  const { committee = null, destination = null } = route ?? {};
  return { series, specialty, level, track, employerClass, committee, destination };
}

function routingOf(
  programme: Programme,
  { route, days, asOf }: { route: Route; days: readonly LastDay[]; asOf: IsoDate },
): View['routing'] {
  const { office, committee, destination, authority, acting, referTo, printedIn, clauses, authorityClauses } = route;
  const officeOf = (role: LastDay['role']) => shownOffice(programme, acting[role], { role, committee });
  return {
    office,
    committee,
    destination,
    sealingAuthority: authority,
    referTo: referTo ?? null,
    printedIn: printedInView(printedIn),
    clauses: [...new Set([...clauses, ...authorityClauses])],
    channel: days.map((each) => {
      const found = officeOf(each.role);
      return {
        ...each,
        who: roleNamed(each.role, programme),
        clauses: [...each.clauses],
        office: found
          ? { id: found.id, name: found.name, address: found.address ?? null, telephone: found.telephone ?? null }
          : null,
        tooLate: each.lastDay !== null && each.lastDay < asOf,
      };
    }),
  };
}

/** The last day on which the unit can post, if a window limits it. */
function latestPosting({ stages }: Plan, days: readonly LastDay[]): IsoDate | null {
  const publicity = stages.find(({ kind }) => kind === 'publicity');
  return days.find(({ stage }) => stage === publicity?.key)?.lastDay ?? null;
}

function announcedFor({ timeline }: Programme, facts: ApplicantFacts): View['announcedLater'] {
  return (timeline.announced ?? [])
    .filter(
      ({ series, committees }) =>
        (series?.includes(facts.series) ?? true) && (committees?.some((each) => each === facts.committee) ?? true),
    )
    .map(({ key, clauses, readings = [] }) => ({ key, clauses: [...clauses], readings: [...readings] }));
}

/** The material to hand in, in printed order, with the numbers of copies; without material that nobody may demand. */
function materialsFor({ materials = [] }: Programme, facts: ApplicantFacts): View['materials'] {
  return materials
    .filter(({ when, check }) => applies(when, facts) && check.kind !== 'mustNotBeDemanded')
    .map(({ key, name, clause, suppliedBy, copies, bound, place }) => ({
      key,
      name,
      clause,
      suppliedBy,
      copies: copies ?? null,
      bound: bound ?? null,
      place: place ?? null,
    }));
}

/** A finding in an answer, with the name of the role that attests it. */
export const findingOf =
  (programme: Pick<Programme, 'roleNames'>) =>
  ({ code: _code, mustBeTold: _must, fact: _fact, attestedBy, ...finding }: Finding) =>
    attestedBy ? { ...finding, attestedBy: { role: attestedBy, name: roleNamed(attestedBy, programme) } } : finding;

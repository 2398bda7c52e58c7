import type { z } from 'zod';
import { roleLabels } from '../../domain/access/role-labels.ts';
import type { IsoDate } from '../../domain/calendar/dates.ts';
import { compile } from '../../domain/case/compile.ts';
import type { EligibilityFacts } from '../../domain/eligibility/facts.ts';
import { type LastDay, lastDays } from '../../domain/eligibility/last-days.ts';
import type { Eligibility } from '../../domain/eligibility/may-apply.ts';
import { applies } from '../../domain/programme/condition.ts';
import type { ApplicantFacts } from '../../domain/programme/facts.ts';
import type { Plan, Programme } from '../../domain/programme/programme.ts';
import type { Route } from '../../domain/routing/routing.ts';
import type { Services } from '../http/route.ts';
import type { eligibilityView } from './eligibility-schemas.ts';

type View = z.infer<typeof eligibilityView>;

/** Where, by when and with what: what is told beside the findings. */
export type RoutingView = Omit<View, 'eligible' | 'findings' | 'asOf'>;

/** The way of an application that a committee takes; nothing of it where none does. */
export function routingView(
  { deps }: Services,
  programme: Programme,
  asked: { facts: EligibilityFacts; result: Eligibility; asOf: IsoDate },
): RoutingView {
  const { route } = asked.result;
  if (!route || route.office === null) return nowhere;
  const facts = routedFacts(asked.facts, route);
  const plan = compile(programme, facts, deps.calendar);
  const days = lastDays(plan, asked.asOf);
  return {
    routing: routingOf(programme, { route, days, asOf: asked.asOf }),
    window: windowOf(plan, asked.asOf),
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

/** The facts that stages and windows go by, with what the routing found. */
export function routedFacts(told: EligibilityFacts, route: Route | null): ApplicantFacts {
  const { series, specialty, level, track, employerClass } = told;
  const { committee = null, destination = null } = route ?? {};
  return { series, specialty, level, track, employerClass, committee, destination };
}

function routingOf(
  { offices }: Programme,
  { route, days, asOf }: { route: Route; days: readonly LastDay[]; asOf: IsoDate },
): View['routing'] {
  const { office, committee, destination, authority, acting, referTo, clauses, authorityClauses } = route;
  if (office === null) return null;
  const officeOf = (role: LastDay['role']) => offices.find(({ id }) => id === acting[role]);
  return {
    office,
    committee,
    destination,
    sealingAuthority: authority,
    referTo: referTo ?? null,
    clauses: [...new Set([...clauses, ...authorityClauses])],
    channel: days.map((each) => {
      const found = officeOf(each.role);
      return {
        ...each,
        who: roleLabels[each.role],
        clauses: [...each.clauses],
        office: found
          ? { id: found.id, name: found.name, address: found.address ?? null, telephone: found.telephone ?? null }
          : null,
        tooLate: each.lastDay !== null && each.lastDay < asOf,
      };
    }),
  };
}

/** The window in which the application must be filed online, or must have come to the committee's office; a second round where the first is over. */
export function windowOf({ stages, timeline: { windows } }: Plan, asOf: IsoDate) {
  const gates = stages.flatMap((stage) => {
    if (stage.kind === 'review') return [stage.submission, stage.pass.gate];
    return stage.kind === 'filing' ? [stage.gate] : [];
  });
  const known = gates.flatMap((gate) => {
    const keys = gate ? [gate.window, ...('orWindow' in gate && gate.orWindow ? [gate.orWindow] : [])] : [];
    const open = keys.flatMap((key) => {
      const window = windows[key];
      return window ? [{ key, ...window, clauses: [...window.clauses] }] : [];
    });
    return open.find(({ closes }) => asOf <= closes) ?? open.at(-1) ?? [];
  });
  return known[0] ?? null;
}

/** The last day on which the unit's publicity can be posted, where a window bounds it. */
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

/** What is handed in, in printed order, with the numbers of copies; what nobody may demand is not in it. */
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

import { programmeNow } from '../../commands/preparing/in-force.ts';
import { type Clause, clauses } from '../../config/clauses.ts';
import { employerClasses } from '../../domain/programme/facts.ts';
import type { CommitteeDef, Office } from '../../domain/programme/offices.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { notFound } from '../http/errors.ts';
import { anyone } from '../http/may.ts';
import { defineRoute, type RouteDef, type Services } from '../http/route.ts';
import { handlingLabel } from './labels.ts';
import {
  clauseParams,
  clauseSchema,
  officeList,
  programmeList,
  programmeParams,
  programmeSchema,
} from './programmes-schemas.ts';
import { officeTables, referenceOf, tableOf } from './reference-view.ts';

const tag = 'programmes';
const access = 'public' as const;

/** Programmes, their offices and the printed rules: open to everyone. */
export const programmeRoutes: readonly RouteDef[] = [
  defineRoute({
    method: 'get',
    path: '/v1/programmes',
    summary: 'All programmes.',
    tag,
    access,
    may: anyone,
    answers: { 200: { description: 'Programmes', schema: programmeList, headers: ['ETag'] } },
    handle: async ({ services }) => {
      const all = [...services.programmes.values()];
      return {
        status: 200,
        etag: all.map(({ id, version }) => `${id}.${version}`).join('+'),
        body: () => ({ items: all.map(summaryOf), nextCursor: null }),
      };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/programmes/:id',
    summary: 'One programme: series, levels, windows, stages, clauses.',
    tag,
    access,
    may: anyone,
    params: programmeParams,
    answers: { 200: { description: 'The programme', schema: programmeSchema, headers: ['ETag'] } },
    handle: async ({ services, params }) => {
      const programme = await programmeNow(services, params.id);
      if (!programme) throw notFound();
      return { status: 200, etag: tagOf(programme), body: () => viewOf(programme) };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/programmes/:id/offices',
    summary:
      'Authorities and offices of a programme with the rules they rest on, and the printed tables with the provenance of each cell.',
    tag,
    access,
    may: anyone,
    params: programmeParams,
    answers: { 200: { description: 'Offices', schema: officeList, headers: ['ETag'] } },
    handle: async ({ services, params }) => {
      const programme = find(services, params.id);
      return { status: 200, etag: tagOf(programme), body: () => officesOf(programme) };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/programmes/:id/clauses/:clause',
    summary: 'A printed rule: its exact words and what the software does with it.',
    tag,
    access,
    may: anyone,
    params: clauseParams,
    answers: { 200: { description: 'The rule', schema: clauseSchema, headers: ['ETag'] } },
    handle: async ({ services, params }) => {
      const programme = find(services, params.id);
      const clause = clauses.get(params.clause);
      if (!clause || clause.seed !== programme.source) throw notFound();
      return { status: 200, etag: `${tagOf(programme)}.${clause.id}`, body: () => clauseOf(clause) };
    },
  }),
];

function find({ programmes }: Services, id: string): Programme {
  const programme = programmes.get(id);
  if (!programme) throw notFound();
  return programme;
}

const tagOf = ({ id, version, timeline }: Programme) => `${id}.${version}.${timeline.version}`;

const summaryOf = ({ id, version, year, name, authority }: Programme) => ({ id, version, year, name, authority });

function viewOf(programme: Programme) {
  const { source, office, series, timeline, outcomes, stages } = programme;
  return {
    ...summaryOf(programme),
    source,
    office,
    series,
    timelineVersion: timeline.version,
    windows: timeline.windows,
    announced: timeline.announced ?? [],
    cutOffs: timeline.cutOffs,
    stages: stages.map((stage) => ({
      key: stage.key,
      kind: stage.kind,
      name: stage.name,
      role: 'role' in stage ? stage.role : null,
      clauses: stage.clauses,
      readings: stage.readings ?? [],
    })),
    outcomes,
    territories: programme.territories ?? [],
    committees: (programme.committees ?? []).map((each) => ({
      ...committeeOf(each),
      office: each.office,
      clauses: each.clauses ?? [],
    })),
    ...referenceOf(programme),
    clauses: [...clauses.values()].filter(({ seed }) => seed === source).map(({ id }) => id),
  };
}

function officesOf(programme: Programme) {
  return {
    items: programme.offices.map((office) => officeOf(programme, office)),
    tables: officeTables(programme).map(tableOf),
    nextCursor: null,
  };
}

function officeOf({ sealing, committees = [] }: Programme, office: Office) {
  const { id, name, address = null, telephone = null, clauses: rests = [] } = office;
  return {
    id,
    name,
    address,
    telephone,
    committees: committees.filter((each) => each.office === id).map(committeeOf),
    seals: sealing
      .filter(({ authority }) => authority === id)
      .flatMap((rule) =>
        (rule.employerClasses ?? employerClasses).map((employerClass) => ({ employerClass, clauses: rule.clauses })),
      ),
    provenance: rests.flatMap((clause) => clauses.get(clause) ?? []).map(clauseOf),
  };
}

const committeeOf = ({ id, name, planRow }: CommitteeDef) => ({ id, name, planRow: planRow ?? null });

function clauseOf({ quote, handling, ...rest }: Clause) {
  return {
    ...rest,
    quote: typeof quote === 'string' ? [quote] : quote,
    handling,
    handlingLabel: handlingLabel[handling],
  };
}

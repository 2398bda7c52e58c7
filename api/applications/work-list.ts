import type { z } from 'zod';
import type { ListedApplication, ListFilter, VisibilityScope } from '../../db/applications/work-lists.ts';
import { scopesOf } from '../../domain/access/access.ts';
import { toRfc3339 } from '../../domain/calendar/dates.ts';
import { outcomeFor } from '../../domain/case/plan/compile.ts';
import { officeRoles, unitRoles } from '../../domain/programme/facts.ts';
import { text } from '../../domain/text.ts';
import type { Person } from '../http/caller.ts';
import { placeOf, usualLimit } from '../http/request/paging.ts';
import type { Services } from '../http/route.ts';
import { appliedFor, draftStage } from './application-facts.ts';
import type { listQuery } from './list-schemas.ts';

/** The applications that a person may see, by the scopes of their grants, which the statement compares. */
export function sightOf(caller: Person): VisibilityScope {
  const overall = ['administrator', 'auditor'] as const;
  return {
    world: caller.world,
    person: caller.person,
    units: unitRoles.flatMap((role) => scopesOf(caller, role, 'unit')),
    acting: officeRoles.flatMap((role) => scopesOf(caller, role, 'office').map((office) => ({ role, office }))),
    programmes: overall.flatMap((role) => scopesOf(caller, role, 'programme')),
  };
}

export function filterOf(query: z.infer<typeof listQuery>): ListFilter {
  const { stage, programme, office, overdue, no, limit = usualLimit, cursor } = query;
  const [dueAt, after] = cursor === undefined ? [] : placeOf(cursor, ['number', 'string']);
  return {
    stage: stage ?? null,
    programme: programme ?? null,
    office: office ?? null,
    overdue: overdue === undefined ? null : overdue === 'true',
    no: no ?? null,
    limit,
    after: after === undefined ? null : { dueAt: Number(dueAt), no: String(after) },
  };
}

/** One line of a work list. */
export function lineView({ vault, programmes }: Services, row: ListedApplication) {
  const { outcome, dueAt, stage } = row;
  const known = programmes.get(row.programme)?.outcomes[outcome ?? ''];
  return {
    ...appliedFor(row),
    outcome,
    name: vault.openText(row.nameEnc, 'person.name'),
    stage: stage === null ? draftStage : { key: stage, label: row.stageName ?? text(stage, stage), phase: row.phase },
    outcomeLabel: outcome === null ? null : known ? outcomeFor(known, row).label : text(outcome, outcome),
    open: !row.closed,
    dueAt: dueAt === null ? null : toRfc3339(dueAt),
    overdue: row.overdue,
    version: row.seq,
  };
}

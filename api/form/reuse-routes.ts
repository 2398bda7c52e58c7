import { stateOf } from '../../commands/preparing/case-now.ts';
import { forbiddenFindings, reuseRuleOf } from '../../commands/preparing/needs/reuse.ts';
import { decideReuse, type StoredFinding } from '../../db/applications/reuse.ts';
import { toRfc3339 } from '../../domain/calendar/dates.ts';
import { currentStage } from '../../domain/case/compiled-stages.ts';
import { checkReuse, reuseUndecided } from '../../domain/materials/reuse.ts';
import type { ReuseRule } from '../../domain/programme/materials.ts';
import { text } from '../../domain/text.ts';
import type { Person } from '../access/caller.ts';
import { ofApplication } from '../applications/applications-schemas.ts';
import { rolesFor, wholeApplication } from '../applications/load.ts';
import { HttpError, notFound } from '../http/errors.ts';
import { defineRoute, type RouteDef, type Services } from '../http/route.ts';
import { reuseDecision, reuseView } from './reuse-schemas.ts';

const tag = 'applications';
const path = '/v1/applications/:no/reuse-findings';

/** The rule and the findings, for whoever reviews in the stage where it is looked at; a 404 for everybody else. */
async function asked(services: Services, no: string, caller: Person) {
  const row = await wholeApplication(services, no);
  const state = stateOf(row, services.deps.calendar);
  const rule = reuseRuleOf(state);
  const stage = currentStage(state);
  const role = stage?.kind === 'review' ? stage.role : null;
  if (!rule || !role || !rolesFor(row, caller).includes(role)) throw notFound();
  return { rule, role, found: await forbiddenFindings(services, state, rule) };
}

function viewOf({ vault }: Services, no: string, rule: ReuseRule, found: readonly StoredFinding[]) {
  const open = checkReuse(rule, found).undecided.length > 0;
  return {
    no,
    clauses: [...rule.clauses],
    readings: [...rule.readings],
    message: open ? reuseUndecided : null,
    items: found.map(({ item, other, otherProgramme, samePerson, reused, reason, decidedAt }) => ({
      item,
      other,
      otherProgramme,
      samePerson,
      decision:
        reused === null || reason === null || decidedAt === null
          ? null
          : { reused, reason: vault.openText(reason), decidedAt: toRfc3339(decidedAt) },
    })),
  };
}

/** Achievements that were used before: found by fingerprint, judged by a person (LN-5.2.3-a, LYG-2.2-d, A-34). */
export const reuseRoutes: readonly RouteDef[] = [
  defineRoute({
    method: 'get',
    path,
    summary: 'Achievements that also stand in other applications, for whoever must decide whether they are used again.',
    tag,
    access: 'login',
    params: ofApplication,
    answers: { 200: { description: 'What was found, with what was decided', schema: reuseView } },
    handle: async ({ services, params, caller }) => {
      const { rule, found } = await asked(services, params.no, caller);
      return { status: 200, body: viewOf(services, params.no, rule, found) };
    },
  }),
  defineRoute({
    method: 'post',
    path,
    summary: 'Decide, with a reason, whether an achievement is used again; a pass waits for it.',
    tag,
    access: 'login',
    idempotency: 'stored',
    params: ofApplication,
    body: reuseDecision,
    answers: { 200: { description: 'What was found, with the decision', schema: reuseView } },
    handle: async ({ services, params, caller, body }) => {
      const { no } = params;
      const { rule, role, found } = await asked(services, no, caller);
      const { item, other, reused, reason } = body;
      const finding = found.find((each) => each.item === item && each.other === other);
      if (!finding) throw noSuchFinding(rule);
      const { fingerprint } = finding;
      const sealed = services.vault.seal(reason);
      await decideReuse(
        services.db,
        { no, item, other, fingerprint },
        { reused, reason: sealed, person: caller.person, role },
      );
      const again = await asked(services, no, caller);
      return { status: 200, body: viewOf(services, no, rule, again.found) };
    },
  }),
];

const noSuchFinding = ({ clauses, readings }: ReuseRule) =>
  new HttpError(422, 'INVALID_DATA', text('没有此项重复使用线索。', 'There is no such finding for this application.'), {
    clauses,
    readings,
  });

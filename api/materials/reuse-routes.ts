import { actorOf } from '../../commands/preparing/actor.ts';
import { stateOf } from '../../commands/preparing/case-now.ts';
import { forbiddenFindings, reuseRuleOf } from '../../commands/preparing/submission/reuse.ts';
import { decideReuse, reuseDecisionsOf, type StoredFinding } from '../../db/applications/reuse.ts';
import { toRfc3339 } from '../../domain/calendar/dates.ts';
import { currentStage } from '../../domain/case/plan/compiled-stages.ts';
import { reviewsAgain } from '../../domain/lifecycle/one-review.ts';
import { checkReuse, reuseUndecided } from '../../domain/materials/reuse.ts';
import type { ReuseRule } from '../../domain/programme/materials/materials.ts';
import { text } from '../../domain/text.ts';
import { onApplication, type Seen } from '../access/on-application.ts';
import { wholeApplication } from '../applications/load.ts';
import { ofApplication } from '../http/common-schemas.ts';
import { HttpError, notFound, refused } from '../http/errors.ts';
import { defineRoute, type RouteDef, type Services } from '../http/route.ts';
import { reuseDecision, reuseView } from './reuse-schemas.ts';

const tag = 'applications';
const path = '/v1/applications/:no/reuse-findings';

/** The people who review in a stage of the case in which reuse is checked. */
const looksAtReuse = onApplication(
  'Whoever reviews in a stage of the case in which reuse is looked at.',
  async (seen, { services, params: { no } }) => {
    const { stages = [] } = (await wholeApplication(services, no)).plan ?? {};
    const theirs = stages.some((stage) => stage.kind === 'review' && stage.reuse && seen.roles.includes(stage.role));
    return theirs ? seen : null;
  },
);

/** The rule and the findings of the current stage; throws a 404 if reuse is not checked there, or another role reviews. */
async function asked(services: Services, { key: { no }, roles }: Seen) {
  const row = await wholeApplication(services, no);
  const state = stateOf(row, services.deps.calendar);
  const rule = reuseRuleOf(state);
  const stage = currentStage(state);
  const role = stage?.kind === 'review' ? stage.role : null;
  if (!rule || !role || !roles.includes(role)) throw notFound();
  return { rule, role, row, state, found: await forbiddenFindings(services, state, rule) };
}

async function viewOf({ db, vault }: Services, no: string, rule: ReuseRule, found: readonly StoredFinding[]) {
  const all = await reuseDecisionsOf(db, no);
  const open = checkReuse(rule, found).undecided.length > 0;
  return {
    no,
    clauses: [...rule.clauses],
    readings: [...rule.readings],
    message: open ? reuseUndecided : null,
    items: found.map(({ item, other, fingerprint, otherProgramme, samePerson, reused, reason, decidedAt }) => ({
      item,
      other,
      otherProgramme,
      samePerson,
      decision:
        reused === null || reason === null || decidedAt === null
          ? null
          : { reused, reason: vault.openText(reason, `reason.reuse/${no}`), decidedAt: toRfc3339(decidedAt) },
      earlier: all
        .filter((each) => each.item === item && each.other === other && each.fingerprint === fingerprint)
        .slice(0, -1)
        .map((each) => ({
          reused: each.reused,
          reason: vault.openText(each.reason, `reason.reuse/${no}`),
          decidedAt: toRfc3339(each.decidedAt),
        })),
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
    may: looksAtReuse,
    params: ofApplication,
    answers: { 200: { description: 'What was found, with what was decided', schema: reuseView } },
    handle: async ({ services, params, granted }) => {
      const { rule, found } = await asked(services, granted);
      return { status: 200, body: await viewOf(services, params.no, rule, found) };
    },
  }),
  defineRoute({
    method: 'post',
    path,
    summary: 'Decide, with a reason, whether an achievement is used again; a pass waits for it.',
    tag,
    access: 'login',
    may: looksAtReuse,
    idempotency: 'stored',
    params: ofApplication,
    body: reuseDecision,
    answers: { 200: { description: 'What was found, with the decision', schema: reuseView } },
    handle: async ({ services, params: { no }, caller, body, granted }) => {
      const { rule, role, row, state, found } = await asked(services, granted);
      const again = reviewsAgain(state, actorOf(caller.person, role, row), rule.clauses);
      if (again) throw refused(again);
      const { item, other, reused, reason } = body;
      const finding = found.find((each) => each.item === item && each.other === other);
      if (!finding) throw noSuchFinding(rule);
      const which = { no, item, other, fingerprint: finding.fingerprint };
      const sealed = services.vault.seal(reason, `reason.reuse/${no}`);
      await decideReuse(services.db, which, { reused, reason: sealed, person: caller.person, role });
      const decided = await asked(services, granted);
      return { status: 200, body: await viewOf(services, no, rule, decided.found) };
    },
  }),
];

const noSuchFinding = ({ clauses, readings }: ReuseRule) =>
  new HttpError(422, 'INVALID_DATA', text('没有此项重复使用线索。', 'There is no such finding for this application.'), {
    clauses,
    readings,
  });

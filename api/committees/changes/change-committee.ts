import pMap from 'p-map';
import type { z } from 'zod';
import { finish, finishWithDueLapse, processIntent } from '../../../commands/intents/finish.ts';
import { sharedConcurrency } from '../../../commands/limits.ts';
import type { CommitteeChange } from '../../../commands/preparing/judge-move.ts';
import type { PendingApplication } from '../../../db/intent.ts';
import { findUnit, type UnitRow } from '../../../db/people/units.ts';
import { toRfc3339 } from '../../../domain/calendar/dates.ts';
import { changeRuleOf } from '../../../domain/lifecycle/move-committee.ts';
import type { Destination } from '../../../domain/programme/facts.ts';
import type { Programme } from '../../../domain/programme/programme.ts';
import { authorityRuleOf, destinationOf, ruleOfCommittee } from '../../../domain/routing/routing.ts';
import { type Text, text } from '../../../domain/text.ts';
import type { OfficeInCharge } from '../../access/may.ts';
import { HttpError, invalid, notFound, unavailable } from '../../http/errors.ts';
import { bulkTimeoutMs } from '../../http/limits.ts';
import type { Services } from '../../http/route.ts';
import { concernedBy, hasOpenIntents, isThere, recordChange } from './committee-change.ts';
import type { changeInput } from './committee-changes-schemas.ts';

type CommitteeChangeRequest = {
  readonly body: z.infer<typeof changeInput>;
  readonly world: string | null;
  readonly office: OfficeInCharge;
  readonly person: string;
};

/** Changes the committee of a unit's people, for all of them or for none; throws a refusal that says what prevents it. */
export async function changeCommittee(services: Services, { body, world, office, person }: CommitteeChangeRequest) {
  const { programme, role, scope } = office;
  const rule = changeRuleOf(programme.claims);
  if (!rule) throw notFound();
  const employer = await findUnit(services.db, body.unit, world);
  if (!employer) throw wrong('/unit', text('没有此单位。', 'There is no such unit.'));
  const destination = destinationAt(programme, employer, body);
  const { unit, series, specialty, level, committee, reason } = body;
  const of = { programme: programme.id, unit, series, specialty, level };
  const by = { person, role, scope };
  const changed = await change(services, { of, world, employer, to: committee, destination, reason, by, rule });
  const { clauses, readings } = rule;
  return { ...of, committee, destination, ...changed, clauses, readings };
}

/** The destination if that committee accepts such people; throws a 422 if the plan has no such row, so that nobody is sent past the printed rows. */
function destinationAt(
  programme: Programme,
  { employerClass, territory, agencyClient = false }: UnitRow,
  body: Pick<CommitteeChange['of'], 'series' | 'specialty' | 'level'> & { committee: string; destination: Destination },
): Destination {
  if (!programme.committees?.some(({ id }) => id === body.committee))
    throw wrong('/committee', text('没有此评委会。', 'There is no such committee.'));
  const facts = {
    ...body,
    committee: null,
    destination: null,
    employerClass,
    agencyClient,
    track: 'standard' as const,
    ...(territory ? { territory } : {}),
  };
  const printed = authorityRuleOf(programme, facts);
  if (printed?.decision === 'manual') return body.destination;
  const rule = ruleOfCommittee(programme, facts, body.committee);
  const found = rule ? destinationOf[rule.decision] : null;
  if (found) return found;
  throw invalid([{ path: '/committee', message: printedElsewhere }], {
    clauses: printed?.clauses ?? [],
    readings: printed?.readings ?? [],
  });
}

const printedElsewhere: Text = text(
  '计划表中该评委会不受理此专业、层级。',
  'By the plan that committee does not take this specialty at this level.',
);
const wrong = (at: string, message: Text) => invalid([{ path: at, message }]);

type Item = { readonly no: string; readonly status: string; readonly version?: number };

/**
 * Finishes open intents, records the changes of all in one statement, and finishes each; the courier finishes those that take too long. What happens in
 * between has it judged again until the time is over: of several changes at once each time one is recorded, and the others wait for their turn.
 */
async function change(
  services: Services,
  asked: CommitteeChange,
): Promise<{ decidedAt: string; drafts: number; items: Item[] }> {
  const deadlineAt = Date.now() + bulkTimeoutMs;
  while (Date.now() < deadlineAt) {
    const rows = await concernedBy(services, asked);
    const unsettled = rows.filter(hasOpenIntents);
    if (unsettled.length > 0) {
      const finishOne = async ({ no, dueAt, nowMs }: (typeof unsettled)[number]) => {
        const settle = dueAt !== null && dueAt <= nowMs ? finishWithDueLapse : finish;
        await settle(services.deps, no, { deadlineAt });
      };
      await pMap(unsettled, finishOne, sharedConcurrency).catch((error: unknown) => {
        throw unavailable(error);
      });
      continue;
    }
    const recorded = await recordChange(services, asked, rows);
    if (!recorded) continue;
    const { decidedAt, drafts, intents } = recorded;
    const there = rows.filter(isThere(asked)).map(({ no, seq }): Item => ({ no, status: 'already', version: seq }));
    const moved = await pMap(intents, (one) => finished(services, one, deadlineAt), sharedConcurrency);
    const items = [...there, ...moved].toSorted((a, b) => (a.no < b.no ? -1 : 1));
    return { decidedAt: toRfc3339(decidedAt), drafts, items };
  }
  throw busy();
}

const busy = () =>
  new HttpError(
    409,
    'CHANGED_MEANWHILE',
    text(
      '该单位的申报正在被他人办理，本次未作变更，请稍后重试。',
      'Others are acting on the applications of this unit and nothing was changed: repeat later.',
    ),
  );

/** The result of one change. It was judged before it was recorded, so only an outage keeps it open. */
async function finished({ deps }: Services, move: PendingApplication, deadlineAt: number): Promise<Item> {
  const { no, id: intent } = move.intent;
  const outcome = await processIntent(deps, move, { deadlineAt }).catch(() => null);
  if (!outcome) return { no, status: 'recorded' };
  if ('seq' in outcome.outcome) return { no, status: 'moved', version: outcome.outcome.seq };
  deps.reportAnomaly('a move was refused after it had been judged', { no, intent });
  return { no, status: 'refused' };
}

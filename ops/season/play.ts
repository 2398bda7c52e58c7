import { eq, sql } from 'drizzle-orm';
import type { CommandDeps } from '../../commands/deps.ts';
import { type ActResult, act } from '../../commands/intents/act.ts';
import { finish } from '../../commands/intents/finish.ts';
import { advanceWorld } from '../../commands/worlds/worlds.ts';
import { prepared } from '../../db/prepared.ts';
import { applications } from '../../db/schema.ts';
import { dateOf, type IsoDate, startOfDayAt } from '../../domain/calendar/dates.ts';
import { type CaseState, emptyCase } from '../../domain/case/case.ts';
import { claimsOf } from '../../domain/claims/claims.ts';
import { nextDueAt } from '../../domain/lifecycle/lapses.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import { applicationWorkflowId } from '../../workflows/messages.ts';
import type { Chance } from './chance.ts';
import { actingHourMs, type Entry } from './cohort.ts';
import { type Move, nextMove } from './habits.ts';

/** How one application ended: its outcome, the day, and the refusals and events before it. */
export type Ending = {
  readonly outcome: string | null;
  readonly stage: string | null;
  readonly endedOn: IsoDate | null;
  readonly accepted: number;
  readonly refused: readonly string[];
  readonly events: number;
};

/** More moves than any application of a printed programme needs; one that reaches this is stuck. */
const movesAtMost = 120;
const waitMs = 60_000;

/** Plays one application from its first submission until its case closes. */
export async function playOut(
  deps: CommandDeps,
  programme: Programme,
  part: { entry: Entry; chance: Chance; day: IsoDate },
): Promise<Ending> {
  const { entry, chance } = part;
  let state: CaseState = emptyCase(entry.no);
  let today = part.day;
  let accepted = 0;
  const refused: string[] = [];
  for (let moves = 0; !state.closed; moves += 1) {
    if (moves > movesAtMost) throw new Error(`${entry.no} is stuck in ${state.stage?.key}`);
    const wanted = state.plan ? nextMove(state, today, chance) : first(entry, today, chance);
    const dueAt = nextDueAt(state);
    // A refused move is not repeated on the same day: time passes, or the case is given up.
    if (wanted && (dueAt === null || startOfDayAt(wanted.on) + actingHourMs < dueAt)) {
      today = wanted.on;
      await moveTo(deps, entry, startOfDayAt(today) + actingHourMs);
      const result = await act(
        deps,
        requestOf(programme, entry, { move: wanted, opened: state.plan !== null }),
        waitMs,
      );
      if (accepts(result)) accepted += 1;
      else refused.push(`${wanted.name} ${refusalOf(result)}`);
      if (!accepts(result)) today = dateOf(startOfDayAt(today) + 86_400_000);
    } else if (dueAt !== null) {
      await moveTo(deps, entry, dueAt + 60_000);
      today = dateOf(dueAt);
    } else {
      throw new Error(`${entry.no} waits for nothing in ${state.stage?.key}`);
    }
    state = await stateOf(deps, entry);
  }
  // The workflow returns after its case is closed; one that failed or hangs is noticed here.
  await deps.temporal.workflow.getHandle(applicationWorkflowId(entry.no)).result();
  const { ended } = state;
  const endedOn = ended ? dateOf(ended.at) : null;
  return {
    outcome: ended?.outcome ?? null,
    stage: ended?.stage ?? null,
    endedOn,
    accepted,
    refused,
    events: state.seq,
  };
}

/** Makes the first submission as soon as the first stage accepts it. */
function first({ no, plan }: Entry, today: IsoDate, chance: Chance): Move | null {
  const [stage] = plan.stages;
  if (!stage) throw new Error('a plan has no stage');
  const begun: CaseState = {
    ...emptyCase(no),
    plan,
    stage: { key: stage.key, enteredAt: startOfDayAt(today), phase: 'awaiting', steps: [], lastDay: null },
  };
  for (;;) {
    const move = nextMove(begun, today, chance);
    if (move) return move;
  }
}

function requestOf(programme: Programme, entry: Entry, { move, opened }: { move: Move; opened: boolean }) {
  const { no, person, world, facts, plan } = entry;
  const claimant = { no, world, identity: person, unit: person, facts };
  return {
    no,
    action: move.name,
    by: { person: move.role === 'applicant' ? person : `${move.role}-of-season`, role: move.role },
    data: move.data,
    ...(opened ? {} : { plan, claims: claimsOf(programme, claimant) }),
  };
}

async function moveTo(deps: CommandDeps, { world }: Entry, toMs: number): Promise<void> {
  const finishOne = (no: string) => finish(deps, no, { deadlineAt: Date.now() + waitMs });
  const moved = await advanceWorld(deps, world, { toMs, finish: finishOne });
  if (moved.status !== 'moved') throw new Error(`a world is held by ${moved.open} open intents`);
}

const accepts = (result: ActResult): boolean => result.kind === 'finished' && result.accepted;

function refusalOf(result: ActResult): string {
  if (result.kind === 'finished' && 'refusal' in result.outcome) return result.outcome.refusal.code;
  return result.kind;
}

const snapshotOf = prepared(['no'], (orm, { no }) =>
  orm
    .select({ snapshot: sql<Omit<CaseState, 'plan'> | null>`${applications.snapshot}` })
    .from(applications)
    .where(eq(applications.no, no)),
);

/** The case in the read model, with its plan. */
async function stateOf({ db }: CommandDeps, { no, plan }: Entry): Promise<CaseState> {
  const [row] = await snapshotOf(db, { no });
  return row?.snapshot ? { ...row.snapshot, plan } : emptyCase(no);
}

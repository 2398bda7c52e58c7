import { wholeTrail } from '../../db/applications/events.ts';
import type { EntityHead, Intent, PendingEntity } from '../../db/intent.ts';
import { begunEntities, stateOfEntity } from '../../db/intents/lost-workflows.ts';
import type { EntityNews, EntityOutcome } from '../../db/intents/outcomes.ts';
import type { Decided } from '../../domain/entity/command-queue.ts';
import {
  type Decider,
  decideCommand,
  type EntityCommand,
  type EntityEvent,
  type EntityReply,
  type EntityState,
  type Fact,
  foldBy,
} from '../../domain/entity/decider.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { Answer, CommandDeps, Kind, KindWorkflow } from '../deps.ts';
import { demandSameState } from '../intents/from-trail.ts';
import { digestOf } from '../intents/same-command.ts';
import { sendUpdate } from '../intents/send-update.ts';

/** The intent being decided, with the state before it. */
export type BeingDecided<S, C> = {
  readonly entity: EntityHead;
  readonly state: S;
  readonly command: Omit<C, 'context'>;
  readonly deadlineAt: number;
};

/** What is particular to one kind; the rest is the same for all (`commands/README.md`). */
export type EntityKind<S extends EntityState, C extends EntityCommand, F extends Fact> = {
  readonly decider: Decider<S, C, F>;
  /** The workflow that decides, and when it has ended. Null if nothing of this kind waits or lasts: then the finisher decides from the stored state. */
  readonly workflow: { readonly type: string; readonly ended: (state: S) => boolean } | null;
  /** Looks up what the decision needs beside the state, or refuses. Every finisher calls it, so it may run again after a crash. */
  readonly before: (
    deps: CommandDeps,
    pending: BeingDecided<S, C>,
  ) => Promise<{ readonly context: C['context'] } | { readonly refusal: Refusal }>;
  /** The notices of an acceptance, and the reminders of what is due after it. */
  readonly news?: (reply: EntityReply<S, F>, command: C, deps: Pick<CommandDeps, 'calendar'>) => EntityNews;
};

/** Makes a kind of things other than applications. */
export function entityKind<S extends EntityState, C extends EntityCommand, F extends Fact>(
  kind: EntityKind<S, C, F>,
): Kind {
  return {
    workflow: kind.workflow && workflowOf(kind.decider, kind.workflow),
    // Events are read back as they were written, by this kind.
    fold: (events) => foldBy(kind.decider, events as readonly EntityEvent<F>[]),
    async decide(deps, pending, { deadlineAt }) {
      if (!('entity' in pending)) throw new Error(`intent ${pending.intent.id} is of an application`);
      const { intent, entity } = pending;
      const state = stateOf(kind.decider, entity);
      const own = commandOf<C>(intent);
      const found = await kind.before(deps, { entity, state, command: own, deadlineAt });
      if ('refusal' in found) return { kind: 'refused', refusal: found.refusal };
      const command = withContext<C>(own, found.context);
      return await decideWith(deps, kind, { pending, state, command, deadlineAt });
    },
  };
}

/** Its number is the workflow's id, and its state follows from its events alone. */
function workflowOf<S extends EntityState, C extends EntityCommand, F extends Fact>(
  decider: Decider<S, C, F>,
  { type, ended }: { readonly type: string; readonly ended: (state: S) => boolean },
): KindWorkflow {
  const standing = (state: unknown) => state as S;
  return {
    type,
    id: (no) => no,
    async lasting({ db }, name) {
      const begun = await begunEntities(db, name);
      return begun.flatMap(({ no, state }) => (ended(standing(state)) ? [] : [no]));
    },
    async fromTrail({ db }, { no, last }) {
      const state = foldBy(decider, await wholeTrail<EntityEvent<F>>(db, no));
      demandSameState(no, state, await stateOfEntity(db, no));
      return { no, carried: { case: state, last: { n: last, reply: null } } };
    },
  };
}

type Deciding<S, C> = {
  readonly pending: PendingEntity;
  readonly state: S;
  readonly command: C;
  readonly deadlineAt: number;
};

/** Asks the workflow while it runs. Before it starts and after it has ended, the same pure function decides from the stored state. */
async function decideWith<S extends EntityState, C extends EntityCommand, F extends Fact>(
  { temporal, taskQueue, calendar }: CommandDeps,
  { decider, workflow, news }: EntityKind<S, C, F>,
  { pending, state, command, deadlineAt }: Deciding<S, C>,
): Promise<Answer> {
  const { intent, entity } = pending;
  const running = workflow !== null && !workflow.ended(state);
  const decided: Decided<S, EntityReply<S, F>> | null =
    running && entity.seq > 0 ? null : decideCommand(decider, state, command);
  if (decided && 'refusal' in decided) return { kind: 'refused', refusal: decided.refusal };
  const written = (reply: EntityReply<S, F>): Answer => ({
    kind: 'accepted',
    byWorkflow: running,
    after: reply.snapshot,
    outcome: async () => outcomeOf(intent, reply, news?.(reply, command, { calendar }) ?? {}),
  });
  if (!running && decided) return written(decided.reply);
  if (!workflow) throw new Error(`${entity.kind} has no workflow`);
  const start = entity.seq > 0 ? null : { type: workflow.type, taskQueue, input: { no: entity.no } };
  const recipient = { workflowId: entity.no, start, seq: entity.seq, deadlineAt };
  const answer = await sendUpdate<EntityReply<S, F>>(temporal, recipient, command);
  return answer.kind === 'refused' ? answer : written(answer.reply);
}

const outcomeOf = <S extends EntityState, F extends Fact>(
  intent: Intent,
  { events, snapshot }: EntityReply<S, F>,
  news: EntityNews,
): EntityOutcome => ({
  intent: intent.id,
  accepted: true,
  outcome: { seq: snapshot.seq, warnings: [] },
  events,
  snapshot,
  ...news,
});

/** The stored state, as this kind wrote it. */
const stateOf = <S extends EntityState>({ empty }: { readonly empty: S }, { state }: EntityHead): S =>
  (state as S | null) ?? empty;

/** The command as it was recorded, always the same for the same intent. */
function commandOf<C extends EntityCommand>(intent: Intent): Omit<C, 'context'> {
  const { id, n, action: name, person, role, scope, receivedAt } = intent;
  const { data } = JSON.parse(intent.argument) as { readonly data: C['data'] };
  const command = {
    intent: id,
    n,
    name,
    by: { person, role, ...(scope ? { scope } : {}) },
    data,
    receivedAt,
    digest: digestOf(intent),
  };
  return command as Omit<C, 'context'>;
}

const withContext = <C extends EntityCommand>(command: Omit<C, 'context'>, context: C['context']): C =>
  ({ ...command, context }) as C;

import type { CommitteeKey } from '../../db/committees/committee-years.ts';
import type { EntityHead } from '../../db/intent.ts';
import { readSessionFacts } from '../../db/sessions/session-facts.ts';
import { withNotice } from '../../domain/committee/year.ts';
import { sessionNews } from '../../domain/session/ahead/notifications.ts';
import { sessionDecider } from '../../domain/session/decide.ts';
import { windowsOf } from '../../domain/session/plan.ts';
import type { SessionCommand, SessionFact, SessionState } from '../../domain/session/session.ts';
import { isEnded } from '../../domain/session/steps.ts';
import type { CommandDeps, Kind } from '../deps.ts';
import { countsOf, preparingOf } from '../sessions/counted.ts';
import { type BeingDecided, entityKind } from './entity-kind.ts';

type Pending = BeingDecided<SessionState, SessionCommand>;

/** Review sessions: one workflow each, from its plan to its archive, because a session lasts for months and its steps must follow each other. */
export const sessionKind: Kind = entityKind<SessionState, SessionCommand, SessionFact>({
  decider: sessionDecider,
  workflow: { type: 'session', ended: isEnded },
  async before(deps, pending) {
    const context = await contextOf(deps, pending);
    const { state, command } = pending;
    const preparing = preparingOf[command.name];
    // Nothing is prepared for a step that would be refused anyway.
    if (!preparing || 'code' in sessionDecider.decide(state, { ...command, context })) return { context };
    return { context: { ...context, ...(await preparing(deps, pending)) } };
  },
  news: ({ events, snapshot }, { by, context }, { calendar }) => ({
    ...sessionNews(snapshot, events, { ...context, calendar }),
    acting: snapshot.plan?.offices ?? {},
    notTo: by.person,
  }),
});

async function contextOf({ db }: CommandDeps, { entity, state, command }: Pending): Promise<SessionCommand['context']> {
  const { name, data, by } = command;
  const plan = state.plan ?? data.plan;
  if (!plan) throw new Error(`${entity.no} has no plan`);
  const of = { session: entity.no, data, person: by.person };
  const { timeline, notice, filedUntil, counted } = await readSessionFacts(db, keyOf(entity), {
    names: countsOf[name],
    of,
  });
  const noticed = plan.year && { year: { notice }, rules: plan.year };
  return {
    ...counted,
    timeline: windowsOf(plan, withNotice(timeline, plan.committee, noticed)),
    filedUntil,
  };
}

function keyOf({ no, programme, committee, world }: EntityHead): CommitteeKey {
  if (programme === null || committee === null) throw new Error(`${no} is about no committee`);
  return { programme, committee, world };
}

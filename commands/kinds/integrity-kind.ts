import { findApplication } from '../../db/applications/applications.ts';
import { numberOfCase } from '../../db/applications/integrity.ts';
import type { Outcome } from '../../db/intents/intent.ts';
import type { ApplicationStatus } from '../../domain/case/check-results.ts';
import type { IntegrityCommand, IntegrityFact, IntegrityState } from '../../domain/integrity/case.ts';
import { integrityDecider, integrityRefusal, isDecided } from '../../domain/integrity/decide.ts';
import { integrityNotices } from '../../domain/integrity/notifications.ts';
import { applicationStatusOf } from '../../domain/lifecycle/end-for-fraud.ts';
import type { CommandDeps, Kind } from '../deps.ts';
import { act } from '../intents/act.ts';
import { NotAnswered } from '../intents/not-answered.ts';
import { type Asked, entityKind } from './entity-kind.ts';

/** Integrity cases: one workflow each, from its opening to its decision, because a case lasts while the person is told and heard. */
export const integrityKind: Kind = entityKind<IntegrityState, IntegrityCommand, IntegrityFact>({
  decider: integrityDecider,
  workflow: { type: 'integrity', ended: isDecided },
  async before(deps, asked) {
    const { name, data } = asked.command;
    const { looked } = data;
    if (name !== 'uphold' || looked === undefined || looked === 'certified')
      return { context: looked === undefined ? {} : { standing: looked } };
    return await askApplication(deps, asked, looked);
  },
  news: ({ events }) => ({
    notices: events.flatMap((event) => integrityNotices(event).map((each) => ({ ...each, at: event.at }))),
  }),
});

/**
 * What follows from upholding depends on what the application has come to, and only its own queue says that: an application that still runs ends
 * there. It is not asked about a case that would not be upheld anyway.
 */
async function askApplication(
  deps: CommandDeps,
  { entity, state, command, deadlineAt }: Asked<IntegrityState, IntegrityCommand>,
  looked: ApplicationStatus,
) {
  const { rules } = state;
  const { no, application } = entity;
  if (!rules || !application) throw new Error(`${no} was never opened`);
  const refusal = integrityRefusal(state, { ...command, context: { standing: looked } }, rules);
  if (refusal) return { refusal };
  const fraud = { no: application, n: numberOfCase(no), person: command.by.person, clauses: rules.cancel };
  return { context: { standing: await endForFraud(deps, { ...fraud, deadlineAt }) } };
}

type Fraud = {
  readonly no: string;
  readonly n: number;
  readonly person: string;
  readonly clauses: readonly string[];
  readonly deadlineAt: number;
};

/**
 * Records in the queue of the application that fraud is proven, once for each case, and gives what the application has come to by then. An intent that
 * an operator refused was not the application's answer: it is recorded again, under a key that follows from the first. Throws `NotAnswered` while that
 * is not known.
 */
async function endForFraud(
  deps: CommandDeps,
  fraud: Fraud,
  key = `integrity:${fraud.no}:${fraud.n}:fraud`,
): Promise<ApplicationStatus> {
  const { no, n, person, clauses, deadlineAt } = fraud;
  const request = {
    no,
    action: 'endForFraud',
    by: { person, role: 'system' },
    data: { fraud: { case: n, clauses } },
    keyHash: key,
    fingerprint: key,
  } as const;
  const result = await act(deps, request, deadlineAt - Date.now());
  if (result.kind === 'finished' && isRefusedByOperator(result.outcome))
    return endForFraud(deps, fraud, `${key}:${result.intent}`);
  if (result.kind === 'recorded') throw new NotAnswered(`application ${no} has not answered yet`);
  const row = await findApplication(deps.db, no);
  if (!row?.plan || !row.snapshot) throw new Error(`application ${no} is not there`);
  const { plan, snapshot } = row;
  const recorded = snapshot.fraud?.find((each) => each.case === n)?.standing;
  const standing = recorded ?? applicationStatusOf({ ended: snapshot.ended, plan });
  // A refusal is an answer only where the application has ended: a title stands, or the application is closed.
  if (standing === 'running' && !recorded) throw new Error(`application ${no} came to ${result.kind} for fraud`);
  return standing;
}

const isRefusedByOperator = (outcome: Outcome): boolean =>
  'refusal' in outcome && outcome.refusal.code === 'INTENT_REFUSED_BY_OPERATOR';

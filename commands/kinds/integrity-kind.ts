import { findApplication } from '../../db/applications/applications.ts';
import { numberOfCase } from '../../db/applications/integrity.ts';
import type { Outcome } from '../../db/intent.ts';
import type { ApplicationStatus } from '../../domain/case/check-results.ts';
import type { IntegrityCommand, IntegrityFact, IntegrityState } from '../../domain/integrity/case.ts';
import { integrityDecider, integrityRefusal, isDecided, notHere } from '../../domain/integrity/decide.ts';
import { integrityNotices } from '../../domain/integrity/notifications.ts';
import { applicationStatusOf } from '../../domain/lifecycle/general/end-for-fraud.ts';
import type { CommandDeps, Kind } from '../deps.ts';
import { act } from '../intents/act.ts';
import { NotAnswered } from '../intents/not-answered.ts';
import { prepareForSystem } from '../preparing/system-act.ts';
import { type BeingDecided, entityKind } from './entity-kind.ts';

/** Integrity cases: one workflow each, from its opening to its decision, because a case stays open while the person is informed and heard. */
export const integrityKind: Kind = entityKind<IntegrityState, IntegrityCommand, IntegrityFact>({
  decider: integrityDecider,
  workflow: { type: 'integrity', ended: isDecided },
  async before(deps, pending) {
    const { name, data } = pending.command;
    const { looked: seen } = data;
    if (name !== 'uphold' || seen === undefined || seen === 'certified')
      return { context: seen === undefined ? {} : { standing: seen } };
    return await askApplication(deps, pending, seen);
  },
  news: ({ events }) => ({
    notices: events.flatMap((event) => integrityNotices(event).map((each) => ({ ...each, at: event.at }))),
  }),
});

/**
 * What follows from upholding depends on the status of the application, which only its own queue can tell: a running application is ended there
 * first. The application is not asked if the upholding would be refused anyway. `seen` is the status that the officer saw.
 */
async function askApplication(
  deps: CommandDeps,
  { entity, state, command, deadlineAt }: BeingDecided<IntegrityState, IntegrityCommand>,
  seen: ApplicationStatus,
) {
  const { rules } = state;
  const { no, application } = entity;
  if (!rules || !application) return { refusal: notHere([]) };
  const refusal = integrityRefusal(state, { ...command, context: { standing: seen } }, rules);
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
 * Records in the queue of the application that fraud is proven, once for each case, and returns the status of the application after that. If an operator
 * refused that intent, the application has not answered, and the intent is recorded again under a key made of the first. Throws `NotAnswered` while
 * the application has not answered.
 */
async function endForFraud(
  deps: CommandDeps,
  fraud: Fraud,
  key = `integrity:${fraud.no}:${fraud.n}:fraud`,
): Promise<ApplicationStatus> {
  const { no, n, person, clauses, deadlineAt } = fraud;
  const request = prepareForSystem({ no, name: 'endForFraud', person, data: { fraud: { case: n, clauses } }, key });
  const result = await act(deps, request, deadlineAt - Date.now());
  if (result.kind === 'finished' && isRefusedByOperator(result.outcome))
    return endForFraud(deps, fraud, `${key}:${result.intent}`);
  if (result.kind === 'recorded') throw new NotAnswered(`application ${no} has not answered yet`);
  // What this very call wrote down need not be read again.
  const left = result.kind === 'finished' ? result.left?.reply.snapshot : undefined;
  const known = left?.fraud?.find((each) => each.case === n)?.standing;
  if (known) return known;
  const row = await findApplication(deps.db, no);
  if (!row?.plan || !row.snapshot) throw new Error(`application ${no} is not there`);
  const { plan, snapshot } = row;
  const recorded = snapshot.fraud?.find((each) => each.case === n)?.standing;
  const status = recorded ?? applicationStatusOf({ ended: snapshot.ended, plan });
  // A refusal is an answer only if the application has ended: it has a certificate, or it is closed.
  if (status === 'running' && !recorded)
    throw new Error(`application ${no} still runs; its intent came to ${result.kind}`);
  return status;
}

const isRefusedByOperator = (outcome: Outcome): boolean =>
  'refusal' in outcome && outcome.refusal.code === 'INTENT_REFUSED_BY_OPERATOR';

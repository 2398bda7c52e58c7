import { type ApplicationRow, findApplication } from '../../db/applications/applications.ts';
import { readAsides } from '../../db/applications/asides.ts';
import type { Actor } from '../../domain/case/actor.ts';
import type { CaseState } from '../../domain/case/case.ts';
import { type Need, needs } from '../../domain/case/needs.ts';
import { availableActions } from '../../domain/lifecycle/available-actions.ts';
import { needsAnywhere, needsOf } from '../../domain/lifecycle/needs.ts';
import type { Refusal } from '../../domain/refusal.ts';
import type { ActRequest } from '../intents/act.ts';
import type { Act, Gather, Gathered, Subject } from './act.ts';
import { argumentOf } from './argument.ts';
import { asidesFor, wantedFor } from './asides-for.ts';
import { stateOf } from './case-now.ts';
import type { PreparingDeps } from './deps.ts';
import { inForceFor } from './in-force.ts';
import { compareChanges } from './needs/changes.ts';
import { claimAgain } from './needs/claims.ts';
import { compareDossier } from './needs/dossier.ts';
import { checkCommittee, checkStampedPage } from './needs/named.ts';
import { keepObjection } from './needs/objections.ts';
import { findOpening, requireAnnounced } from './needs/opening.ts';
import { postAlone } from './needs/posting.ts';
import { compareReuse } from './needs/reuse.ts';
import { checkForm, openCase } from './needs/submission.ts';

/** How each need is met. */
const gatherers: Readonly<Record<Need, Gather>> = {
  form: checkForm,
  changes: compareChanges,
  stampedPage: checkStampedPage,
  announcement: requireAnnounced,
  committee: checkCommittee,
  objection: keepObjection,
  reuse: compareReuse,
  dossier: compareDossier,
  opening: findOpening,
  posting: postAlone,
  claims: claimAgain,
};

/** An application with all that an action of this name will need read beside it, in one round trip; null where there is none. */
export const findForAct = (
  { db, programmes }: PreparingDeps,
  no: string,
  name: string,
): Promise<ApplicationRow | null> => findApplication(db, no, wantedFor(programmes, name));

/**
 * Prepares an action on an application as it was read: gathers what the data of its stage say that it needs, and makes the request that is to be
 * recorded, or says why not. Whatever cannot be open is not looked at: it is recorded for the application as it was read, and refused there.
 */
export async function prepare(
  deps: PreparingDeps,
  row: ApplicationRow,
  by: Actor,
  act: Act,
): Promise<ActRequest | Refusal> {
  const state = stateOf(row, deps.deps.calendar);
  const first = act.name === 'submit' && !row.opened;
  const looked = first || row.open > 0 || isOpen(state, { by, act, row });
  const needed = looked ? neededBy(state, row, act.name) : [];
  const wanted = asidesFor(needed, first);
  const missing = wanted.filter((name) => row.asides[name] === undefined);
  const asides = { ...row.asides, ...(missing.length > 0 ? await readAsides(deps.db, row.no, missing) : {}) };
  const subject: Subject = { deps, row, state, inForce: await inForceFor(deps, row), by, act, asides, first };
  const gather = needed.map((need) => gatherers[need]);
  const gathered = await gatherAll(subject, first ? [...gather, openCase] : gather);
  if ('code' in gathered) return gathered;
  return requestOf(subject, gathered, act.expectedSeq ?? (looked ? undefined : row.seq));
}

/** Whether an action stands open to whoever acts. */
function isOpen(state: CaseState, { by, act, row }: { by: Actor; act: Act; row: ApplicationRow }): boolean {
  return availableActions(state, [by.role], row.nowMs).some(({ name }) => name === act.name);
}

/** What an action needs: where the case now stands, and behind an act that is not decided yet wherever it may come to stand. */
function neededBy(state: CaseState, row: ApplicationRow, name: string): readonly Need[] {
  if (!state.plan) return name === 'submit' ? ['form'] : [];
  const found = row.open > 0 ? needsAnywhere(state.plan, name) : needsOf(state, name);
  return needs.filter((need) => found.includes(need));
}

/** Meets one need after the other; the first refusal ends it. */
async function gatherAll(subject: Subject, gather: readonly Gather[]): Promise<Gathered | Refusal> {
  let all: Gathered = {};
  for (const one of gather) {
    const gathered = await one(subject);
    if ('code' in gathered) return gathered;
    all = {
      ...all,
      ...gathered,
      data: { ...all.data, ...gathered.data },
      keep: { ...all.keep, ...gathered.keep },
    };
  }
  return all;
}

function requestOf({ deps, row, by, act }: Subject, gathered: Gathered, expectedSeq: number | undefined): ActRequest {
  const { data, keep, plan, claims } = gathered;
  const argument = argumentOf(deps.vault, act.input);
  return {
    no: row.no,
    action: act.name,
    by,
    ...argument,
    data: { ...argument.data, ...data },
    ...(act.keyHash === undefined ? {} : { keyHash: act.keyHash }),
    ...(act.fingerprint === undefined ? {} : { fingerprint: act.fingerprint }),
    ...(expectedSeq === undefined ? {} : { expectedSeq }),
    ...(act.lane ? { lane: act.lane } : {}),
    ...(plan ? { plan } : {}),
    ...(claims ? { claims } : {}),
    ...(keep && Object.keys(keep).length > 0 ? { keep } : {}),
  };
}

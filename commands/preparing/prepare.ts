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
import { compareDossier } from './needs/dossier.ts';
import { unknownChecks } from './needs/known-checks.ts';
import { checkCommittee, checkStampedPage } from './needs/named.ts';
import { checkItems } from './needs/named-items.ts';
import { keepObjection, readQueue, refuseOwn } from './needs/objections.ts';
import { findOpening, requireAnnounced, requireVoid } from './needs/opening.ts';
import { postAlone } from './needs/posting.ts';
import { findSession } from './needs/session.ts';
import { claimAgain, claimCertificateNumber } from './submission/claims.ts';
import { compareReuse } from './submission/reuse.ts';
import { checkForm, openCase } from './submission/submission.ts';

/** The function that gathers each need. */
const gatherers: Readonly<Record<Need, Gather>> = {
  form: checkForm,
  changes: compareChanges,
  stampedPage: checkStampedPage,
  announcement: requireAnnounced,
  void: requireVoid,
  committee: checkCommittee,
  items: checkItems,
  objection: keepObjection,
  queue: readQueue,
  objectors: refuseOwn,
  reuse: compareReuse,
  dossier: compareDossier,
  opening: findOpening,
  session: findSession,
  posting: postAlone,
  claims: claimAgain,
  certificateNumber: claimCertificateNumber,
};

/** An application, with everything that an action of this name needs, read in one round trip; null if there is none. */
export const findForAct = (
  { db, programmes }: PreparingDeps,
  no: string,
  { name, input }: Pick<Act, 'name' | 'input'>,
): Promise<ApplicationRow | null> =>
  findApplication(db, no, { wanted: wantedFor(programmes, name), posting: input.posting, session: input.session });

/**
 * Prepares an action on an application: gathers what the data of its stage say that it needs, and returns the request to be recorded, or a refusal.
 * For an action that is not available nothing is gathered: its intent is recorded, and `decide` refuses it.
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
  const unknown = looked ? unknownChecks(deps.programmes.values(), act.input.checked) : null;
  if (unknown) return unknown;
  const needed = looked ? neededBy(state, row, act.name) : [];
  const wanted = asidesFor(needed, first);
  const missing = wanted.filter((name) => row.asides[name] === undefined);
  const read = missing.length > 0 ? await readAsides(deps.db, row.no, { names: missing, named: act.input }) : {};
  const asides = { ...row.asides, ...read };
  const subject: Subject = { deps, row, state, inForce: await inForceFor(deps, row), by, act, asides, first };
  const gather = needed.map((need) => gatherers[need]);
  const gathered = await gatherAll(subject, first ? [...gather, openCase] : gather);
  if ('code' in gathered) return gathered;
  return requestOf(subject, gathered, act.expectedSeq ?? (looked ? undefined : row.seq));
}

/** Whether an action is available to the person who acts. */
function isOpen(state: CaseState, { by, act, row }: { by: Actor; act: Act; row: ApplicationRow }): boolean {
  return availableActions(state, [by.role], row.nowMs).some(({ name }) => name === act.name);
}

/** What an action needs at the current stage; if another action is still undecided, at every stage to which that one may lead. */
function neededBy(state: CaseState, row: ApplicationRow, name: string): readonly Need[] {
  if (!state.plan) return name === 'submit' ? ['form'] : [];
  const found = row.open > 0 ? needsAnywhere(state.plan, name) : needsOf(state, name);
  return needs.filter((need) => found.includes(need));
}

/** Gathers one need after the other until the first refusal. */
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

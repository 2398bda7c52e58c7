import { randomUUID } from 'node:crypto';
import type { ActRequest } from '../../commands/intents/act.ts';
import type { ApplicationKey } from '../../db/applications/applications.ts';
import type { Vault } from '../../db/vault.ts';
import { scopeOf } from '../../domain/access/access.ts';
import type { Actor } from '../../domain/case/actor.ts';
import { type ActInput, codesOf } from '../../domain/case/acts.ts';
import type { CaseState } from '../../domain/case/case.ts';
import type { CommandData } from '../../domain/case/commands.ts';
import { compile } from '../../domain/case/compile.ts';
import { actionsOf } from '../../domain/lifecycle/actions.ts';
import { availableActions } from '../../domain/lifecycle/available-actions.ts';
import type { Role } from '../../domain/programme/facts.ts';
import type { Person } from '../access/caller.ts';
import type { SealedText } from '../applications/view-texts.ts';
import { notFound } from '../http/errors.ts';
import type { Services } from '../http/route.ts';
import { programmeOf, withAnnounced } from '../programmes/programme-in-force.ts';
import { type ActClaims, claimsFor } from './claims.ts';

/** What travels of an action, and its free text sealed beside it. */
export type Argument = { readonly data: CommandData; readonly text?: NonNullable<ActRequest['text']> };

/** Parts a body into codes, ids and dates, which travel, and words, which are sealed: all words of one act are one text. */
export function argumentOf(vault: Vault, body: ActInput, ids: { objection?: string } = {}): Argument {
  const { reason, deficiencies } = body;
  const words: SealedText = {
    ...(reason === undefined ? {} : { reason }),
    ...(deficiencies ? { items: Object.fromEntries(deficiencies.map((each) => [each.item, each.expected])) } : {}),
  };
  const text = Object.keys(words).length > 0 ? sealed(vault, words) : null;
  const objection = ids.objection ?? body.objection;
  const data: CommandData = {
    ...codesOf(body),
    ...(objection === undefined ? {} : { objection }),
    ...(text && reason !== undefined ? { text: text.id } : {}),
    ...(text ? { textHash: text.hash } : {}),
    ...(deficiencies && text
      ? { deficiencies: deficiencies.map((each) => ({ item: each.item, clause: each.clause, text: text.id })) }
      : {}),
  };
  return text ? { data, text } : { data };
}

/** Words under an id, encrypted, with the keyed hash that the chain of events may carry. */
function sealed(vault: Vault, words: SealedText): NonNullable<ActRequest['text']> {
  const plain = JSON.stringify(words);
  return { id: randomUUID(), body: vault.seal(plain).toString('hex'), hash: vault.hash(plain) };
}

/**
 * The role in which someone acts: one to which the action stands open, else one that the action is for, so that the refusal says what stands
 * against it, else the first, so that the refusal says whose act it is.
 */
export function roleInCharge(state: CaseState, roles: readonly Role[], action: { name: string; at: number }): Role {
  const open = roles.find((role) =>
    availableActions(state, [role], action.at).some((each) => each.name === action.name),
  );
  const meant = actionsOf(state).find((each) => each.name === action.name)?.roles ?? [];
  const role = open ?? roles.find((each) => meant.includes(each)) ?? roles[0];
  if (!role) throw notFound();
  return role;
}

/** Who acts, as it is recorded. */
export function actorOf(caller: Person, role: Role, key: ApplicationKey): Actor {
  const scope = scopeOf(role, key);
  return { person: caller.person, role, ...(scope ? { scope } : {}) };
}

/** What a first submission brings: the programme compiled by the dates now in force, and the year's one application. */
export async function firstSubmission(
  services: Services,
  key: ApplicationKey,
): Promise<Pick<ActRequest, 'plan'> & ActClaims> {
  const programme = await programmeOf(services, key.programme);
  const [announced, claimed] = await Promise.all([
    withAnnounced(services, programme, key),
    claimsFor(services, key, programme),
  ]);
  const { series, specialty, level, track, employerClass, committee, destination } = key;
  const facts = { series, specialty, level, track, employerClass, committee, destination };
  return { plan: compile(announced, facts, services.deps.calendar), ...claimed };
}

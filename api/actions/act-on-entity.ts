import type { ActRequest } from '../../commands/intents/act.ts';
import { forgetIntentKey } from '../../db/intents/intents.ts';
import type { EntityState } from '../../domain/entity/decider.ts';
import { unavailable } from '../http/errors.ts';
import type { Services } from '../http/route.ts';
import { errorOf, send } from './reply.ts';

/**
 * Sends an action on an entity (anything that changes by intents, except applications) and returns if it is accepted, with the state after it if this very call wrote that down. A refusal frees its key, as any failure
 * does on routes that store their answer. If it is only recorded, the answer is a 503, and the same key continues with it.
 */
export async function actOnEntity(services: Services, request: ActRequest): Promise<EntityState | null> {
  const result = await send(services, request);
  if (result.kind === 'recorded') throw unavailable();
  const error = errorOf(result);
  if (!error) return result.kind === 'finished' ? (result.after ?? null) : null;
  if (result.kind === 'finished') await forgetIntentKey(services.db, result.intent);
  throw error;
}

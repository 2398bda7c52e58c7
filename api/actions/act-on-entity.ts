import type { ActRequest } from '../../commands/intents/act.ts';
import { forgetIntentKey } from '../../db/intents/intents.ts';
import { unavailable } from '../http/errors.ts';
import type { Services } from '../http/route.ts';
import { errorOf, send } from './reply.ts';

/**
 * Sends an action on an entity (anything that changes by intents, except applications) and returns if it is accepted. A refusal frees its key, as any failure
 * does on routes that store their answer. If it is only recorded, the answer is a 503, and the same key continues with it.
 */
export async function actOnEntity(services: Services, request: ActRequest): Promise<void> {
  const result = await send(services, request);
  if (result.kind === 'recorded') throw unavailable();
  const error = errorOf(result);
  if (!error) return;
  if (result.kind === 'finished') await forgetIntentKey(services.db, result.intent);
  throw error;
}

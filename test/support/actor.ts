import { text } from 'node:stream/consumers';
import type { Kinds } from '../../commands/deps.ts';
import { type ActRequest, act } from '../../commands/intents/act.ts';
import { kinds } from '../../commands/kinds/kinds.ts';
import { connectTemporal } from '../../commands/temporal/client.ts';
import { calendar } from '../../config/calendars.ts';
import { readEnv } from '../../config/env/env.ts';
import { connect } from '../../db/connection.ts';

/** What the process of `actor.ts` reads from its standard input, as JSON. */
export type ActorTask = { readonly request: ActRequest; readonly waitMs?: number };

/** A process that sends one action as the API does and prints its result; `CRASH_AT` names the point at which it kills itself. */
export async function actOnce({ request, waitMs }: ActorTask, kinds: Kinds): Promise<void> {
  const env = readEnv();
  const db = connect(env.databaseUrl, { applicationName: 'zhicheng-actor', poolSize: 2 });
  const temporal = connectTemporal(env);
  const deps = {
    db,
    temporal,
    taskQueue: env.taskQueue,
    calendar,
    kinds,
    continueAfterEvents: env.continueAsNewAfterEvents,
    crashAt: env.crashAt,
    reportAnomaly: (what: string, details: unknown) => console.error(what, JSON.stringify(details)),
  };
  const result = await act(deps, request, waitMs);
  process.stdout.write(JSON.stringify(result));
  await Promise.all([db.close(), temporal.connection.close()]);
}

/** What the process is to do, from its standard input. */
export const taskGiven = async (): Promise<ActorTask> => JSON.parse(await text(process.stdin));

if (import.meta.main) await actOnce(await taskGiven(), kinds);

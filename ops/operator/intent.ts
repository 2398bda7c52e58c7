import { TrailParted } from '../../commands/intents/from-trail.ts';
import { type Rebuilt, rebuild } from '../../commands/intents/rebuild.ts';
import { refuseByOperator, workflowAnswer } from '../../commands/intents/repair.ts';
import { kinds } from '../../commands/kinds/kinds.ts';
import { connectTemporal } from '../../commands/temporal/client.ts';
import { calendar } from '../../config/calendars.ts';
import type { Env } from '../../config/env/env.ts';
import type { EnvSource } from '../../config/env/env-values.ts';
import { connect, type Db } from '../../db/connection.ts';
import { findIntent, type IntentDetails, makeDue, openIntents } from '../../db/intents/intents.ts';
import { listLost } from '../../db/intents/lost-workflows.ts';
import { findTexts } from '../../db/texts.ts';
import { createVault } from '../../db/vault.ts';
import { type CommandResult, NotDone, print, resultOf } from '../command-line/result.ts';
import { readRunningEnv } from '../start/running-settings.ts';
import { readArguments, USAGE, type Wanted } from './intent-arguments.ts';
import { type Grounds, intentText, listText, lostText } from './intent-text.ts';

const MAX_LISTED = 200;

/** `npm run intent` with this command line and these settings. */
export function intent(args: readonly string[], source: EnvSource = process.env): Promise<CommandResult> {
  return resultOf(async () => {
    const wanted = readArguments(args);
    if (wanted.do === 'help') return USAGE;
    const env = readRunningEnv(source);
    const db = connect(env.databaseUrl, { poolSize: 2, applicationName: 'zhicheng-intent' });
    try {
      return await run({ db, env }, wanted);
    } finally {
      await db.close();
    }
  });
}

type Kit = { readonly db: Db; readonly env: Env };

async function run(kit: Kit, wanted: Exclude<Wanted, { do: 'help' }>): Promise<string> {
  if (wanted.do === 'list') return listText(await openIntents(kit.db, MAX_LISTED), MAX_LISTED);
  if (wanted.do === 'lost') return lostText(await listLost(kit.db, MAX_LISTED), MAX_LISTED);
  if (wanted.do === 'rebuild') return await rebuildCase(kit, wanted);
  const intent = await findIntent(kit.db, wanted.id);
  if (!intent) throw new NotDone(`There is no intent ${wanted.id}.`);
  if (wanted.do === 'show') return intentText(intent, await groundsOf(kit, intent));
  if (intent.outcome !== null) throw settled(intent);
  return wanted.do === 'retry' ? await retry(kit, intent) : await refuse(kit, intent, wanted);
}

async function retry({ db }: Kit, intent: IntentDetails): Promise<string> {
  if (!(await makeDue(db, intent.id))) throw settled(intent);
  const first =
    intent.ahead.length > 0 ? ` Before it, ${intent.ahead.join(', ')} of the same case will be decided.` : '';
  return `Due now: the courier of any running worker takes it within a second.${first} "show ${intent.id}" says what came of it.`;
}

async function refuse(
  { db, env }: Kit,
  intent: IntentDetails,
  wanted: Extract<Wanted, { do: 'refuse' }>,
): Promise<string> {
  if (!wanted.unchecked) await checkWorkflow(env, intent);
  const vault = createVault(env.dataKeys, env.identityKey);
  if (!(await refuseByOperator({ db, vault }, intent, wanted))) throw settled(intent);
  return `Refused: intent ${intent.n} (${intent.action}) of ${intent.no}. The next of the case is decided now; "show ${intent.id}" shows who refused it and why.`;
}

/** An intent that its workflow has accepted is not refused here, because the database and the workflow would disagree for ever. */
async function checkWorkflow(env: Env, intent: IntentDetails): Promise<void> {
  const temporal = connectTemporal(env);
  try {
    const answer = await workflowAnswer({ temporal, kinds }, intent);
    if (answer === 'accepted') throw new NotDone('Its workflow has accepted it already: "retry" writes that down.');
    if (answer === 'unknown') {
      throw new NotDone(
        'Its workflow does not say whether it has accepted the intent: it may be deciding just now, or no worker or no Temporal runs.\n' +
          'Start them and try again; --unchecked refuses all the same (see --help).',
      );
    }
  } finally {
    await temporal.connection.close();
  }
}

async function rebuildCase({ db, env }: Kit, { no, replace }: Extract<Wanted, { do: 'rebuild' }>): Promise<string> {
  const temporal = connectTemporal(env);
  const reportAnomaly = (what: string, details: object) => console.error(what, JSON.stringify(details));
  const { taskQueue, maxWakeSpreadMs, continueAsNewAfterEvents: continueAfterEvents } = env;
  const deps = { db, temporal, taskQueue, calendar, kinds, maxWakeSpreadMs, continueAfterEvents, reportAnomaly };
  try {
    const came = await rebuild(deps, no, { replace });
    if (came === 'cleared')
      return `What had the number ${no} is deleted. Its first intent is due now and starts the workflow anew.`;
    if (came !== 'rebuilt') throw new NotDone(notRebuilt[came](no));
    return `The workflow of ${no} runs again. Its open intents are due now; "show" lists those that still are.`;
  } catch (error) {
    if (!(error instanceof TrailParted)) throw error;
    throw new NotDone(`${error.message}. Nothing was started: restore PostgreSQL and Temporal from one backup.`);
  } finally {
    await temporal.connection.close();
  }
}

const notRebuilt: Readonly<Record<Exclude<Rebuilt, 'rebuilt' | 'cleared'>, (no: string) => string>> = {
  missing: (no) => `Nothing has the number ${no}.`,
  noWorkflow: (no) => `${no} has no workflow: its intents are decided without one.`,
  ended: (no) => `${no} is a draft or has ended; no workflow has to run for it.`,
  running: (no) => `A workflow of ${no} runs. Where it answers wrongly, --replace ends it first.`,
};

async function groundsOf({ db, env }: Kit, { no, outcome }: IntentDetails): Promise<Grounds | null> {
  const { refusal } = (outcome ?? {}) as { refusal?: { code?: string; details?: { text?: string } } };
  const id = refusal?.code === 'INTENT_REFUSED_BY_OPERATOR' ? refusal.details?.text : undefined;
  const [text] = id ? await findTexts(db, no, [id]) : [];
  return text
    ? (JSON.parse(createVault(env.dataKeys, env.identityKey).openText(text.body, `text/${text.id}`)) as Grounds)
    : null;
}

const settled = ({ id }: IntentDetails) =>
  new NotDone(`Intent ${id} has its outcome already, which stands: see "show ${id}".`);

if (import.meta.main) print(await intent(process.argv.slice(2)));

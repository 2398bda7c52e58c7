import { kinds } from '../commands/kinds/kinds.ts';
import { connectTemporal } from '../commands/temporal/client.ts';
import { calendar } from '../config/calendars.ts';
import type { Env } from '../config/env/env.ts';
import { connect } from '../db/connection.ts';
import { openCatalogue } from '../db/programmes/catalogue.ts';
import { createVault } from '../db/vault.ts';
import { openIssuer } from './access/issuer.ts';
import { verifierFor } from './access/verifier.ts';
import { openScanner } from './attachments/scanner.ts';
import {
  anonymousBodies,
  identityTries,
  objectionsOfAddress,
  objectionsOfPerson,
  rateLimit,
  unknownCertificates,
} from './http/request/rate-limit.ts';
import type { Services } from './http/route.ts';
import { createLogger } from './operations/logging.ts';
import { countFull, countUnreadable } from './operations/unreadable.ts';

/** Connects what the routes need, by the settings; `close` disconnects. */
export async function openServices(
  env: Env,
  supervisor: Services['supervisor'] = null,
): Promise<Services & { refreshProgrammes(): Promise<void>; close(): Promise<void> }> {
  const log = createLogger(env.logLevel);
  const db = connect(env.databaseUrl, { applicationName: 'zhicheng-api' });
  const temporal = connectTemporal(env);
  const issuer = env.demo ? await openIssuer(env.dataDir) : null;
  const catalogue = await openCatalogue(db);
  return {
    db,
    vault: createVault(env.dataKeys, env.identityKey),
    deps: {
      db,
      temporal,
      taskQueue: env.taskQueue,
      calendar,
      kinds,
      maxWakeSpreadMs: env.maxWakeSpreadMs,
      continueAfterEvents: env.continueAsNewAfterEvents,
      crashAt: env.crashAt,
      reportAnomaly: (what, details) => log.error({ alarm: true, ...details }, what),
    },
    env,
    programmes: catalogue.programmes,
    refreshProgrammes: catalogue.refresh,
    log,
    countIdentityTry: rateLimit(db, identityTries),
    countObjection: { person: rateLimit(db, objectionsOfPerson), address: rateLimit(db, objectionsOfAddress) },
    countUnknownCertificate: rateLimit(db, unknownCertificates),
    countAnonymousBody: rateLimit(db, anonymousBodies),
    scanner: openScanner(env.clamd, log),
    unreadable: countUnreadable(),
    full: countFull(),
    verifier: verifierFor(env, issuer),
    issuer,
    supervisor,
    close: async () => {
      await temporal.connection.close();
      await db.close();
    },
  };
}

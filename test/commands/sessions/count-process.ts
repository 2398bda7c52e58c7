import { text } from 'node:stream/consumers';
import { countBox } from '../../../commands/sessions/ballot/count.ts';
import { readEnv } from '../../../config/env/env.ts';
import { connect } from '../../../db/connection.ts';

/** What the process reads from its standard input, as JSON; the key is in base64. */
export type CountTask = { readonly session: string; readonly person: string; readonly privateKey: string };

/** The name under which the process is connected. */
export const countingName = 'zhicheng-counting';

// A process that counts a box as the API does, so that it can be killed in the middle.
if (import.meta.main) {
  const { privateKey, ...of } = JSON.parse(await text(process.stdin)) as CountTask;
  const db = connect(readEnv().databaseUrl, { applicationName: countingName, poolSize: 2 });
  const counted = await countBox({ db }, { ...of, privateKey: Uint8Array.from(Buffer.from(privateKey, 'base64')) });
  process.stdout.write(JSON.stringify(counted));
  await db.close();
}

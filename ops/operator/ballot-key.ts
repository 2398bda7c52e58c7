import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { newKeyPair } from '../../commands/sessions/ballot/envelopes.ts';
import { type CommandResult, NotDone, print, resultOf } from '../command-line/result.ts';
import { Usage, understood } from '../command-line/usage.ts';

const COMMAND = 'npm run ballot-key';
const USAGE = `npm run ballot-key -- --out key.json   makes the key pair of a custodian of a ballot box

A custodian runs it on a machine of their own, not on the servers. It writes both keys to the file, which only its owner may read, and prints the
public key, which the custodian registers (POST /v1/sessions/{id}/custodians). The private key opens the box after the ballot: keep the file, show it
to nobody, and delete it when the votes are counted. A file that is there already is not overwritten. Nothing is sent anywhere.

Exit code: 0 done · 1 not done (the file is there, or cannot be written) · 2 not understood.`;

/** Readable for its owner alone. */
const OWNER_ONLY = 0o600;

/** `npm run ballot-key` with this command line. */
export function ballotKey(args: readonly string[]): Promise<CommandResult> {
  return resultOf(async () => {
    const options = { out: { type: 'string' }, help: { type: 'boolean', short: 'h' } } as const;
    const { values } = understood(COMMAND, () => parseArgs({ args: [...args], options, strict: true }));
    if (values.help) return USAGE;
    if (!values.out) throw new Usage(COMMAND, 'Say with --out into which file the keys go.');
    const { publicKey, privateKey } = newKeyPair();
    const keys = { publicKey: inBase64(publicKey), privateKey: inBase64(privateKey) };
    await writeFile(values.out, `${JSON.stringify(keys, null, 2)}\n`, { flag: 'wx', mode: OWNER_ONLY }).catch(
      (error: NodeJS.ErrnoException) => {
        throw new NotDone(
          error.code === 'EEXIST'
            ? `${values.out} is there already, and may hold a key that is needed.`
            : error.message,
        );
      },
    );
    return `Public key, to be registered: ${keys.publicKey}\nThe private key is in ${values.out}; nobody else has it.`;
  });
}

const inBase64 = (key: Uint8Array): string => Buffer.from(key).toString('base64');

if (import.meta.main) print(await ballotKey(process.argv.slice(2)));

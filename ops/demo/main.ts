import { EnvError, readStartEnv } from '../../config/env/env.ts';
import { Usage } from '../command-line/usage.ts';
import { readArguments } from './arguments.ts';
import { type Client, createClient } from './client/client.ts';
import { Again, Skipped, Unexpected } from './client/expect.ts';
import type { Life } from './life.ts';
import { lives } from './lives.ts';
import { summaryOf } from './summary.ts';
import { createTimeline, type Timeline } from './timeline.ts';
import { createWorld } from './world.ts';

const PATIENCE_MS = 120_000;
const REACHED_WITHIN_MS = 5_000;
const TRIES = 4;

/** Thrown if the service cannot play lives; the message says what to do. */
class Unusable extends Error {}

type End = { readonly life: Life; readonly actual: string; readonly mark: '✓' | '✗' | '–'; readonly seconds: number };

async function main(): Promise<number> {
  const wanted = readArguments(process.argv.slice(2), { base: ownBase(), lives });
  if (wanted.help !== undefined) {
    console.log(wanted.help);
    return 0;
  }
  const { base, only } = wanted;
  const show = createTimeline();
  await reach(base);
  const client = createClient({ base, patienceMs: PATIENCE_MS, waiting: show.aside });
  show.line(
    `\n职称评审 2024 · 经 HTTP 接口演示 ${only.length} 件申报，自草稿至结果：${base}\nTitle review 2024 · ${only.length} applications, from draft to outcome, by the HTTP interface of ${base}`,
  );
  const ends: (End & { readonly name: string })[] = [];
  for (const [name, life] of Object.entries(lives)) {
    if (only.includes(name)) ends.push({ name, ...(await live(life, client, show)) });
  }
  summarise(ends, show);
  const { zh, en } = summaryOf(ends);
  show.line(`  ${zh}\n  ${en}\n`);
  return ends.some(({ mark }) => mark === '✗') ? 1 : 0;
}

function ownBase(): string {
  const { host, port } = readStartEnv();
  return `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${port}`;
}

/** Checks at the start that the service answers: if it does not, the address is wrong, and waiting would not help. */
async function reach(base: string): Promise<void> {
  const client = createClient({ base, patienceMs: REACHED_WITHIN_MS, waiting: () => {} });
  const answer = await client({ method: 'GET', path: '/demo/accounts' }).catch((error: unknown) => {
    if (error instanceof Unexpected)
      throw new Unusable(`No service answers at ${base}: run \`npm start\` first, or name it with --base.`);
    throw error;
  });
  if (answer.status === 404) throw new Unusable(`The service at ${base} is not in demonstration mode (DEMO=1).`);
}

/** Plays a life to its end; if it missed the moment it depends on, it is played again in a new world. */
async function live(life: Life, client: Client, show: Timeline): Promise<End> {
  const begunAt = performance.now();
  const end = (mark: End['mark'], actual: string): End => ({
    life,
    actual,
    mark,
    seconds: (performance.now() - begunAt) / 1000,
  });
  for (let tries = 1; ; tries += 1) {
    show.heading(life.title, life.about);
    try {
      const actual = await life.play({ world: await createWorld(client, life.startAt), show });
      return end(actual === life.expected ? '✓' : '✗', actual);
    } catch (error) {
      if (error instanceof Skipped) return end('–', `skipped: ${error.message}`);
      if (error instanceof Again && tries < TRIES) show.aside(`${error.message}; 重演 playing it again`);
      else return end('✗', reasonOf(error));
    }
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof Unexpected || error instanceof Again) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function summarise(ends: readonly End[], show: Timeline): void {
  show.line('\n━━ 结果 · Results');
  for (const { life, actual, mark, seconds } of ends) {
    show.line(`  ${mark} ${life.title.zh} / ${life.title.en}   ${seconds.toFixed(1)} s`);
    show.line(`      预期 expected  ${life.expected}\n      实际 actual    ${actual}`);
  }
  show.line('');
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const known = [Usage, Unusable, EnvError].some((kind) => error instanceof kind);
    console.error(known && error instanceof Error ? error.message : error);
    process.exitCode = known ? 2 : 1;
  },
);

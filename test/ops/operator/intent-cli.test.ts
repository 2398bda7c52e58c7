import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ActResult, act } from '../../../commands/intents/act.ts';
import { finish } from '../../../commands/intents/finish.ts';
import { kindOf } from '../../../commands/kind-of.ts';
import type { Pending } from '../../../db/intent.ts';
import { leaseIntents, nextIntent } from '../../../db/intents/queue.ts';
import type { CommandResult } from '../../../ops/command-line/result.ts';
import { Usage } from '../../../ops/command-line/usage.ts';
import { intent as intentCommand } from '../../../ops/operator/intent.ts';
import { readArguments } from '../../../ops/operator/intent-arguments.ts';
import { keptCertificate } from '../../../ops/servers/certificate.ts';
import { readRunningEnv } from '../../../ops/start/running-settings.ts';
import { TestBackend, type TestCase, type TestWorld } from '../../support/backend.ts';
import { checkInvariants } from '../../support/invariants.ts';
import { until } from '../../support/until.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const canary = '王小明 13800000000';
const soon = () => ({ deadlineAt: Date.now() + 20_000 });

const intent = (env: Readonly<Record<string, string>>, ...args: string[]) => intentCommand(args, env);

/** The command as a process of its own, as an operator starts it, with nothing of this process's environment but the path and the compiled code. */
function intentProcess(env: Readonly<Record<string, string>>, ...args: string[]): Promise<CommandResult> {
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const options = { cwd: ROOT, env: { PATH, NODE_COMPILE_CACHE, TZ: 'UTC', ...env } };
  return new Promise((resolve) => {
    execFile(process.execPath, ['ops/operator/intent.ts', ...args], options, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err });
    });
  });
}

const idOf = (result: ActResult) => {
  if (result.kind !== 'recorded') throw new Error(`not left open: ${JSON.stringify(result)}`);
  return result.intent.id;
};

describe('npm run intent, while no worker runs', () => {
  let backend: TestBackend;
  let world: TestWorld;
  let one: TestCase;
  let first: string;
  let second: string;

  beforeAll(async () => {
    backend = await TestBackend.open({ withoutWorker: true });
    world = await backend.world('2024-07-08T09:00');
    one = await world.draft();
    const { claims: _, ...unclaimed } = one.request('submit', 'applicant');
    first = idOf(await act(backend.deps, { ...unclaimed, data: { note: canary } as never, lane: 'bulk' }, 0));
    second = idOf(await act(backend.deps, { ...one.request('agree', 'unitHr'), lane: 'bulk' }, 0));
    await backend.deps.db
      .sql`update intents set try_at = clock_timestamp() + interval '1 hour', last_error = 'it would not' where id = ${first}`;
    await backend.deps.db.sql`update intents set try_at = clock_timestamp() + interval '1 hour' where id = ${second}`;
  });
  afterAll(() => backend.close());

  it('lists the open intents, the oldest first, without what they carry', async () => {
    const { code, out } = await intentProcess(backend.env, 'show');
    expect(code).toBe(0);
    const rows = out.split('\n');
    expect(rows[0]).toMatch(/^id +no +n +action +received at +age +tries +last error$/);
    expect(rows[1]).toMatch(
      new RegExp(`^${first} +${one.no} +1 +submit +2024-07-08T09:0\\S*\\+08:00 .* 0 +it would not$`),
    );
    expect(rows[2]).toMatch(new RegExp(`^${second} +${one.no} +2 +agree `));
    expect(out).toContain('2 open.');
    expect(out).not.toContain(canary);
  });

  it('shows one with all but the contents of its argument', async () => {
    const { code, out } = await intent(backend.env, 'show', first);
    expect(code).toBe(0);
    expect(out).toMatch(/argument +\d+ bytes, not shown/);
    expect(out).toMatch(/last error +it would not/);
    expect(out).toMatch(/open, due for the courier in (59 min|1 h 0 min)/);
    expect(out).not.toContain(canary);
    expect((await intent(backend.env, 'show', second)).out).toMatch(new RegExp(`decided after +${first}`));
  });

  it('makes an intent due now and says who takes it and what is decided before it', async () => {
    expect(await leaseIntents(backend.deps.db, 8)).toEqual([]);
    const { code, out } = await intent(backend.env, 'retry', second);
    expect(code).toBe(0);
    expect(out).toContain('the courier of any running worker');
    expect(out).toContain(first);
    expect(await leaseIntents(backend.deps.db, 8)).toEqual([one.no]);
  });

  it('refuses one for good: the queue continues, and who and why are sealed', async () => {
    const told = await intent(backend.env, 'refuse', first, '--reason', canary, '--by', '李运维');
    expect(told).toMatchObject({ code: 0, err: '' });
    const { sql } = backend.deps.db;
    const [row] = await sql<
      { accepted: boolean; outcome: { refusal: { code: string; details: object } }; at: string }[]
    >`
      select accepted, outcome, finished_at::text as at from intents where id = ${first}`;
    expect(row).toMatchObject({ accepted: false, outcome: { refusal: { code: 'INTENT_REFUSED_BY_OPERATOR' } } });
    expect(row?.at).toBeTruthy();
    const texts = await sql<
      { id: string; body: Buffer }[]
    >`select id, body_enc as body from texts where no = ${one.no}`;
    expect(row?.outcome.refusal.details).toEqual({ text: texts[0]?.id });
    for (const secret of [canary, '李运维']) {
      expect(JSON.stringify(row)).not.toContain(secret);
      expect(texts[0]?.body.includes(secret)).toBe(false);
    }
    const { out } = await intent(backend.env, 'show', first);
    expect(out).toMatch(/refused by +李运维\nreason +王小明 13800000000/);
    expect((await nextIntent(backend.deps.db, one.no))?.intent.id).toBe(second);
  });

  it('refuses what is finished, and changes nothing', async () => {
    const before = await backend.deps.db.sql`select outcome, finished_at::text from intents where id = ${first}`;
    for (const args of [
      ['retry', first],
      ['refuse', first, '--reason', 'again', '--by', 'x'],
    ]) {
      expect(await intent(backend.env, ...args)).toMatchObject({
        code: 1,
        out: '',
        err: expect.stringContaining('outcome already'),
      });
    }
    expect(await backend.deps.db.sql`select outcome, finished_at::text from intents where id = ${first}`).toEqual(
      before,
    );
    expect(await backend.deps.db.sql`select 1 from texts where no = ${one.no}`).toHaveLength(1);
  });

  it('says no to an id that nobody has', async () => {
    for (const args of [['show'], ['retry'], ['refuse', '--reason', 'x', '--by', 'x']]) {
      const [verb = '', ...rest] = args;
      expect(await intent(backend.env, verb, randomUUID(), ...rest)).toMatchObject({
        code: 1,
        err: expect.stringContaining('no intent'),
      });
    }
  });

  it('names the settings it lacks, and tells a database that is away from a mistake', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'zhicheng-intent-'));
    try {
      expect(await intent({ DATA_DIR: folder }, 'show')).toMatchObject({
        code: 2,
        err: expect.stringContaining('DATABASE_URL'),
      });
      expect(readdirSync(folder)).toEqual([]);
      const away = { ...backend.env, DATABASE_URL: 'postgres://postgres:x@127.0.0.1:1/zhicheng' };
      expect((await intent(away, 'show')).code).toBe(3);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('explains itself', async () => {
    expect(await intent({}, '--help')).toMatchObject({ code: 0, out: expect.stringContaining('Exit code') });
  });
});

describe('the command line', () => {
  it.each([
    ['an unknown verb', ['delete']],
    ['something that is no id', ['retry', 'LN24-1']],
    ['no id', ['retry']],
    ['no reason', ['refuse', randomUUID(), '--by', 'x']],
    ['an empty reason', ['refuse', randomUUID(), '--by', 'x', '--reason', ' ']],
    ['nobody who refuses', ['refuse', randomUUID(), '--reason', 'x']],
    ['a reason without quotation marks', ['refuse', randomUUID(), '--by', 'x', '--reason', 'two', 'words']],
    ['an option that does nothing there', ['retry', randomUUID(), '--reason', 'x']],
    ['an unknown option', ['show', '--all']],
  ])('does not take %s, and says how it is used', (_, args) => {
    expect(() => readArguments(args)).toThrow(Usage);
    expect(() => readArguments(args)).toThrow('npm run intent -- --help');
  });

  it('is asked for again with exit code 2', async () => {
    expect(await intentProcess({}, 'delete')).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/^"delete" is none of .*\nHow it is used: npm run intent -- --help\n$/),
    });
  });
});

describe('refusing by hand what the workflow may have accepted', () => {
  let backend: TestBackend;
  let world: TestWorld;

  beforeAll(async () => {
    backend = await TestBackend.open({ continueAfterEvents: 7 });
    world = await backend.world('2024-07-08T09:00');
  });
  afterAll(() => backend.close());

  const refusal = ['--reason', 'stuck', '--by', 'x'];

  /** Has the workflow decide the next intent of an application and writes no outcome, as a finisher that dies at that point. */
  async function decideOnly(one: TestCase): Promise<Pending> {
    const next = await nextIntent(backend.deps.db, one.no);
    if (!next) throw new Error('nothing is open');
    await kindOf(backend.deps, next).decide(backend.deps, next, { ...soon(), catchUp: false });
    return next;
  }

  it('is not done where it has: retrying writes the acceptance down, also when the workflow has continued as new since', async () => {
    const one = await world.draft();
    await one.does('submit', 'applicant');
    const id = idOf(await act(backend.deps, { ...one.request('agree', 'unitHr'), lane: 'bulk' }, 0));
    await decideOnly(one);
    const { workflow } = backend.deps.temporal;
    const runs = async () => {
      let count = 0;
      for await (const _ of workflow.list({ query: `WorkflowId = 'application/${one.no}'` })) count++;
      return count;
    };
    await until('a second run', async () => (await runs()) > 1);
    expect(await intent(backend.env, 'refuse', id, ...refusal)).toMatchObject({
      code: 1,
      err: expect.stringContaining('accepted it already'),
    });
    expect((await intent(backend.env, 'retry', id)).code).toBe(0);
    expect(await leaseIntents(backend.deps.db, 8)).toEqual([one.no]);
    await finish(backend.deps, one.no, soon());
    expect((await intent(backend.env, 'show', id)).out).toMatch(/state +accepted/);
    await checkInvariants(backend);
  });

  it('is not done where it cannot say, unless the operator insists; the queue then continues', async () => {
    const one = await world.draft();
    await one.does('submit', 'applicant');
    await backend.stopWorker();
    const id = idOf(await act(backend.deps, one.request('agree', 'unitHr'), 300));
    expect(await intent(backend.env, 'refuse', id, ...refusal)).toMatchObject({
      code: 1,
      err: expect.stringContaining('does not say'),
    });
    const gone = { ...backend.env, TEMPORAL_ADDRESS: '127.0.0.1:1' };
    expect((await intent(gone, 'refuse', id, ...refusal)).code).toBe(1);
    expect((await intent(gone, 'refuse', id, ...refusal, '--unchecked')).code).toBe(0);
    expect(await nextIntent(backend.deps.db, one.no)).toBeNull();
  });
});

describe('the settings of a running npm start', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhicheng-intent-'));
  const key = Buffer.alloc(32, 1).toString('base64');
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

  beforeAll(() => {
    write('ports.json', JSON.stringify({ postgres: 21_001, frontend: 21_002 }));
    write('postgres-password', 'a/b\n');
    keptCertificate(folder);
    write('keys.json', JSON.stringify({ DATA_KEYS: `k1:${key}`, IDENTITY_KEY: key }));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('are found in its data folder', () => {
    const env = readRunningEnv({ DATA_DIR: folder });
    expect(env).toMatchObject({
      databaseUrl: 'postgres://postgres:a%2Fb@127.0.0.1:21001/zhicheng',
      temporalAddress: '127.0.0.1:21002',
      temporalTls: { serverNameOverride: 'temporal.zhicheng', clientCertPair: expect.anything() },
    });
    expect(env.dataKeys.map(({ id }) => id)).toEqual(['k1']);
  });

  it('give way to a Temporal named in the environment, and altogether to a database named there', () => {
    expect(readRunningEnv({ DATA_DIR: folder, TEMPORAL_ADDRESS: 'there:7233' }).temporalAddress).toBe('there:7233');
    const named = { DATA_DIR: folder, DATABASE_URL: 'postgres://there/x' };
    expect(() => readRunningEnv(named)).toThrow('TEMPORAL_ADDRESS');
  });
});

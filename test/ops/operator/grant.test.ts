import { execFile } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { programmes } from '../../../config/programmes.ts';
import { connect, type Db } from '../../../db/connection.ts';
import { findHolder } from '../../../db/people/callers.ts';
import { grantEventsOf } from '../../../db/people/grant-events.ts';
import { createUnit } from '../../../db/people/units.ts';
import { createWorld } from '../../../db/worlds/worlds.ts';
import { roles } from '../../../domain/programme/facts.ts';
import type { CommandResult } from '../../../ops/command-line/result.ts';
import { Usage } from '../../../ops/command-line/usage.ts';
import { grant as grantCommand } from '../../../ops/operator/grant.ts';
import { readArguments, USAGE } from '../../../ops/operator/grant-arguments.ts';
import { freshDatabase } from '../../support/servers/database.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const secret = () => randomBytes(32).toString('base64');
const everything = ['administrator', 'programme:*'] as const;

/** The command as a process of its own, as an operator starts it, with nothing of this process's environment but the path and the compiled code. */
function grantProcess(env: Readonly<Record<string, string>>, args: readonly string[]): Promise<CommandResult> {
  const { PATH, NODE_COMPILE_CACHE } = process.env;
  const options = { cwd: ROOT, env: { PATH, NODE_COMPILE_CACHE, TZ: 'UTC', ...env } };
  return new Promise((resolve) => {
    execFile(process.execPath, ['ops/operator/grant.ts', ...args], options, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err });
    });
  });
}

describe('npm run grant', () => {
  let database: Awaited<ReturnType<typeof freshDatabase>>;
  let db: Db;
  let settings: Record<string, string>;
  const unit = randomUUID();
  const grant = (...args: string[]) => grantCommand(args, settings);

  beforeAll(async () => {
    database = await freshDatabase();
    db = connect(database.url, { poolSize: 2 });
    settings = {
      DATABASE_URL: database.url,
      TEMPORAL_ADDRESS: '127.0.0.1:1',
      DATA_KEYS: `k1:${secret()}`,
      IDENTITY_KEY: secret(),
    };
    await createUnit(db, { id: unit, world: null, name: '单位', employerClass: 'private' });
  });
  afterAll(async () => {
    await db.close();
    await database.drop();
  });

  it('makes the first administrator of somebody who was not known, with the name sealed', async () => {
    const first = await grantProcess(settings, ['root-of-issuer', ...everything, '--name', '王管理']);
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(await findHolder(db, 'root-of-issuer')).toMatchObject({
      world: null,
      grants: [{ role: 'administrator', scope: 'programme:*' }],
    });
    const [row] = await db.sql<
      { name: Buffer }[]
    >`select name_enc as name from people where subject = 'root-of-issuer'`;
    expect(row?.name.includes('王管理')).toBe(false);
    expect((await grant('--list', 'root-of-issuer')).out).toMatch(
      /^subject .*\nroot-of-issuer +administrator +programme:\* +\S+\+08:00 +王管理\n$/,
    );
  });

  it('grants once what is granted twice, keeps the existing name, and revokes it once', async () => {
    const hr = ['hr', 'unitHr', `unit:${unit.toUpperCase()}`];
    expect((await grant(...hr, '--name', '人事')).code).toBe(0);
    expect(await grant(...hr, '--name', '别人')).toMatchObject({ code: 0, out: expect.stringContaining('already') });
    expect(await findHolder(db, 'hr')).toMatchObject({ grants: [{ role: 'unitHr', scope: `unit:${unit}` }] });
    expect((await grant('--list', 'hr')).out).toContain('人事');
    expect((await grant(...hr, '--revoke')).code).toBe(0);
    expect(await findHolder(db, 'hr')).toMatchObject({ grants: [] });
    expect(await grant(...hr, '--revoke')).toMatchObject({ code: 1, err: expect.stringContaining('is not unitHr') });
    expect((await grant('--list', 'hr')).out).toBe('No role is given.\n');
    const told = await grantEventsOf(db, { world: null, person: null, scope: `unit:${unit}`, before: null, limit: 9 });
    expect(told.map(({ kind, role, by }) => [kind, role, by])).toEqual([
      ['taken', 'unitHr', null],
      ['given', 'unitHr', null],
    ]);
  });

  it('says so where somebody could review an application twice, who then may not', async () => {
    const first = await grant('clerk', 'committeeOffice', 'office:ln-diit-office', '--name', '许');
    expect([first.code, first.out.includes('Beware')]).toEqual([0, false]);
    const second = await grant('clerk', 'unitHr', `unit:${unit}`);
    expect(second).toMatchObject({ code: 0, out: expect.stringContaining('committeeOffice of office:ln-diit-office') });
    expect(second.out).toContain('One person reviews an application once');
  });

  it('gives an office people only in the roles that it has in some programme', async () => {
    const refused = await grant('centre', 'talentCentre', 'office:ln-diit-office', '--name', '中心');
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('it acts as committeeOffice') });
    expect((await grant('centre', 'talentCentre', 'office:dl-talent-centre', '--name', '中心')).code).toBe(0);
    expect(await grant('centre', 'sealingAuthority', 'office:ln-security-association')).toMatchObject({ code: 1 });
  });

  it('does nothing for somebody unknown without a name, for a unit that is not there, and in clock worlds', async () => {
    expect(await grant('nobody', ...everything)).toMatchObject({ code: 1, err: expect.stringContaining('--name') });
    const elsewhere = randomUUID();
    const world = await createWorld(db, Date.parse('2024-07-01T09:00+08:00'));
    await createUnit(db, { id: elsewhere, world, name: '单位', employerClass: 'private' });
    for (const missing of [randomUUID(), elsewhere]) {
      const told = await grant('nobody', 'unitHr', `unit:${missing}`, '--name', 'x');
      expect(told).toMatchObject({ code: 1, err: expect.stringContaining('no unit') });
    }
    expect(await findHolder(db, 'nobody')).toBeNull();
    await db.sql`insert into people (world, subject, name_enc) values (${world}, 'visitor', '\\x00')`;
    expect((await grant('visitor', ...everything, '--name', 'x')).code).toBe(1);
    expect(await findHolder(db, 'visitor')).toMatchObject({ grants: [] });
  });

  it('ends with 3 where the database cannot be reached, with 2 where settings are missing, and explains itself', async () => {
    expect((await grantCommand(['--list'], { ...settings, DATABASE_URL: 'postgres://x@127.0.0.1:1/x' })).code).toBe(3);
    const { DATA_KEYS: _, ...few } = settings;
    expect(await grantCommand(['--list'], few)).toMatchObject({ code: 2, err: expect.stringContaining('DATA_KEYS') });
    expect(await grantCommand(['--help'], {})).toMatchObject({ code: 0, out: expect.stringContaining('Exit code') });
    expect(await grantProcess({}, ['x', 'boss', 'programme:*'])).toEqual({
      code: 2,
      out: '',
      err: expect.stringMatching(/^"boss" is none of .*\nHow it is used: npm run grant -- --help\n$/),
    });
  });
});

describe('its command line', () => {
  it.each([
    ['no scope', ['x', 'administrator']],
    ['an empty subject', ['', ...everything]],
    ['a role that nobody gives', ['x', 'applicant', 'programme:*']],
    ['the system', ['x', 'system', 'programme:*']],
    ['an administrator of a unit', ['x', 'administrator', `unit:${randomUUID()}`]],
    ['the HR of every programme', ['x', 'unitHr', 'programme:*']],
    ['a unit that has no such id', ['x', 'unitHr', 'unit:*']],
    ['an unknown office', ['x', 'committeeOffice', 'office:ln-diit']],
    ['an unknown programme', ['x', 'auditor', 'programme:liaoning']],
    ['a name without quotation marks', ['x', ...everything, '--name', 'two', 'words']],
    ['an empty name', ['x', ...everything, '--name', ' ']],
    ['a name for what is taken away', ['x', ...everything, '--revoke', '--name', 'x']],
    ['a list of a role', ['--list', 'x', 'administrator']],
    ['an unknown option', ['x', ...everything, '--all']],
  ])('does not take %s, and says how it is used', (_, args) => {
    expect(() => readArguments(args)).toThrow(Usage);
    expect(() => readArguments(args)).toThrow('npm run grant -- --help');
  });

  const granted = roles.filter((role) => !['applicant', 'expert', 'objector', 'system'].includes(role));
  it.each(granted)('gives %s with its right scope and no other, and the help names it', (role) => {
    const scopes = [`unit:${randomUUID()}`, 'office:dl-gaoxin', 'programme:*'];
    const taken = scopes.filter((scope) => {
      try {
        return readArguments(['x', role, scope]).do === 'give';
      } catch (error) {
        expect(error).toBeInstanceOf(Usage);
        return false;
      }
    });
    expect(taken).toHaveLength(1);
    expect(USAGE).toMatch(new RegExp(`^  ${role} +(unit|office|programme):`, 'm'));
  });
  it('knows thirteen roles and every office in which somebody acts', () => {
    expect(granted).toHaveLength(13);
    const offices = [...programmes.values()].flatMap(({ committees = [], fixedOffices = {}, office }) => [
      office,
      ...committees.flatMap((each) => each.office ?? []),
      ...Object.values(fixedOffices),
    ]);
    for (const id of offices) expect(readArguments(['x', 'committeeOffice', `office:${id}`]).do).toBe('give');
  });

  it.each([
    ['committeeOffice', 'office:ln-diit-office'],
    ['sealingAuthority', 'office:ln-sasac'],
    ['association', 'office:ln-security-association'],
    ['auditor', 'programme:liaoning-diit-2024'],
  ])('takes %s of %s', (role, scope) => {
    expect(readArguments(['x', role, scope])).toMatchObject({ do: 'give', subject: 'x', role, scope, name: null });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoPeople } from '../../../db/worlds/demo-people.ts';
import { identityCheckDigit } from '../../../domain/access/identity-number.ts';
import { startApi, type TestApi } from '../../support/api.ts';

type Me = { readonly id: string; readonly name: string; readonly identityNumber: string; readonly version: number };
type Members = {
  readonly members: readonly { readonly person: string; readonly role: string; readonly name: string }[];
};
type Accounts = {
  readonly items: readonly {
    readonly account: string;
    readonly person: string;
    readonly unit: { readonly id: string };
  }[];
};

let api: TestApi;
let accounts: Accounts['items'];
beforeAll(async () => {
  api = await startApi();
  accounts = (await api.ask<Accounts>('GET', '/demo/accounts')).body.items;
});
afterAll(() => api.close());

const account = (name: string) => {
  const found = accounts.find((each) => each.account === name);
  if (!found) throw new Error(`no account ${name}`);
  return found;
};
const me = (name: string) => ({ name, phone: '13900000000', mail: 'a@example.org', language: 'zh' });

describe('a person', () => {
  it('sees the own identity number masked and nowhere whole', async () => {
    const whole = demoPeople.find((each) => each.account === 'li-na')?.identity ?? '';
    const { body } = await api.ask<Me>('GET', '/v1/people/me', { as: 'li-na' });
    expect(body.identityNumber).toBe(`${whole.slice(0, 6)}********${whole.slice(-4)}`);
    expect(JSON.stringify(body)).not.toContain(whole);
  });

  it('corrects name and mail without saying the identity number again', async () => {
    const before = await api.ask<Me>('GET', '/v1/people/me', { as: 'wang-qiang' });
    const after = await api.ask<Me>('PUT', '/v1/people/me', { as: 'wang-qiang', json: me('王强强') });
    expect(after.body).toMatchObject({
      name: '王强强',
      identityNumber: before.body.identityNumber,
      version: before.body.version + 1,
    });
  });

  it('cannot overwrite a version not seen', async () => {
    const before = await api.ask<Me>('GET', '/v1/people/me', { as: 'zhao-min' });
    const headers = { 'If-Match': before.headers.get('etag') ?? '' };
    const change = () => api.ask('PUT', '/v1/people/me', { as: 'zhao-min', json: me('赵敏'), headers });
    expect((await change()).status).toBe(200);
    expect((await change()).body.code).toBe('VERSION_MOVED');
  });

  it('cannot take an identity number of somebody not yet born', async () => {
    const first = '21019920990316003';
    const json = { ...me('刘洋'), identityNumber: `${first}${identityCheckDigit(first)}` };
    expect((await api.ask('PUT', '/v1/people/me', { as: 'liu-yang', json })).status).toBe(422);
  });

  it('cannot take another identity number once one is registered', async () => {
    const json = { ...me('刘洋'), identityNumber: '11010519491231002X' };
    expect((await api.ask('PUT', '/v1/people/me', { as: 'liu-yang', json })).body.code).toBe('IDENTITY_FIXED');
  });

  it('learns of few identity numbers an hour whether they are registered', async () => {
    const numbers = Array.from({ length: 5 }, () => demoPeople.find(({ account }) => account === 'li-na')?.identity);
    const put = (identityNumber: string | undefined) =>
      api.ask('PUT', '/v1/people/me', { as: 'hr-north', json: { ...me('郭晓'), identityNumber } });
    const answers = [];
    for (const number of numbers) answers.push((await put(number)).body.code);
    expect(answers).toEqual(numbers.map(() => 'IDENTITY_TAKEN'));
    const sixth = await put('11010519491231002X');
    expect([sixth.status, sixth.body.code]).toEqual([429, 'TOO_MANY_TRIES']);
    expect(Number(sixth.headers.get('retry-after'))).toBeGreaterThan(3000);
    expect((await put(undefined)).status).toBe(200);
  });

  it('lies encrypted in the database: no name, number, telephone or mail in plain', async () => {
    await api.ask('PUT', '/v1/people/me', { as: 'chen-jing', json: { ...me('陈静'), mail: 'canary@example.org' } });
    const rows = await api.services.db.sql`select p::text as row from people p`;
    const dump = rows.map(({ row }) => String(row)).join('\n');
    const plain = [
      '陈静',
      '13900000000',
      'canary@example.org',
      ...demoPeople.flatMap(({ identity }) => identity ?? []),
    ];
    const bytes = plain.map((text) => Buffer.from(text).toString('hex'));
    expect([...plain, ...bytes].filter((text) => dump.includes(text))).toEqual([]);
  });
});

describe('a unit', () => {
  const members = (as: string, unit: string) => api.ask<Members>('GET', `/v1/units/${unit}/members`, { as });

  it('stands there once, however its name is written', async () => {
    const make = (name: string) =>
      api.ask('POST', '/v1/units', { as: 'admin', json: { name, employerClass: 'private' } });
    expect((await make('大连ABC科技有限公司（虚构）')).status).toBe(201);
    const again = [
      '大连ABC科技有限公司(虚构)',
      '大连 ABC 科技有限公司（虚构）',
      '大连ＡＢＣ科技有限公司（虚构）',
      '大连abc科技\u200b有限公司〔虚构〕',
    ];
    for (const name of again) {
      const { status, body } = await make(name);
      expect([name, status, body.code]).toEqual([name, 409, 'UNIT_EXISTS']);
    }
    expect((await make('大连ABC科技有限公司第二分公司（虚构）')).status).toBe(201);
    for (const name of ['····', '1', '（）']) expect((await make(name)).status, name).toBe(422);
  });

  it('is found by a part of its name', async () => {
    const named = async (name: string) => {
      const { body } = await api.ask<{ items: { name: string }[] }>(
        'GET',
        `/v1/units?name=${encodeURIComponent(name)}`,
        {
          as: 'zhang-wei',
        },
      );
      return body.items.map((each) => each.name);
    };
    expect(await named('辽北重型')).toEqual(['辽北重型装备集团有限公司（虚构）']);
    expect(await named('%')).toEqual([]);
    expect((await named('集团')).length).toBeGreaterThan(0);
  });

  it('is made by administrators only', async () => {
    const json = { name: '某某研究院', employerClass: 'provincialInstitution' };
    expect((await api.ask('POST', '/v1/units', { as: 'hr-liaobei', json })).status).toBe(403);
    const made = await api.ask('POST', '/v1/units', { as: 'admin', json });
    expect(made.status).toBe(201);
    expect((await api.ask('GET', `/v1/units/${made.body.id}`, { as: 'zhang-wei' })).body).toMatchObject({
      ...json,
      roles: [],
    });
  });

  it('is not made or looked into by the administrator of one programme', async () => {
    const { person } = account('zheng-shuang');
    await api.services.db.sql`
      insert into grants (person, role, scope) values (${person}, 'administrator', 'programme:liaoning-diit-2024')`;
    const json = { name: '某某研究院', employerClass: 'provincialInstitution' };
    expect((await api.ask('POST', '/v1/units', { as: 'zheng-shuang', json })).status).toBe(403);
    expect((await members('zheng-shuang', account('hr-north').unit.id)).status).toBe(404);
  });

  it('is found by everyone signed in, page by page', async () => {
    type Page = { readonly items: readonly { readonly id: string }[]; readonly nextCursor: string | null };
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const path: string = `/v1/units?limit=1${cursor === '' ? '' : `&cursor=${cursor}`}`;
      const { body } = await api.ask<Page>('GET', path, { as: 'zhang-wei' });
      seen.push(...body.items.map(({ id }) => id));
      cursor = body.nextCursor;
    }
    expect(seen).toEqual([...new Set(seen)].sort());
    expect(seen).toContain(account('zhang-wei').unit.id);
  });

  it('shows who acts for it to those who act for it and to administrators, to nobody else', async () => {
    const unit = account('hr-liaobei').unit.id;
    const statuses = [
      'hr-liaobei',
      'group-liaobei',
      'admin',
      'zhang-wei',
      'hr-haiyun',
      'office-diit',
      'seal-sasac',
    ].map(async (as) => (await members(as, unit)).status);
    expect(await Promise.all(statuses)).toEqual([200, 200, 200, 404, 404, 404, 404]);
  });

  it('gives and takes roles at once: the token stays, the right goes (ASVS 8.3.2)', async () => {
    const unit = account('hr-haiyun').unit.id;
    const path = `/v1/units/${unit}/members`;
    const hr = { person: account('hr-haiyun').person, role: 'unitHr' };
    const other = { person: account('zhou-lin').person, role: 'unitHr' };
    const put = (as: string, json: object, headers = {}) =>
      api.ask('PUT', path, { as, json: { members: json }, headers });
    expect((await members('zhou-lin', unit)).status).toBe(404);
    expect((await put('hr-haiyun', [hr, other])).status).toBe(200);
    expect((await members('zhou-lin', unit)).status).toBe(200);
    expect((await put('zhou-lin', [other])).status).toBe(200);
    expect((await members('hr-haiyun', unit)).status).toBe(404);
    expect((await put('zhou-lin', [])).status).toBe(422);
    expect((await put('admin', [hr], { 'If-Match': '"1"' })).body.code).toBe('VERSION_MOVED');
    expect((await put('admin', [hr])).status).toBe(200);
  });

  it('gets nobody who grants a role to himself, neither its HR nor an administrator', async () => {
    const unit = account('hr-north').unit.id;
    const path = `/v1/units/${unit}/members`;
    const { body } = await members('hr-north', unit);
    const now = body.members.map(({ person, role }) => ({ person, role }));
    const wants = (as: string, role: string) => {
      const json = { members: [...now, { person: account(as).person, role }] };
      return api.ask('PUT', path, { as, json });
    };
    for (const answer of [await wants('hr-north', 'unitAssessmentGroup'), await wants('admin', 'unitHr')]) {
      expect([answer.status, answer.body.code]).toEqual([403, 'OWN_GRANT']);
      expect(answer.body.message).toMatchObject({
        zh: expect.stringContaining('不能授予自己'),
        en: expect.any(String),
      });
    }
    expect((await members('hr-north', unit)).body).toEqual(body);
  });

  it('is not changed by its assessment group, nor by people of another unit', async () => {
    const unit = account('hr-north').unit.id;
    const json = { members: [{ person: account('group-north').person, role: 'unitHr' }] };
    const answers = ['group-north', 'hr-liaobei', 'zhang-wei'].map((as) =>
      api.ask('PUT', `/v1/units/${unit}/members`, { as, json }),
    );
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([403, 404, 404]);
  });

  it('takes only people who exist in its clock world', async () => {
    const world = await api.world('2024-07-01T09:00:00+08:00');
    const elsewhere = account('hr-north').person;
    const { body } = await api.ask<Accounts>('GET', '/demo/accounts', { world });
    const unit = body.items.find((each) => each.account === 'hr-north')?.unit.id;
    const json = { members: [{ person: elsewhere, role: 'unitHr' }] };
    const answer = await api.ask('PUT', `/v1/units/${unit}/members`, { as: 'admin', world, json });
    expect([answer.status, answer.body.errors[0]?.path]).toEqual([422, '/members/0/person']);
  });
});

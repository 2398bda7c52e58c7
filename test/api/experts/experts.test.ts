import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { expertList, expertView, importResult } from '../../../api/experts/experts-schemas.ts';
import { filingList } from '../../../api/experts/filings-schemas.ts';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { readTable, writeTable } from '../../../api/sheets/xlsx.ts';
import { demoPeople } from '../../../db/worlds/demo-people.ts';
import { type ApiClient, type ApiWorld, TestService } from '../service.ts';

let service: TestService;
let world: ApiWorld;
beforeAll(async () => {
  service = await TestService.shared();
  world = await service.world('2024-06-05T09:00');
});

const liaoning = '/v1/programmes/liaoning-diit-2024/committees/ln-diit-office';
const postal = '/v1/programmes/lianyungang-2024/committees/row-60';
const dalian = '/v1/programmes/dalian-2024/committees/engineering';
const national = expect.stringContaining('第40号');

const filing = {
  number: '辽职评备〔2024〕1号',
  formedBy: 'specialty',
  levels: ['deputySenior', 'fullSenior'],
  members: 17,
  filedOn: '2024-01-10',
  filedUntil: '2027-01-10',
};
const expert = {
  name: '宁远',
  title: '教授级高级工程师',
  level: 'fullSenior',
  specialty: '机械工程',
  unitName: '辽宁北方理工大学（虚构）',
  origin: '高校',
  termFrom: '2024-01-10',
  termUntil: '2027-01-10',
};
const identityOf = (account: string) => demoPeople.find((each) => each.account === account)?.identity;

describe('the filing of a committee (Order 40, articles 8 and 9)', () => {
  it.each([
    ['office-diit', liaoning],
    ['office-postal', postal],
    ['organiser-engineering', dalian],
  ])('is registered by its office, %s, and the newest comes first', async (account, committee) => {
    const office = await world.as(account);
    const before = { ...filing, number: '旧号', filedOn: '2021-01-10', filedUntil: '2024-01-09' };
    expect((await office.post(`${committee}/filings`, before)).status).toBe(201);
    expect((await office.post(`${committee}/filings`, filing)).status).toBe(201);
    const { items } = (await office.get(`${committee}/filings`)).as(filingList);
    expect(items.map(({ number, inForce }) => [number, inForce])).toEqual([
      [filing.number, true],
      ['旧号', false],
    ]);
  });

  it.each([
    ['an even size', { members: 18 }, '/members'],
    ['fewer than 11 by specialty', { members: 9 }, '/members'],
    ['fewer than 25 by series', { members: 23, formedBy: 'series' }, '/members'],
    ['more than three years', { filedUntil: '2027-01-11' }, '/filedUntil'],
    ['an end before its beginning', { filedUntil: '2024-01-10' }, '/filedUntil'],
    ['a day that is still to come', { filedOn: '2024-06-06' }, '/filedOn'],
  ])('is refused with %s, naming the national rule', async (_, wrong, path) => {
    const answer = await (await world.as('office-diit')).post(`${liaoning}/filings`, { ...filing, ...wrong });
    expect(answer.status).toBe(422);
    const problem = answer.as(problemSchema);
    expect(problem.errors.map((each) => each.path)).toEqual([path]);
    expect(problem.details).toMatchObject({ national });
  });

  it('a committee of mid level may be smaller', async () => {
    const answer = await (await world.as('office-postal')).post(`${postal}/filings`, {
      ...filing,
      levels: ['mid'],
      members: 7,
      filedOn: '2023-01-09',
      filedUntil: '2026-01-09',
    });
    expect(answer.status).toBe(201);
  });

  it('that is over by the last day of a meeting lets no session be planned', async () => {
    const elsewhere = await service.world('2024-09-02T09:00');
    const office = await elsewhere.as('office-diit');
    const over = { ...filing, filedOn: '2021-10-22', filedUntil: '2024-10-21' };
    expect((await office.post(`${liaoning}/filings`, over)).status).toBe(201);
    const session = { programme: 'liaoning-diit-2024', committee: 'ln-diit-office', meetingOn: '2024-10-21' };
    const refused = await office.post('/v1/sessions', { ...session, lastDay: '2024-10-22' });
    expect(refused.as(problemSchema)).toMatchObject({ status: 409, code: 'COMMITTEE_EXPIRED', details: { national } });
    expect((await office.post('/v1/sessions', session)).status).toBe(201);
  });

  it('is seen by supervisors and auditors, written by its office alone, and does not exist for others', async () => {
    const statusesOf = async (account: string) => {
      const client = await world.as(account);
      const [got, posted] = [await client.get(`${postal}/filings`), await client.post(`${postal}/filings`, filing)];
      return [got.status, posted.status];
    };
    expect(await statusesOf('title-office')).toEqual([200, 403]);
    expect(await statusesOf('auditor')).toEqual([200, 403]);
    expect(await statusesOf('office-finance')).toEqual([404, 404]);
    expect(await statusesOf('zhang-wei')).toEqual([404, 404]);
    const office = await world.as('office-postal');
    expect((await office.get('/v1/programmes/lianyungang-2024/committees/nowhere/filings')).status).toBe(404);
  });
});

describe('an expert of a committee (Order 40, article 10)', () => {
  it('is registered with a sealed name that only the office of the committee reads', async () => {
    const office = await world.as('office-diit');
    const made = await office.post(`${liaoning}/experts`, expert);
    expect(made.status).toBe(201);
    const { id, unit } = made.as(expertView);
    expect(unit).toBe(await world.unitOf('sun-hao'));
    const listed = async (client: ApiClient) =>
      (await client.get(`${liaoning}/experts`)).as(expertList).items.find((each) => each.id === id);
    expect(await listed(office)).toMatchObject({ name: '宁远', serving: true, account: false });
    expect(await listed(await world.as('auditor'))).toMatchObject({ name: null, title: expert.title });
    const [row] = await service.services.db.sql`select * from experts where id = ${id}`;
    expect(JSON.stringify(row)).not.toContain('宁远');
    expect(String(row?.nameEnc ?? row?.name_enc)).not.toContain('宁远');
  });

  it.each([
    ['a term of more than three years', { termUntil: '2027-01-11' }, '/termUntil'],
    ['a title below the level of the committee', { level: 'mid' }, '/level'],
    ['a document that nobody has registered', { identityNumber: '11010519491231002X' }, '/identityNumber'],
  ])('is refused with %s', async (_, wrong, path) => {
    const answer = await (await world.as('office-diit')).post(`${liaoning}/experts`, {
      ...expert,
      name: '另一人',
      ...wrong,
    });
    expect(answer.status).toBe(422);
    const problem = answer.as(problemSchema);
    expect(problem.errors.map((each) => each.path)).toEqual([path]);
    expect(problem.details).toMatchObject({ national });
  });

  it('stands there once in a time, however name and unit are written, and again after the term was ended', async () => {
    const office = await world.as('office-diit');
    const one = { ...expert, name: '文一帆' };
    const { id } = (await office.post(`${liaoning}/experts`, one)).as(expertView);
    const again = { ...one, name: '文 一帆', unitName: '辽宁北方理工大学(虚构)' };
    expect((await office.post(`${liaoning}/experts`, again)).status).toBe(409);
    const ended = await office.post(`${liaoning}/experts/${id}/end`, { on: '2024-06-05' });
    expect([ended.status, ended.as(expertView)]).toMatchObject([200, { endedOn: '2024-06-05', serving: false }]);
    expect((await office.post(`${liaoning}/experts/${id}/end`, { on: '2024-06-06' })).status).toBe(409);
    const next = { ...again, termFrom: '2024-06-05' };
    expect((await office.post(`${liaoning}/experts`, next)).status).toBe(201);
  });

  it('acts by an account that is linked by its identity document, which is not kept', async () => {
    const office = await world.as('office-diit');
    const identityNumber = identityOf('he-lan');
    const { id } = (await office.post(`${liaoning}/experts`, { ...expert, name: '贺兰山' })).as(expertView);
    const other = (await office.post(`${liaoning}/experts`, { ...expert, name: '贺兰水' })).as(expertView);
    const linked = await office.post(`${liaoning}/experts/${id}/account`, { identityNumber });
    expect([linked.status, linked.as(expertView).account]).toEqual([200, true]);
    expect((await office.post(`${liaoning}/experts/${other.id}/account`, { identityNumber })).status).toBe(409);
    expect((await office.post(`${liaoning}/experts/${randomUUID()}/account`, { identityNumber })).status).toBe(404);
    const [row] = await service.services.db.sql`select e::text as all from experts e where id = ${id}`;
    expect(row?.all).not.toContain(identityNumber);
  });
});

describe('a workbook of experts', () => {
  const headers = async () => {
    const template = await (await world.as('office-diit')).get(`${liaoning}/experts/template`);
    expect(template.headers.get('content-type')).toContain('spreadsheetml');
    return template;
  };
  const rowOf = (name: string, more: Partial<Record<'level' | 'from' | 'until', string | Date>> = {}) => [
    ...[name, '正高级工程师', more.level ?? '正高级', '机械工程', '沈阳某研究院', '科研院所', null],
    ...[more.from ?? '2024/1/10', more.until ?? new Date('2026-01-10'), null],
  ];
  const send = async (rows: readonly (readonly (string | Date | null)[])[], query = '', header = '姓名') => {
    const columns = [
      header,
      '职称',
      '职称层级',
      '专业',
      '工作单位',
      '来源',
      '评委会职务',
      '任期起',
      '任期止',
      '身份证号（选填，用于关联账号）',
    ];
    const data = await writeTable({ name: 's', columns: columns.map((each) => ({ header: each, width: 9 })), rows });
    const form = new FormData();
    form.set('file', new Blob([new Uint8Array(data)]), '专家.xlsx');
    return (await world.as('office-diit')).post(`${liaoning}/experts/import${query}`, form);
  };
  const pathsOf = (answer: Awaited<ReturnType<typeof send>>) => answer.as(problemSchema).errors.map(({ path }) => path);

  it('begins with a template of the columns that are read, and the same bytes each time', async () => {
    const { status } = await headers();
    expect(status).toBe(200);
    const table = { name: 's', columns: [{ header: 'a', width: 9 }], rows: [['b']] };
    const [first, second] = [await writeTable(table), await writeTable(table)];
    expect(first.equals(second)).toBe(true);
    expect(await readTable(first, 10)).toEqual([['a'], ['b']]);
  });

  it('is registered as a whole, with dates typed in any of the usual forms', async () => {
    const answer = await send([rowOf('甲一'), rowOf('甲二', { from: '2024年1月10日' }), rowOf('甲三')]);
    expect([answer.status, answer.as(importResult)]).toEqual([200, { imported: 3, errors: [] }]);
  });

  it('is refused as a whole where rows are wrong, naming row and column of each; with ?partial the others are taken', async () => {
    const rows = [
      rowOf('乙一'),
      rowOf('乙二', { level: '特级' }),
      rowOf(''),
      rowOf('乙三', { until: '2030-01-01' }),
      rowOf('乙一'),
    ];
    const refused = await send(rows);
    expect(refused.status).toBe(422);
    expect(pathsOf(refused)).toEqual(['/rows/3/C', '/rows/4/A', '/rows/5/I']);
    const partial = (await send(rows, '?partial=true')).as(importResult);
    expect(partial.imported).toBe(1);
    expect(partial.errors.map(({ row, column }) => [row, column])).toEqual([
      [3, 'C'],
      [4, 'A'],
      [5, 'I'],
      [6, null],
    ]);
    expect(pathsOf(await send([rowOf('乙一')]))).toEqual(['/rows/2']);
  });

  it('is refused with other columns, without rows, and where it is no workbook', async () => {
    expect(pathsOf(await send([rowOf('丙一')], '', '名字'))).toEqual(['/rows/1/A']);
    expect(pathsOf(await send([]))).toEqual(['/file']);
    const form = new FormData();
    form.set('file', new Blob(['姓名,职称']), '专家.xlsx');
    const answer = await (await world.as('office-diit')).post(`${liaoning}/experts/import`, form);
    expect([answer.status, ...pathsOf(answer)]).toEqual([422, '/file']);
  });

  it('that would unpack to far more than it looks is not unpacked', async () => {
    const rows = Array.from({ length: 200 }, () => ['x'.repeat(200_000)]);
    const data = await writeTable({
      name: 's',
      columns: [{ header: 'a', width: 9 }],
      rows: rows.map(([cell], n) => [`${n}${cell}`]),
    });
    expect(data.length).toBeLessThan(2_000_000);
    await expect(readTable(data, 10)).rejects.toMatchObject({ status: 413 });
  });
});

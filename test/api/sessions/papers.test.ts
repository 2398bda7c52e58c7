import { createHash } from 'node:crypto';
import { readXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, it } from 'vitest';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { sessionPapers } from '../../../api/sessions/papers/papers-schemas.ts';
import { liaoningDiit2024 as liaoning } from '../../../config/programmes/liaoning-diit-2024/index.ts';
import { demoSubject } from '../../../db/worlds/demo-worlds.ts';
import type { SessionState } from '../../../domain/session/session.ts';
import { Sitting } from '../../db/sessions/sitting.ts';
import { readDocx } from '../../support/docx.ts';
import { type ApiClient, type ApiWorld, TestService } from '../service.ts';

let service: TestService;
let world: ApiWorld;
let sitting: Sitting;
let no: string;
const path = () => `/v1/sessions/${sitting.id}/papers`;
const committee = 'ln-diit-office';

/** The person of an account. */
async function personOf(account: string): Promise<string> {
  await world.as(account);
  const [row] = await service.backend.deps.db.sql<{ id: string }[]>`
    select id from people where subject = ${demoSubject(account, world.id)}`;
  if (!row) throw new Error(`nobody is ${account}`);
  return row.id;
}

const names = ['王主任', '赵专家', '钱专家'];

/** A session whose votes are counted: three experts, of whom the first presides and has an account, and one application that they scored. */
async function counted(): Promise<void> {
  const { db } = service.backend.deps;
  no = await world.draft('zhang-wei');
  const submitted = await (await world.as('zhang-wei')).post(`/v1/applications/${no}/actions/submit`, {
    checked: ['declassified'],
  });
  if (submitted.status !== 200) throw new Error(JSON.stringify(submitted.body));
  const chair = await personOf('hr-liaobei');
  sitting = await Sitting.open(db, {
    ...{ world: world.id, programme: liaoning, committee, applications: [no], office: chair },
    members: [{ person: chair, chair: 'chair' }, {}, { person: await personOf('hr-haiyun') }],
  });
  const { vault } = service.services;
  for (const [at, id] of sitting.members.entries()) {
    const place = { session: sitting.no, application: no, expert: id };
    await db.sql`update experts set name_enc = ${vault.seal(names[at] ?? '', `expert.name/${id}`)} where id = ${id}`;
    for (const kind of ['quantified', 'defence'] as const)
      await score({ ...place, kind, version: 1, points: kind === 'defence' ? 9_000 : 7_900 + 100 * at });
    const opinion = vault.seal(`${names[at]}的意见`, `opinion/${sitting.no}/${no}/${id}`);
    await db.sql`
      insert into session_opinions (session, application, expert, version, text_enc) values (${sitting.no}, ${no}, ${id}, 1, ${opinion})`;
  }
  await db.sql`
    insert into session_results (session, round, application, present, agree, against, abstain, blank, passed)
    values (${sitting.no}, 1, ${no}, 3, 2, 1, 0, 0, true)`;
  await sitting.state({
    ...{ status: 'BALLOT_CLOSED', meetingOn: '2024-10-21', lastDay: '2024-10-21', passRate: 7_500, present: 3 },
    ...{ chair: sitting.members[0] ?? '', count: { reviewed: 1, passed: 1, hash: 'c'.repeat(64) } },
  });
}

type Sheet = { session: string; application: string; expert: string; kind: string; version: number; points: number };
const score = async (
  { session, application, expert, kind, version, points }: Sheet,
  correction: number | null = null,
) =>
  await service.backend.deps.db.sql`
    insert into session_sheets (session, application, expert, kind, version, points, items, by_person, correction)
    values (${session}, ${application}, ${expert}, ${kind}, ${version}, ${points}, '[]', ${await personOf('hr-liaobei')}, ${correction})`;

beforeAll(async () => {
  service = await TestService.shared();
  world = await service.world('2024-07-10T09:00');
  await counted();
});

/** A paper as a file. */
async function had(account: string, kind: string): Promise<{ status: number; bytes: Buffer; etag: string | null }> {
  const client: ApiClient = await world.as(account);
  const response = await fetch(`${service.url}${path()}/${kind}`, { headers: client.headers });
  return {
    status: response.status,
    bytes: Buffer.from(await response.arrayBuffer()),
    etag: response.headers.get('etag'),
  };
}
const listed = async (account: string) => (await (await world.as(account)).get(path())).as(sessionPapers).items;
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
/** Starts the workflow of the session where it stands. */
async function runs(): Promise<void> {
  const { db, temporal, taskQueue } = service.backend.deps;
  const [row] = await db.sql<{ state: SessionState }[]>`select state from entities where no = ${sitting.no}`;
  const args = [{ no: sitting.no, carried: { case: row?.state, last: null } }];
  await temporal.workflow.start('session', { taskQueue, workflowId: sitting.no, args });
}
const inState = (change: Partial<SessionState>) => sitting.state(change);

describe('the papers of a session over HTTP', () => {
  it('have the same bytes each time, whose hash is written down once', async () => {
    const [first, second] = [await had('office-diit', 'minutes'), await had('office-diit', 'minutes')];
    expect([first.status, second.bytes.equals(first.bytes)]).toEqual([200, true]);
    const sha256 = hashOf(first.bytes);
    expect(first.etag).toContain(sha256.slice(0, 24));
    const minutes = (await listed('office-diit')).find(({ kind }) => kind === 'minutes');
    expect(minutes?.versions).toMatchObject([{ version: 1, sha256, correction: null, signed: false }]);
  });

  it('say who attended, what was said, how the votes fell, and the composite score with its parts', async () => {
    const { text } = readDocx((await had('office-diit', 'minutes')).bytes);
    for (const words of [...names, '赵专家的意见', '同意 2', '反对 1', '主持人']) expect(text).toContain(words);
    expect(text.replaceAll(/\s/g, '')).toContain('综合成绩84.00量化80.00×60%答辩90.00×40%');
    const sheets = readDocx((await had('office-diit', 'scoreSheets')).bytes).text;
    for (const words of ['79.00', '80.00', '81.00', '90.00']) expect(sheets).toContain(words);
  });

  it('are not there before what they say has happened', async () => {
    for (const kind of ['resultList', 'dataFiling']) {
      const { status, bytes } = await had('office-diit', kind);
      const problem = problemSchema.parse(JSON.parse(bytes.toString()));
      expect([status, problem.code]).toEqual([409, 'NOT_PRINTED_YET']);
    }
    const kinds = (await listed('office-diit')).filter(({ exists }) => !exists).map(({ kind }) => kind);
    expect(kinds).toEqual(['resultList', 'dataFiling']);
  });

  it('go to whoever may have them, and to nobody else', async () => {
    const seen = async (account: string) => (await listed(account)).map(({ kind }) => kind);
    expect(await seen('office-diit')).toHaveLength(8);
    expect(await seen('auditor')).toEqual(['openingReport', 'roster', 'defenceSchedule', 'resultList']);
    expect(await seen('hr-liaobei')).toEqual(['expertList', 'minutes']);
    expect(await seen('hr-haiyun')).toEqual(['expertList']);
    for (const [account, kind] of [
      ['auditor', 'minutes'],
      ['auditor', 'expertList'],
      ['auditor', 'dataFiling'],
      ['hr-haiyun', 'minutes'],
      ['hr-liaobei', 'scoreSheets'],
      ['zhang-wei', 'roster'],
      ['title-office', 'roster'],
    ] as const)
      expect([account, kind, (await had(account, kind)).status]).toEqual([account, kind, 404]);
    expect((await (await world.as('zhang-wei')).get(path())).status).toBe(404);
  });
});

describe('after the minutes were signed', () => {
  it('a corrected score is on every paper made from it, which names the correction, and what was signed stays marked', async () => {
    const signed = hashOf((await had('office-diit', 'minutes')).bytes);
    const chair = await world.as('hr-liaobei');
    const sign = (body: object) => chair.post(`/v1/sessions/${sitting.id}/actions/signMinutes`, body);
    expect((await sign({ minutes: 'a'.repeat(64) })).as(problemSchema)).toMatchObject({ status: 409, code: 'STALE' });
    await runs();
    const others = await world.as('hr-haiyun');
    const refused = await others.post(`/v1/sessions/${sitting.id}/actions/signMinutes`, { minutes: signed });
    expect([refused.status, (await sign({ minutes: signed })).status]).toEqual([403, 200]);
    expect(hashOf((await had('office-diit', 'minutes')).bytes)).toBe(signed);
    const [expert = ''] = sitting.members;
    await score({ session: sitting.no, application: no, expert, kind: 'quantified', version: 2, points: 8_200 }, 1);
    await inState({ corrections: [{ n: 1, what: 'score', on: '2024-10-22', afterMinutes: true }] });
    for (const kind of ['minutes', 'resultList', 'scoreSheets']) {
      const { text } = readDocx((await had('office-diit', kind)).bytes);
      expect(text).toContain('更正（第1号，2024年10月22日）');
      // (82 + 80 + 81) / 3 = 81.00; 81 × 60 % + 90 × 40 % = 84.60
      expect(text).toContain('84.60');
    }
    expect(readDocx((await had('office-diit', 'roster')).bytes).text).not.toContain('更正');
    const minutes = (await listed('office-diit')).find(({ kind }) => kind === 'minutes');
    expect(minutes?.versions.map(({ version, correction, signed: is }) => [version, correction, is])).toEqual([
      [1, null, true],
      [2, 1, false],
    ]);
  });

  it('the data are filed in the columns of the register, with the identity number, for the offices alone', async () => {
    await inState({ status: 'RESULTS_ANNOUNCED', announcedOn: '2024-11-01' });
    const { status, bytes } = await had('office-diit', 'dataFiling');
    expect(status).toBe(200);
    expect((await had('office-diit', 'dataFiling')).bytes.equals(bytes)).toBe(true);
    const [sheet] = (await readXlsx(bytes)).sheets;
    const [header = [], row = []] = sheet?.rows ?? [];
    const cells = Object.fromEntries(header.map((name, at) => [String(name), row[at]]));
    expect(cells).toMatchObject({ 年度: 2024, 取得资格时间: '2024-10-21', 评审类型: '正常申报', 备注: '更正第1号' });
    expect(String(cells.身份证号)).toMatch(/^\d{17}[\dX]$/);
    expect(['男', '女']).toContain(cells.性别);
    expect((await had('auditor', 'dataFiling')).status).toBe(404);
  });
});

import { createHash, randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { expertList } from '../../../api/experts/experts-schemas.ts';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { drawList, drawProof, drawView } from '../../../api/sessions/draws/draws-schemas.ts';
import { drawnExpertList } from '../../../api/sessions/recusals/recusals-schemas.ts';
import { sessionView } from '../../../api/sessions/sessions-schemas.ts';
import { demoPeople } from '../../../db/worlds/demo-people.ts';
import { verify } from '../../../ops/verify-draw/verify-draw.mjs';
import { type Answer, type ApiClient, type ApiWorld, TestService } from '../service.ts';

let service: TestService;
beforeAll(async () => {
  service = await TestService.shared();
});

const committee = '/v1/programmes/liaoning-diit-2024/committees/ln-diit-office';
const units = ['沈阳某研究院', '鞍山某集团', '辽宁 北方理工大学(虚构)'];
const identityOf = (account: string) => demoPeople.find((each) => each.account === account)?.identity;
const newSecret = () => {
  const secret = randomBytes(32).toString('hex');
  return { secret, secretHash: createHash('sha256').update(secret).digest('hex') };
};
const ok = (answer: Answer, status = 200) => {
  if (answer.status !== status) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer;
};

type Ready = {
  readonly world: ApiWorld;
  readonly office: ApiClient;
  readonly auditor: ApiClient;
  readonly path: string;
  readonly no: string;
};

/** A session of Liaoning, of which experts are drawn next: somebody of 北方理工大学 is on its roster, and nine of the committee's experts in ten work elsewhere. */
async function ready(experts = 40): Promise<Ready> {
  const world = await service.world('2024-07-01T09:00');
  const [office, auditor] = [await world.as('office-diit'), await world.as('auditor')];
  const term = { termFrom: '2024-01-10', termUntil: '2027-01-09' };
  for (let n = 0; n < experts; n += 1)
    ok(
      await office.post(`${committee}/experts`, {
        ...{
          name: `专家${'甲乙丙丁戊己庚辛壬癸'[Math.floor(n / 10)]}${n}`,
          title: '正高级工程师',
          level: n === 1 ? 'mid' : 'fullSenior',
        },
        ...{
          specialty: n % 2 ? '机械' : '电子',
          unitName: units[n % 10 === 0 ? 2 : n % 2],
          origin: n % 4 ? '高校' : '企业',
        },
        ...(n === 2 ? { ...term, termUntil: '2024-10-20' } : term),
        ...(n === 3 ? { identityNumber: identityOf('he-lan') } : {}),
        ...(n === 4 ? { chair: 'chair' } : {}),
      }),
      201,
    );
  const planned = { programme: 'liaoning-diit-2024', committee: 'ln-diit-office', meetingOn: '2024-10-21' };
  const { id } = ok(await office.post('/v1/sessions', planned), 201).as(sessionView);
  const path = `/v1/sessions/${id}`;
  const no = await world.draft('sun-hao');
  await service.services.db.sql`
    insert into session_roster (session, application, intent, joined_at) values (${`session/${id}`}, ${no}, ${id}, now())`;
  for (const name of ['publishNotice', 'accept', 'closeRecheck']) ok(await office.post(`${path}/actions/${name}`));
  return { world, office, auditor, path, no };
}

/** Draws experts in three steps and records the draw. */
async function drawn({ office, auditor, path }: Ready, more: object = {}) {
  const { secret, secretHash } = newSecret();
  const { n } = ok(await office.post(`${path}/draws`, { members: 9, secretHash, ...more }), 201).as(drawView);
  ok(await auditor.post(`${path}/draws/${n}/value`, { value: '二十八日开奖号码 3 14 15' }));
  ok(await office.post(`${path}/draws/${n}/reveal`, { secret }));
  return ok(await office.post(`${path}/actions/draw`)).as(sessionView);
}

const expertsOf = async (client: ApiClient, path: string) =>
  (await client.get(`${path}/experts`)).as(drawnExpertList).items;

describe('the draw of experts', () => {
  it('leaves out by the data same unit, term over and a level too low, draws by office and auditor, and proves itself offline', async () => {
    const at = await ready();
    const { office, auditor, path } = at;
    const { secret, secretHash } = newSecret();
    const early = await office.post(`${path}/actions/draw`);
    expect(early.as(problemSchema)).toMatchObject({ status: 409, code: 'DRAW_NOT_REVEALED' });
    const quotas = [{ by: 'origin', value: '企业', least: 3 }];
    const committed = ok(await office.post(`${path}/draws`, { members: 9, quotas, secretHash }), 201).as(drawView);
    expect(committed).toMatchObject({ n: 1, status: 'committed', value: null, drawn: null, secretHash });
    const reasons = Object.groupBy(committed.pool.excluded, ({ reason }) => reason);
    expect(reasons).toMatchObject({ sameUnit: { length: 4 }, termOver: { length: 1 }, level: { length: 1 } });
    expect(committed.pool.candidates).toHaveLength(34);

    expect((await office.post(`${path}/draws/1/reveal`, { secret })).as(problemSchema).code).toBe('DRAW_NOT_REVEALED');
    expect((await office.post(`${path}/draws/1/value`, { value: '1' })).status).toBe(404);
    ok(await auditor.post(`${path}/draws/1/value`, { value: '开奖号码 7' }));
    expect((await auditor.post(`${path}/draws/1/value`, { value: '另一数值' })).status).toBe(409);
    const other = await office.post(`${path}/draws/1/reveal`, { secret: newSecret().secret });
    expect(other.as(problemSchema)).toMatchObject({ status: 422, errors: [{ path: '/secret' }] });
    expect((await office.get(`${path}/draw-proof`)).status).toBe(404);
    const revealed = ok(await office.post(`${path}/draws/1/reveal`, { secret })).as(drawView);
    expect([revealed.drawn?.members.length, revealed.drawn?.alternates.length]).toEqual([9, 18]);

    const proof = ok(await auditor.get(`${path}/draw-proof`));
    expect(verify(JSON.stringify(proof.body))).toMatchObject({ right: true, members: revealed.drawn?.members });
    expect(proof.as(drawProof).drawn).toEqual(revealed.drawn);
    expect(verify(JSON.stringify(proof.body).replace('开奖号码', '开奖号马')).right).toBe(false);
    const recorded = ok(await office.post(`${path}/actions/draw`)).as(sessionView);
    expect(recorded.status).toBe('EXPERTS_DRAWN');
    const seats = await expertsOf(office, path);
    expect(seats.filter(({ seat }) => seat === 'member').map(({ id }) => id)).toEqual(revealed.drawn?.members);
    const chosen = revealed.pool.candidates.filter(({ id }) => revealed.drawn?.members.includes(id));
    expect(chosen.filter(({ origin }) => origin === '企业').length).toBeGreaterThanOrEqual(3);
  });

  it('leaves out an applicant of the session and whoever listed a work that an applicant lists', async () => {
    const { world, office, path, no } = await ready(10);
    const { items } = ok(await office.get(`${committee}/experts?limit=200`)).as(expertList);
    const idOf = (name: string) => items.find((each) => each.name === name)?.id ?? '';
    const [one, two] = [idOf('专家甲5'), idOf('专家甲7')];
    const accounts = [
      [one, 'sun-hao'],
      [two, 'zhao-min'],
    ] as const;
    for (const [id, account] of accounts)
      ok(await office.post(`${committee}/experts/${id}/account`, { identityNumber: identityOf(account) }));
    const theirs = await world.draft('zhao-min');
    for (const each of [no, theirs])
      await service.services.db.sql`
        insert into achievement_fingerprints (no, version, item, fingerprint, joint)
        select no, content_version, 'p1', ${`one work ${path}`}, true from applications where no = ${each}`;
    const { secretHash } = newSecret();
    const { pool } = ok(await office.post(`${path}/draws`, { members: 3, secretHash }), 201).as(drawView);
    expect(pool.excluded).toContainEqual({ id: one, reason: 'applicant' });
    expect(pool.excluded).toContainEqual({ id: two, reason: 'jointWork' });
  });

  it('is refused where nobody can be drawn like that, and for whoever is no party of it', async () => {
    const { world, office, auditor, path } = await ready(16);
    const { secretHash } = newSecret();
    const pathsOf = async (body: object) => {
      const answer = await office.post(`${path}/draws`, { members: 9, secretHash, ...body });
      return [answer.status, answer.as(problemSchema).errors.map((each) => each.path)];
    };
    expect(await pathsOf({ members: 8 })).toEqual([422, ['/members']]);
    expect(await pathsOf({ members: 15 })).toEqual([422, ['/members']]);
    expect(await pathsOf({ quotas: [{ by: 'origin', value: '军队', least: 1 }] })).toEqual([422, ['/quotas']]);
    expect(await pathsOf({ quotas: [{ by: 'specialty', value: '电子', least: 10 }] })).toEqual([
      422,
      ['/quotas', '/quotas'],
    ]);
    expect(await pathsOf({ secretHash: 'abc' })).toEqual([422, ['/secretHash']]);
    ok(
      await office.post(`${committee}/filings`, {
        ...{ number: '1号', formedBy: 'specialty', levels: ['deputySenior'], members: 11 },
        ...{ filedOn: '2024-01-10', filedUntil: '2027-01-10' },
      }),
      201,
    );
    expect(await pathsOf({})).toEqual([422, ['/members']]);
    expect((await auditor.post(`${path}/draws`, { members: 9, secretHash })).status).toBe(404);
    expect((await (await world.as('zhang-wei')).get(`${path}/draws`)).status).toBe(404);
  });

  it('that is not revealed stays visible; another one has the next number, a reason and a secret of its own', async () => {
    const { office, auditor, path } = await ready(20);
    const first = newSecret();
    ok(await office.post(`${path}/draws`, { members: 5, secretHash: first.secretHash }), 201);
    ok(await auditor.post(`${path}/draws/1/value`, { value: '12' }));
    const again = { members: 5, secretHash: newSecret().secretHash };
    expect((await office.post(`${path}/draws`, again)).as(problemSchema).code).toBe('REASON_MISSING');
    const reused = await office.post(`${path}/draws`, { ...again, secretHash: first.secretHash, reason: '重抽' });
    expect(reused.as(problemSchema).errors.map((each) => each.path)).toEqual(['/secretHash']);
    ok(await office.post(`${path}/draws`, { ...again, reason: '秘密值遗失' }), 201);
    expect((await office.post(`${path}/draws/1/reveal`, { secret: first.secret })).status).toBe(409);
    const { items } = (await auditor.get(`${path}/draws`)).as(drawList);
    expect(items.map(({ n, status, reason }) => [n, status, reason])).toEqual([
      [1, 'valued', null],
      [2, 'committed', '秘密值遗失'],
    ]);
  });

  it('that is revealed counts: it is recorded, and set aside only by a step with a reason', async () => {
    const at = await ready(20);
    const { office, auditor, path } = at;
    const { secret, secretHash } = newSecret();
    ok(await office.post(`${path}/draws`, { members: 5, secretHash }), 201);
    ok(await auditor.post(`${path}/draws/1/value`, { value: '12' }));
    ok(await office.post(`${path}/draws/1/reveal`, { secret }));
    const more = { members: 5, secretHash: newSecret().secretHash, reason: '不满意' };
    expect((await office.post(`${path}/draws`, more)).as(problemSchema).code).toBe('ACTION_NOT_HERE');
    ok(await office.post(`${path}/actions/draw`));
    expect((await office.post(`${path}/draws`, more)).as(problemSchema).code).toBe('ACTION_NOT_HERE');
    ok(await office.post(`${path}/actions/redraw`, { reason: '两名专家临时出国' }));
    expect((await office.post(`${path}/actions/draw`)).as(problemSchema).code).toBe('DRAW_NOT_REVEALED');
    await drawn(at, { members: 5, reason: '两名专家临时出国' });
    const { items } = (await auditor.get(`${path}/draws`)).as(drawList);
    expect(items.map(({ n, recorded }) => [n, recorded])).toEqual([
      [1, false],
      [2, true],
    ]);
    expect((await expertsOf(office, path)).filter(({ seat }) => seat === 'member')).toHaveLength(5);
  });

  it('made twice at once is made once', async () => {
    const { office, path } = await ready(20);
    const tries = [1, 2, 3].map(() => office.post(`${path}/draws`, { members: 5, secretHash: newSecret().secretHash }));
    const statuses = (await Promise.all(tries)).map(({ status }) => status).sort();
    // Whoever comes when the first is there already is asked why experts are drawn again.
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.every((status) => [201, 409, 422].includes(status))).toBe(true);
    expect((await office.get(`${path}/draws`)).as(drawList).items).toHaveLength(1);
  });

  it('leaves out whom the office names, with what it found for those who check', async () => {
    const { office, auditor, path } = await ready(20);
    const all = ok(await office.get(`${committee}/experts?limit=200`)).body as {
      items: { id: string; name: string }[];
    };
    const named = all.items.find(({ name }) => name === '专家甲5')?.id ?? '';
    const asked = { members: 5, secretHash: newSecret().secretHash };
    const exclusions = [{ expert: named, reason: 'relation', why: '与申报人系师生' }];
    const twice = await office.post(`${path}/draws`, { ...asked, exclusions: [...exclusions, ...exclusions] });
    expect(twice.as(problemSchema).errors.map((each) => each.path)).toEqual(['/exclusions/1/expert']);
    ok(await office.post(`${path}/draws`, { ...asked, exclusions }), 201);
    const seen = (await auditor.get(`${path}/draws/1`)).as(drawView);
    expect(seen.pool.excluded).toContainEqual({ id: named, reason: 'relation' });
    expect(seen.whys).toEqual({ [named]: '与申报人系师生' });
    const [row] = await service.services.db
      .sql`select d::text as all from session_draws d order by committed_at desc limit 1`;
    expect(row?.all).not.toContain('师生');
  });
});

describe('recusals', () => {
  /** Draws all who are left, so that the one with an account is among them. */
  const withHeLan = async (seats = 3) => {
    const at = await ready(10);
    await drawn(at, { members: seats });
    const expert = await at.world.as('he-lan');
    const { id } = (await expertsOf(expert, at.path)).find(({ name }) => name === '专家甲3') ?? { id: '' };
    const members = (await expertsOf(at.office, at.path)).filter(({ seat }) => seat === 'member');
    return { ...at, expert, id, members };
  };

  it('are declared by each member before they are settled; an expert sees names, and auditors do not', async () => {
    const { world, office, auditor, expert, path, members, id } = await withHeLan(7);
    expect(id).not.toBe('');
    expect((await expertsOf(auditor, path)).every(({ name }) => name === null)).toBe(true);
    const settled = await office.post(`${path}/actions/settleRecusals`);
    expect(settled.as(problemSchema)).toMatchObject({ status: 409, code: 'RECUSALS_OPEN', details: { undeclared: 7 } });
    const inbox = ok(await expert.get('/v1/notices')).body as { items: { subject: { zh: string } }[] };
    expect(inbox.items.filter(({ subject }) => subject.zh.includes('请声明是否回避'))).toHaveLength(1);
    ok(await expert.post(`${path}/recusals`, { scope: 'none' }));
    expect((await auditor.post(`${path}/recusals`, { scope: 'none' })).status).toBe(403);
    expect(
      (await expert.post(`${path}/recusals`, { scope: 'session', ground: 'relation', expert: members[0]?.id })).status,
    ).toBe(403);
    await service.services.db.sql`
      update session_experts set declared_at = now() where session = ${`session/${path.slice(-36)}`}`;
    expect(ok(await office.post(`${path}/actions/settleRecusals`)).as(sessionView).status).toBe('RECUSALS_SETTLED');
    await world.moveTo('2024-10-21T09:00');
    const present = members.map((each) => each.id);
    const chair = members.find((each) => each.chair === 'chair')?.id;
    const short = await office.post(`${path}/actions/openMeeting`, { present: [chair], chair });
    expect(short.as(problemSchema)).toMatchObject({
      status: 409,
      code: 'NO_QUORUM',
      details: { members: 7, least: 5 },
    });
    const opened = ok(await office.post(`${path}/actions/openMeeting`, { present, chair })).as(sessionView);
    expect(opened.status).toBe('IN_SESSION');
    expect((await expertsOf(office, path)).filter((each) => each.present)).toHaveLength(7);
  });

  it('from one application stand with ground and reason, sealed, and are for the office and the expert concerned', async () => {
    const { office, expert, path, no, id } = await withHeLan();
    const asked = { scope: 'application', application: no, ground: 'relation', reason: '系本人学生' };
    const other = await expert.post(`${path}/recusals`, { ...asked, application: 'LN24-0000000000000000' });
    expect(other.as(problemSchema).errors.map((each) => each.path)).toEqual(['/application']);
    ok(await expert.post(`${path}/recusals`, asked));
    const of = async (client: ApiClient) => (await expertsOf(client, path)).find((each) => each.id === id);
    expect(await of(office)).toMatchObject({
      declared: true,
      recused: null,
      recusedFrom: [{ application: no, ground: 'relation', foundBy: 'declared', reason: '系本人学生' }],
    });
    const [row] = await service.services.db.sql`
      select r::text || t::text as all from session_recusals r join texts t on t.id = r.reason where r.application = ${no}`;
    expect(row?.all).not.toContain('学生');
  });

  it('from the whole session move up the next alternate, and the expert has no part in it any more', async () => {
    const { office, path, members } = await withHeLan();
    const before = await expertsOf(office, path);
    const next = before.find(({ seat }) => seat === 'alternate');
    const gone = members[0]?.id ?? '';
    const found = { scope: 'session', ground: 'sameUnit', expert: gone, reason: '今年调入申报人单位' };
    ok(await office.post(`${path}/recusals`, found));
    const after = await expertsOf(office, path);
    expect(after.find(({ id }) => id === gone)).toMatchObject({ recused: { ground: 'sameUnit', foundBy: 'office' } });
    expect(after.find(({ id }) => id === next?.id)).toMatchObject({ seat: 'member', declared: false });
    expect((await office.post(`${path}/recusals`, found)).as(problemSchema).errors.map((each) => each.path)).toEqual([
      '/expert',
    ]);
  });

  it('are not declared before the draw is recorded', async () => {
    const { office, path } = await ready(10);
    const found = { scope: 'session', ground: 'sameUnit', expert: '00000000-0000-4000-8000-000000000000' };
    expect((await office.post(`${path}/recusals`, found)).as(problemSchema).code).toBe('ACTION_NOT_HERE');
  });
});

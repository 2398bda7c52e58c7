import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { achievementsView, completenessView, formView } from '../../../api/form/form-views-schemas.ts';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { act } from '../../../commands/intents/act.ts';
import { findContent } from '../../../db/applications/contents.ts';
import { findUnitPosting } from '../../../db/applications/documents.ts';
import { recordIntent } from '../../../db/intents/recording.ts';
import { insertPosting } from '../../../db/postings/postings.ts';
import { type ApiWorld, TestService, wholeForm } from '../service.ts';

let service: TestService;
let world: ApiWorld;
beforeAll(async () => {
  service = await TestService.open();
  world = await service.world('2024-07-10T09:00');
});
afterAll(() => service.close());

const [achievement] = wholeForm.achievements;
const of = (no: string, part: string) => `/v1/applications/${no}/${part}`;

describe('what an application lacks', () => {
  it('is listed at once before anything is sent, each at its field, with its clause (LN-4.1-c, LN-5.2.3-b, LN-6.3.2-a, LN-6.5-a)', async () => {
    const no = await world.draft('zhang-wei');
    const client = await world.as('zhang-wei');
    const wrong = [
      { ...achievement, id: 'a1', proofs: [{ kind: 'contract' }] },
      { ...achievement, id: 'a2', joint: true },
      {
        ...achievement,
        id: 'a3',
        from: '2016-01',
        to: '2016-12',
        proofs: [{ kind: 'contract', sealedOn: '2016-12-01' }],
      },
    ];
    await client.put(of(no, 'form'), { ...wholeForm, achievements: wrong, pledge: true });
    const drafting = (await client.get(of(no, 'completeness'))).as(completenessView);
    const against = drafting.findings.filter(({ outcome }) => outcome === 'missing' || outcome === 'invalid');
    const wanted = [
      ['LN-4.1-c', '/achievements/0/proofs/0/sealedOn'],
      ['LN-5.2.3-b', '/achievements/1/contribution'],
      ['LN-6.3.2-a', '/achievements/2/to'],
      ['LN-6.5-a', '/pledge'],
    ];
    expect(against.map(({ clause, item }) => [clause, item]).sort()).toEqual(wanted);
    expect(drafting.complete).toBe(false);
    const refused = (await client.act(no, 'submit')).as(problemSchema);
    expect(refused).toMatchObject({ status: 422, code: 'INCOMPLETE' });
    expect([...refused.clauses], 'with the clause of the check that was not confirmed').toEqual(
      expect.arrayContaining([...wanted.map(([clause]) => clause), 'LN-5.1-e']),
    );
    expect(refused.errors.map(({ path }) => path).sort(), 'and where the check goes').toEqual(
      [...wanted.map(([, item]) => item), '/checked'].sort(),
    );
    expect((await client.view(no)).stage.key).toBe('DRAFT');
    const { db } = service.backend.deps;
    const content = await findContent(db, no, 1);
    expect(content?.frozen, 'what was refused may be written on').toBe(false);
    await client.put(of(no, 'form'), { ...wholeForm, pledge: true });
    const looked = { version: 1, hash: content?.hash ?? '', fingerprints: [] };
    const by = { person: randomUUID(), role: 'applicant' } as const;
    const moved = await act(service.backend.deps, { no, action: 'submit', by, data: {}, keep: { content: looked } });
    expect(moved, 'what was written over since it was looked at is not recorded').toEqual({ kind: 'contentMoved' });
    expect((await findContent(db, no, 1))?.frozen).toBe(false);
    expect((await client.view(no)).pending).toEqual([]);
  });

  it('names no degree certificate (LN-8.4-a), and names who has still to attest (LN-6.5-b, LN-A2.3.1-a)', async () => {
    const no = await world.draft('li-na');
    const client = await world.as('li-na');
    const { findings, complete } = (await client.get(of(no, 'completeness'))).as(completenessView);
    expect(complete).toBe(true);
    expect(findings.filter(({ clause }) => clause === 'LN-8.4-a')).toEqual([]);
    const outcome = (all: typeof findings, rule: string) => all.find(({ clause }) => clause === rule)?.outcome;
    expect([outcome(findings, 'LN-6.5-b'), outcome(findings, 'LN-A2.3.1-a')]).toEqual(
      Array(2).fill('needsAttestation'),
    );
    await client.does(no, 'submit');
    await (await world.as('hr-liaobei')).does(no, 'agree');
    const after = (await client.get(of(no, 'completeness'))).as(completenessView);
    expect(outcome(after.findings, 'LN-A2.3.1-a'), 'asked of the unit when it agrees').toBe('ok');
    expect(outcome(after.findings, 'LN-6.5-b'), 'asked of the unit with its seal only').toBe('needsAttestation');
  });

  it('counts conditions and not works', async () => {
    const no = await world.draft('wang-qiang');
    const client = await world.as('wang-qiang');
    const three = ['b1', 'b2', 'b3'].map((id) => ({ ...achievement, id, title: `成果${id}`, conditions: ['2'] }));
    await client.put(of(no, 'achievements'), { achievements: three });
    expect((await client.get(of(no, 'completeness'))).as(completenessView).conditions).toEqual(['2']);
  });

  it('is also a file that the form names and nobody uploaded', async () => {
    const no = await world.draft('zhou-lin');
    const client = await world.as('zhou-lin');
    await client.put(of(no, 'form'), { ...wholeForm, documents: [randomUUID()] });
    const refused = (await client.act(no, 'submit')).as(problemSchema);
    expect(refused.errors.map(({ path }) => path)).toEqual(['/documents', '/checked']);
  });
});

describe('the achievements', () => {
  it('are written beside the form, over the version that was read', async () => {
    const no = await world.draft('sun-hao');
    const client = await world.as('sun-hao');
    const read = await client.get(of(no, 'achievements'));
    const etag = read.headers.get('etag') ?? '';
    const changed = { achievements: [{ ...achievement, title: '改名' }] };
    const written = await client.put(of(no, 'achievements'), changed, { headers: { 'If-Match': etag } });
    expect(written.as(achievementsView).achievements.map(({ title }) => title)).toEqual(['改名']);
    expect((await client.put(of(no, 'achievements'), changed, { headers: { 'If-Match': etag } })).status).toBe(412);
    const form = (await client.get(of(no, 'form'))).body;
    expect(form).toMatchObject({ form: { contribution: wholeForm.contribution, achievements: [{ title: '改名' }] } });
    expect((await (await world.as('office-diit')).put(of(no, 'achievements'), changed)).status).toBe(404);
  });
});

describe('what was read of a form', () => {
  it('LN-3-b: no longer stands where an item was removed since, also while the form is the same', async () => {
    const own = await service.world('2024-07-10T09:00');
    const no = await own.draft('wu-di', { standard: { conditions: { least: 2, of: ['1', '2'] } } });
    const [client, hr] = [await own.as('wu-di'), await own.as('hr-north')];
    const second = { ...achievement, id: 'a2', title: '焊接机器人研制', conditions: ['2'] };
    await client.put(of(no, 'form'), { ...wholeForm, achievements: [achievement, second] });
    await client.does(no, 'submit');
    await hr.does(no, 'agree');
    await (await own.as('group-north')).does(no, 'select');
    await hr.does(no, 'postPublicity');
    const parts = ['form', 'achievements', 'completeness'];
    const read = await Promise.all(parts.map((part) => client.get(of(no, part))));
    const again = () =>
      Promise.all(
        parts.map((part, index) =>
          client.get(of(no, part), { headers: { 'If-None-Match': read[index]?.headers.get('etag') ?? '' } }),
        ),
      );
    expect((await again()).map(({ status }) => status)).toEqual([304, 304, 304]);
    await hr.does(no, 'removeItem', { item: 'a1', reason: '经核实不属实' });
    const after = await again();
    expect(after.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(after[0]?.as(formView).missing.map(({ path }) => path)).toContain('/achievements');
    expect(after[1]?.as(achievementsView).findings).toContainEqual(
      expect.objectContaining({ clause: 'LN-3-b', item: '/achievements', outcome: 'invalid' }),
    );
  });
});

describe('a publicity document', () => {
  it('that annex 1 would not know is refused before anybody is posted (LN-5.4-b, LN-A1-e)', async () => {
    const no = await world.draft('wu-di');
    const [client, hr] = [await world.as('wu-di'), await world.as('hr-north')];
    await client.does(no, 'submit');
    await hr.does(no, 'agree');
    await (await world.as('group-north')).does(no, 'select');
    const document = { decidingMeeting: '院务会', contactPerson: '王某', telephone: '024-00000000' };
    const body = { kind: 'unit', items: [no], document, lastDay: '2024-07-16' };
    const refused = (await hr.post('/v1/postings', body)).as(problemSchema);
    expect(refused).toMatchObject({
      status: 422,
      code: 'PUBLICITY_TOO_SHORT',
      clauses: expect.arrayContaining(['LN-5.4-c', 'LN-A1-e']),
    });
    expect((await client.view(no)).stage.lastDay ?? null).toBeNull();
  });

  it('is checked also behind an action that is not decided yet (LN-5.4-b)', async () => {
    const no = await world.draft('zheng-shuang');
    const [client, hr] = [await world.as('zheng-shuang'), await world.as('hr-liaobei')];
    await client.does(no, 'submit');
    await hr.does(no, 'agree');
    await recordIntent(service.backend.deps.db, {
      no,
      action: 'select',
      person: randomUUID(),
      role: 'unitAssessmentGroup',
      scope: null,
      argument: JSON.stringify({ data: {} }),
      claims: null,
      keyHash: null,
      fingerprint: null,
      expectedSeq: null,
      text: null,
      freeze: false,
      lane: 'interactive',
      tryAfterMs: 3_600_000,
    });
    const bare = (await hr.act(no, 'postPublicity', { checked: ['sealedAndProminent'] })).as(problemSchema);
    expect(bare).toMatchObject({ status: 422, code: 'INCOMPLETE', clauses: expect.arrayContaining(['LN-A1-g']) });
    expect((await client.view(no)).stage.lastDay ?? null).toBeNull();
  });

  it('that was found invalid is not posted again, and one that was never posted is checked (LN-5.4-b, A-16)', async () => {
    const own = await service.world('2024-07-08T09:00');
    const no = await own.draft('zhou-lin');
    const hr = await own.as('hr-north');
    await (await own.as('zhou-lin')).does(no, 'submit');
    await hr.does(no, 'agree');
    await (await own.as('group-north')).does(no, 'select');
    await hr.does(no, 'postPublicity');
    const { db } = service.backend.deps;
    const [old] = await db.sql<
      { id: string; by: string }[]
    >`select i.posting as id, p.created_by as by from posting_items i join postings p on p.id = i.posting where i.no = ${no}`;
    const before = await findUnitPosting(db, no);
    await own.moveTo('2024-07-16T09:00');
    await (await own.as('office-diit')).does(no, 'invalidatePublicity', { reason: '公示材料不全' });
    const checked = ['sealedAndProminent'];
    const again = await hr.act(no, 'postPublicity', { checked, posting: old?.id });
    expect(again.as(problemSchema)).toMatchObject({ status: 422, errors: [{ path: '/posting' }] });
    const id = 'ffffffff-ffff-4fff-bfff-ffffffffffff';
    const empty = service.services.vault.seal(
      JSON.stringify({ decidingMeeting: '', contactPerson: '', telephone: '' }),
      `posting/${id}`,
    );
    await insertPosting(db, {
      id,
      world: own.id,
      kind: 'unit',
      unit: await own.unitOf('zhou-lin'),
      office: null,
      items: [no],
      token: randomUUID(),
      document: empty.toString('hex'),
      createdBy: old?.by ?? '',
    });
    expect(await findUnitPosting(db, no), 'what was never posted is nobody’s document').toEqual(before);
    const bare = (await hr.act(no, 'postPublicity', { checked, posting: id })).as(problemSchema);
    expect(bare).toMatchObject({ status: 422, code: 'INCOMPLETE', clauses: expect.arrayContaining(['LN-A1-g']) });
  });

  it('is required in the same way if only one application is posted (LN-5.4-b)', async () => {
    const no = await world.draft('zhou-lin');
    const [client, hr] = [await world.as('zhou-lin'), await world.as('hr-north')];
    await client.does(no, 'submit');
    await hr.does(no, 'agree');
    await (await world.as('group-north')).does(no, 'select');
    const checked = ['sealedAndProminent'];
    const bare = (await hr.act(no, 'postPublicity', { checked })).as(problemSchema);
    expect(bare).toMatchObject({ status: 422, code: 'INCOMPLETE', clauses: expect.arrayContaining(['LN-A1-g']) });
    const foreign = (await hr.act(no, 'postPublicity', { checked, posting: randomUUID() })).as(problemSchema);
    expect(foreign).toMatchObject({ status: 422, errors: [{ path: '/posting' }] });
    expect((await client.view(no)).stage.lastDay ?? null).toBeNull();
    const posted = await hr.does(no, 'postPublicity');
    expect(posted.stage.lastDay).not.toBeNull();
  });
});

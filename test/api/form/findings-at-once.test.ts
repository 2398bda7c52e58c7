import { beforeAll, describe, expect, it } from 'vitest';
import { completenessView, formView } from '../../../api/form/form-views-schemas.ts';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { type ApiWorld, TestService, wholeForm } from '../service.ts';

let world: ApiWorld;
beforeAll(async () => {
  world = await (await TestService.shared()).world('2024-07-10T09:00');
});
const of = (no: string, part: string) => `/v1/applications/${no}/${part}`;
const [achievement] = wholeForm.achievements;
const paths = (answer: { as: (schema: typeof problemSchema) => { errors: { path: string }[] } }) =>
  answer
    .as(problemSchema)
    .errors.map(({ path }) => path)
    .sort();

describe('one check of a form says everything that can be said of it', () => {
  it('names what its schema refuses, what is missing and what cannot be, in one answer', async () => {
    const no = await world.draft('zhang-wei');
    const client = await world.as('zhang-wei');
    const sent = {
      ...wholeForm,
      summary: { ...wholeForm.summary, currentTitleSince: '2030-01-01' },
      achievements: [
        { ...achievement, id: 'x1', from: '2021-12', to: '2021-01', title: 5 },
        { ...achievement, id: 'a1', joint: true },
      ],
      experience: [{ from: '2030-01', what: '研发' }],
      pledge: undefined,
      secrets: 'perhaps',
      hobby: '钓鱼',
    };
    const { pledge: _, ...body } = sent;
    const refused = await client.put(of(no, 'form'), body);
    expect(refused.status).toBe(422);
    expect(paths(refused)).toEqual([
      '/achievements/0/title',
      '/achievements/0/to',
      '/achievements/1/contribution',
      '/achievements/1/to',
      '/experience/0/from',
      '/hobby',
      '/pledge',
      '/secrets',
      '/summary/currentTitleSince',
    ]);
  });

  it('says the same of the achievements alone, and of a body that is not a form only that', async () => {
    const no = await world.draft('li-na');
    const client = await world.as('li-na');
    const list = [
      { ...achievement, id: 'a1', role: 'boss' },
      { ...achievement, id: 'a2', joint: true },
      { ...achievement, id: 'a2' },
    ];
    expect(paths(await client.put(of(no, 'achievements'), { achievements: list }))).toEqual(
      ['/achievements/0/role', '/achievements/2/id', ...['/achievements/1/contribution']].sort(),
    );
    expect(paths(await client.put(of(no, 'form'), []))).toEqual(['']);
    expect(paths(await client.put(of(no, 'form'), { form: wholeForm }))).toContain('/form');
  });

  it('has only JSON Pointers into the form that was written, on every route that takes one', async () => {
    const no = await world.draft('wang-qiang');
    const client = await world.as('wang-qiang');
    const second = { ...achievement, id: 'last', joint: true };
    const form = { ...wholeForm, achievements: [achievement, second], pledge: true };
    const written = await client.put(of(no, 'form'), form);
    const wanted = ['/achievements/1/contribution', '/pledge'];
    const seen = (missing: readonly { path: string }[]) => missing.map(({ path }) => path).sort();
    expect(seen(written.as(formView.pick({ missing: true })).missing)).toEqual(wanted);
    expect(seen((await client.get(of(no, 'form'))).as(formView).missing)).toEqual(wanted);
    const { findings } = (await client.get(of(no, 'completeness'))).as(completenessView);
    const against = findings.filter(({ outcome }) => outcome === 'missing' || outcome === 'invalid');
    expect(against.map(({ item }) => item).sort()).toEqual(wanted);
    expect(paths(await client.act(no, 'submit', { checked: ['declassified'] }))).toEqual(wanted);
    expect(paths(await client.put(of(no, 'achievements'), { achievements: [{}, achievement] }))).toContain(
      '/achievements/0/title',
    );
  });
});

describe('completeness', () => {
  it('asks a senior applicant for achievements (LN-A1-c), a photo (LN-A2.3.6-a) and an education that a standard takes (LN-3-a)', async () => {
    const no = await world.draft('zhou-lin');
    const client = await world.as('zhou-lin');
    const summary = { ...wholeForm.summary, education: '小学', degree: undefined };
    await client.put(of(no, 'form'), JSON.parse(JSON.stringify({ ...wholeForm, summary, achievements: [] })));
    const { complete, findings } = (await client.get(of(no, 'completeness'))).as(completenessView);
    expect(complete).toBe(false);
    const found = findings.filter(({ outcome }) => outcome !== 'ok' && outcome !== 'needsAttestation');
    expect(found.map(({ clause, item, outcome }) => [clause, item, outcome])).toEqual(
      expect.arrayContaining([
        ['LN-A1-c', '/achievements', 'missing'],
        ['LN-A2.3.6-a', '/photo', 'warning'],
        ['LN-3-a', '/summary/education', 'invalid'],
      ]),
    );
    expect((await client.act(no, 'submit')).as(problemSchema)).toMatchObject({
      code: 'INCOMPLETE',
      clauses: expect.arrayContaining(['LN-A1-c', 'LN-3-a']),
    });
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { eventPage } from '../../../api/events/events-schemas.ts';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { dossierResult, dossierView } from '../../../api/materials/dossiers-schemas.ts';
import { Dalian } from '../lives/dalian.ts';
import { untilDossier } from '../lives/liaoning.ts';
import { type ApiClient, type ApiWorld, TestService } from '../service.ts';

let service: TestService;
let world: ApiWorld;
beforeAll(async () => {
  service = await TestService.shared();
  world = await service.world('2024-07-10T09:00');
});

it('lists what a paper dossier lacks: copies and the printed order (LN-A2.3.2-a, LN-A2.1-a)', async () => {
  const no = await world.draft('zhang-wei');
  await (await world.as('zhang-wei')).does(no, 'submit');
  const hr = await world.as('hr-liaobei');
  const { lines } = (await hr.get(`/v1/applications/${no}/dossier`)).as(dossierView);
  const whole = lines.filter(({ needed }) => needed).map(({ key, copies }) => ({ key, copies }));
  const check = async (delivered: readonly { key: string; copies: number }[]) =>
    (await hr.post(`/v1/applications/${no}/dossier-checks`, { delivered })).as(dossierResult);
  expect(await check(whole)).toEqual({ no, complete: true, findings: [] });
  const [form, publicity, ...rest] = whole;
  const wrong = [publicity, form, ...rest]
    .flatMap((each) => each ?? [])
    .map((each) => (each.key === 'evaluationForm' ? { ...each, copies: 2 } : each));
  const { findings } = await check(wrong);
  expect(findings.map(({ clause, outcome }) => [clause, outcome])).toEqual([
    ['LN-A2.1-a', 'invalid'],
    ['LN-A2.3.2-a', 'missing'],
  ]);
  expect((await (await world.as('hr-north')).get(`/v1/applications/${no}/dossier`)).status).toBe(404);
});

/** How far the trail of an application has come, and what the passing of its last review kept. */
async function trail(client: ApiClient, no: string) {
  const { items } = (await client.get(`/v1/applications/${no}/events?limit=200`)).as(eventPage);
  return { told: items.length, delivered: items.findLast(({ name }) => name === 'passed')?.data.delivered };
}

/** The codes and clauses of what an officer is refused who received this. */
async function refusal(
  officer: ApiClient,
  no: string,
  act: { name: string; delivered?: readonly object[] | undefined; checked?: readonly string[] },
) {
  const { name, delivered } = act;
  const open = (await officer.view(no)).availableActions.find((each) => each.name === name);
  const checked = act.checked ?? open?.checks?.map(({ key }) => key) ?? [];
  const answer = await officer.act(no, name, { checked, ...(delivered ? { delivered } : {}) });
  const { status, code, clauses, details, errors } = answer.as(problemSchema);
  return { status, code, clauses: [...clauses].sort(), details, errors };
}

const missing = (key: string, clause: string) => ({ findings: [{ key, clause, outcome: 'missing' }] });

describe('whoever receives the paper dossier', { timeout: 120_000 }, () => {
  it('LN-A2.1-a, LN-A2.1-b, LN-A2.1-c, LN-A2.3.2-a, LN-A2.3.3-a, LN-A2.3.8-a: cannot confirm one that lacks something, and hears of all of it at once', async () => {
    const own = await service.world('2024-07-01T09:00');
    const no = await untilDossier(own);
    const office = await own.as('office-diit');
    const before = await trail(office, no);
    const all = ['LN-A2.1-a', 'LN-A2.1-b', 'LN-A2.1-c', 'LN-A2.3.2-a', 'LN-A2.3.3-a', 'LN-A2.3.8-a'];
    for (const delivered of [[], undefined])
      expect(await refusal(office, no, { name: 'confirmDossier', delivered })).toMatchObject({
        status: 422,
        code: 'DOSSIER_INCOMPLETE',
        clauses: all,
      });
    const unread = await refusal(office, no, { name: 'confirmDossier', delivered: [], checked: [] });
    expect(unread).toMatchObject({ code: 'CHECK_MISSING', clauses: [...all, 'LN-6.1-b', 'LN-A2.3.7-a'].sort() });

    const whole = await office.wholeDossier(no);
    const without = (key: string) => whole.filter((each) => each.key !== key);
    for (const [key, clause] of [
      ['publicityDocument', 'LN-A2.1-a'],
      ['identityCard', 'LN-A2.1-b'],
      ['unitProof', 'LN-A2.1-c'],
      ['evaluationForm', 'LN-A2.3.2-a'],
      ['recommendationForm', 'LN-A2.3.3-a'],
      ['photos', 'LN-A2.3.8-a'],
    ] as const)
      expect(await refusal(office, no, { name: 'confirmDossier', delivered: without(key) })).toMatchObject({
        status: 422,
        code: 'DOSSIER_INCOMPLETE',
        clauses: [clause],
        details: missing(key, clause),
      });
    const unknown = [...whole, { key: 'goldenPen', copies: 1 }];
    expect(await refusal(office, no, { name: 'confirmDossier', delivered: unknown })).toMatchObject({
      status: 422,
      code: 'INVALID_DATA',
      errors: [{ path: `/delivered/${whole.length}/key` }],
    });
    expect(await trail(office, no)).toEqual(before);

    expect((await office.does(no, 'confirmDossier')).stage.key).toBe('COMMITTEE_REVIEW');
    const kept = (await trail(office, no)).delivered;
    expect(kept).toEqual(whole.map(({ key, copies }) => ({ key, copies })));
  });

  it('DL-2.3.1-a, DL-2.3.3-a, DL-2.3.3-b, DL-2.3.3-d: cannot pass one in Dalian that lacks a form, the volume, a certificate or the proofs of achievements', async () => {
    const own = await service.world('2024-06-05T09:00');
    const dalian = await Dalian.settle(own);
    const no = await dalian.handOver('chen-jing', '2024-06-17T09:00');
    const authority = await own.as('seal-city');
    const before = await trail(authority, no);
    const empty = await refusal(authority, no, { name: 'pass', delivered: [] });
    expect(empty).toMatchObject({ status: 422, code: 'DOSSIER_INCOMPLETE' });
    expect(empty.clauses).toEqual(
      ['DL-1.6-a', 'DL-2.3.1-a', 'DL-2.3.1-g', 'DL-2.3.1-h', 'DL-2.3.3-a', 'DL-2.3.3-b', 'DL-2.3.3-d'].sort(),
    );
    const whole = await authority.wholeDossier(no);
    const fewer = (key: string) =>
      whole.map((each) => (each.key === key ? { ...each, copies: each.copies - 1 } : each));
    for (const [key, clause] of [
      ['evaluationForm', 'DL-2.3.1-a'],
      ['volume', 'DL-2.3.3-a'],
      ['identityCard', 'DL-2.3.3-b'],
    ] as const)
      expect(await refusal(authority, no, { name: 'pass', delivered: fewer(key) })).toMatchObject({
        status: 422,
        code: 'DOSSIER_INCOMPLETE',
        clauses: [clause],
        details: missing(key, clause),
      });
    expect(await trail(authority, no)).toEqual(before);
    expect((await authority.does(no, 'pass')).stage.key).toBe('FORWARDING');
    expect((await trail(authority, no)).delivered).toEqual(
      whole.map(({ signed = [], ...each }) => (signed.length > 0 ? { ...each, signed } : each)),
    );
  });
});

it('DL-1.1.2-f: a deputy-senior economist cannot apply in Dalian without naming the pass certificate of the examination', {
  timeout: 60_000,
}, async () => {
  const own = await service.world('2024-06-05T09:00');
  const dalian = await Dalian.settle(own);
  const economist = { series: 'economics', specialty: 'finance', level: 'deputySenior' };
  const no = await own.draft('zhao-min', {
    ...economist,
    programme: 'dalian-2024',
    employer: dalian.unit,
    discipline: { measure: 'none' },
    examPassedOn: '2021-06-20',
    examSpecialty: 'finance',
    heldTitle: { level: 'mid', obtainedOn: '2015-12-01', series: 'economics' },
  });
  const cover = { unitName: '大连试验科技有限公司（虚构）', ...economist };
  await dalian.write('zhao-min', no, { cover, statement: '述'.repeat(3_000) });
  const applicant = await own.as('zhao-min');
  const refused = (await applicant.act(no, 'submit', { checked: ['ownPledge'] })).as(problemSchema);
  expect(refused).toMatchObject({
    status: 422,
    code: 'INCOMPLETE',
    clauses: ['DL-1.1.2-f'],
    errors: [{ path: '/examination' }],
  });
  const examination = { name: '经济专业技术资格', specialty: '金融', passedOn: '2021-06-20' };
  await dalian.write('zhao-min', no, { cover, statement: '述'.repeat(3_000), examination });
  expect((await applicant.does(no, 'submit')).stage.key).toBe('UNIT_REVIEW');
});

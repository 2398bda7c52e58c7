import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { conditionsView, eligibilityView } from '../../../api/eligibility/eligibility-schemas.ts';
import { achievementsView, completenessView, formView } from '../../../api/form/form-views-schemas.ts';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { programmeSchema } from '../../../api/programmes/programmes-schemas.ts';
import type { IsoDate } from '../../../domain/calendar/dates.ts';
import { publish as publishDates } from '../lives/dates.ts';
import { draftIn } from '../lives/lianyungang.ts';
import { type Answer, type ApiClient, formOf, TestService } from '../service.ts';

let service: TestService;
beforeAll(async () => {
  service = await TestService.open();
});
afterAll(() => service.close());

const liaoning = 'liaoning-diit-2024';
const lianyungang = 'lianyungang-2024';

const publish = (id: string, change: Parameters<typeof publishDates>[2]) => publishDates(service, id, change);
/** The printed dates with another last day for what counts. */
const cutOff = (id: string, key: string, date: IsoDate) =>
  publish(id, ({ cutOffs }) => ({ cutOffs: cutOffs.map((each) => (each.key === key ? { ...each, date } : each)) }));
const asPrinted = (id: string) => publish(id, () => ({}));

afterEach(() => Promise.all([asPrinted(liaoning), asPrinted(lianyungang)]));

const problem = (answer: Answer) => [answer.status, answer.as(problemSchema)] as const;
const outcomes = (view: { findings: z.infer<typeof eligibilityView>['findings'] }, clause: string) =>
  view.findings.filter((each) => each.clause === clause).map(({ outcome }) => outcome);

describe('a last day for education that is moved', () => {
  const graduate = {
    series: 'engineering',
    specialty: 'expressDelivery',
    level: 'mid',
    status: 'inService',
    discipline: { measure: 'none' },
    heldTitle: { level: 'assistant', obtainedOn: '2015-12-01', series: 'engineering' },
    education: { tier: 'master', schooling: 'fullTime', obtainedOn: '2024-04-15' },
  };
  const wanted = async (client: ApiClient, employer: string) =>
    client.post('/v1/applications', { ...graduate, programme: lianyungang, employer });

  it('LYG-2.2-c: changes the answer before login, the draft and the first submission, both ways', async () => {
    const world = await service.world('2024-06-10T09:00');
    const client = await world.as('xu-lei');
    const employer = await world.unitOf('xu-lei');
    const asked = async () =>
      (
        await world.anyone.post(`/v1/programmes/${lianyungang}/eligibility-checks`, {
          ...graduate,
          employerClass: 'private',
          territory: 'lyg-haizhou',
        })
      ).as(eligibilityView);
    const printed = await asked();
    expect([printed.eligible, ...outcomes(printed, 'LYG-2.2-c')]).toContain('notMet');
    expect(printed.cutOffs).toContainEqual(expect.objectContaining({ key: 'education', date: '2024-03-31' }));
    expect(problem(await wanted(client, employer))).toMatchObject([422, { clauses: ['LYG-2.2-c'] }]);

    await cutOff(lianyungang, 'education', '2024-04-30');
    const later = await asked();
    expect(outcomes(later, 'LYG-2.2-c')).not.toContain('notMet');
    expect(later.cutOffs).toContainEqual(expect.objectContaining({ key: 'education', date: '2024-04-30' }));
    const said = later.findings.find(({ clause }) => clause === 'LYG-2.2-c');
    expect(said?.counted, 'the day it goes by is told').toEqual({ until: '2024-04-30' });
    expect(said?.message).toEqual({
      zh: '学历（学位）截止时间为2024年4月30日。',
      en: 'Education and degrees count up to 2024-04-30.',
    });
    const made = await wanted(client, employer);
    expect(made.status).toBe(201);
    const { no } = made.body as { no: string };
    const conditions = async () => (await client.get(`/v1/applications/${no}/eligibility`)).as(conditionsView);
    expect(outcomes(await conditions(), 'LYG-2.2-c')).not.toContain('notMet');

    await cutOff(lianyungang, 'education', '2024-04-10');
    expect(outcomes(await conditions(), 'LYG-2.2-c')).toContain('notMet');
    expect(problem(await client.act(no, 'submit', { checked: ['truthPledge'] }))).toMatchObject([
      422,
      { code: 'NOT_ELIGIBLE', clauses: expect.arrayContaining(['LYG-2.2-c']) },
    ]);
  });
});

describe('a last day for achievements that is moved', () => {
  const [achievement] = formOf('zhang-wei').achievements;
  const late = {
    ...achievement,
    to: '2024-07',
    proofs: [
      { kind: 'contract', sealedOn: '2019-01-15', roleShown: 'lead' },
      { kind: 'acceptance', sealedOn: '2024-07-05' },
    ],
  };

  it('LN-4.1-a: changes what the form lacks and whether it may be sent', async () => {
    const world = await service.world('2024-07-08T09:00');
    const client = await world.as('zhang-wei');
    const no = await world.draft('zhang-wei');
    await client.put(`/v1/applications/${no}/form`, { ...formOf('zhang-wei'), achievements: [late] });
    const path = `/v1/applications/${no}/completeness`;
    const form = await client.get(`/v1/applications/${no}/form`);
    const against = async () =>
      (await client.get(path))
        .as(completenessView)
        .findings.filter(({ outcome }) => outcome === 'invalid')
        .map(({ clause }) => clause);
    expect(await against()).toContain('LN-4.1-a');
    expect(problem(await client.act(no, 'submit'))).toMatchObject([
      422,
      { code: 'INCOMPLETE', clauses: expect.arrayContaining(['LN-4.1-a']) },
    ]);

    await cutOff(liaoning, 'achievements', '2024-07-31');
    expect(await against()).toEqual([]);
    const known = { headers: { 'If-None-Match': String(form.headers.get('etag')) } };
    expect((await client.get(`/v1/applications/${no}/form`, known)).status, 'the kept answer is old').toBe(200);
    expect(await client.does(no, 'submit')).toMatchObject({ stage: { key: 'UNIT_REVIEW' } });
  });
});

describe('a window that is moved', () => {
  const closing = (closes: IsoDate) =>
    publish(liaoning, ({ windows }) => ({
      windows: windows.map((each) => (each.series.includes('engineering') ? { ...each, closes } : each)),
    }));

  it('LN-4.3-a: is shown by the programme, with the latest day of posting, and no kept answer hides it', async () => {
    const world = await service.world('2024-07-08T09:00');
    const path = `/v1/programmes/${liaoning}`;
    const printed = await world.anyone.get(path);
    await closing('2024-08-09');
    const moved = await world.anyone.get(path, {
      headers: { 'If-None-Match': String(printed.headers.get('etag')) },
    });
    expect(moved.status).toBe(200);
    const windows = moved.as(programmeSchema).windows.filter(({ series }) => series.includes('engineering'));
    expect(windows.map(({ closes }) => closes)).toEqual(['2024-08-09']);
    const asked = await world.anyone.post(`${path}/eligibility-checks`, {
      series: 'engineering',
      specialty: 'robotics',
      level: 'mid',
      employerClass: 'private',
    });
    expect(asked.as(eligibilityView)).toMatchObject({
      window: { closes: '2024-08-09' },
      latestPublicityPosting: '2024-08-01',
    });
  });

  it('LN-4.3-a: moves the deadlines, the status and the forecast of a case that runs', async () => {
    const world = await service.world('2024-07-08T09:00');
    const client = await world.as('zhang-wei');
    const no = await world.draft('zhang-wei');
    await client.does(no, 'submit');
    const last = async () => (await client.view(no)).deadlines.map(({ key, due }) => [key, due]);
    const status = async () => ((await client.get(`/v1/applications/${no}/status`)).body as { by: string }).by;
    const [before] = await last();
    // The status says by when the unit must be done, so that a publicity still fits.
    expect([before?.[1], await status()]).toEqual(['2024-07-31', '2024-07-23']);
    const forecast = async () =>
      (await client.view(no)).forecast.find(({ stage }) => stage === 'ONLINE_REVIEW')?.latest;
    expect(await forecast()).toBe('2024-07-31');
    await closing('2024-08-09');
    expect(await forecast()).toBe('2024-08-09');
    expect([(await last())[0], await status()]).toEqual([[before?.[0], '2024-08-09'], '2024-08-01']);
    expect((await client.view(no)).deadlines[0]?.timelineVersion).toBeGreaterThan(1);
  });
});

describe('what was received', () => {
  const economist = { series: 'economics', specialty: 'finance', examPassedOn: '2019-08-12' };
  const examination = { name: '经济专业技术资格考试', specialty: '金融', passedOn: '2019-08-12' };

  it('LN-2.2.2-d: is shown to the unit as it stood on the day it was received, also when the result has run out since (A-50)', async () => {
    const world = await service.world('2024-08-12T09:00');
    const client = await world.as('sun-hao');
    const no = await world.draft('sun-hao', economist);
    await client.put(`/v1/applications/${no}/form`, { ...formOf('sun-hao'), examination });
    await client.does(no, 'submit');
    await world.moveTo('2024-08-14T09:00');
    const seen = (await client.get(`/v1/applications/${no}/eligibility`)).as(conditionsView);
    expect([seen.asOf, ...outcomes(seen, 'LN-2.2.2-d')]).toEqual(['2024-08-12', 'met']);
  });

  it('LYG-5.5-d, LYG-2.2-c: is shown with what it lacked on that day, by the dates of that day (A-29, A-50)', async () => {
    const world = await service.world('2024-06-10T09:00');
    const client = await world.as('xu-lei');
    const no = await draftIn(world, 'xu-lei');
    const { form } = (await client.get(`/v1/applications/${no}/form`)).as(formView);
    const education = form.education?.map((each) => ({ ...each, reportedOn: '2024-03-12' }));
    await client.put(`/v1/applications/${no}/form`, { ...form, education });
    await client.does(no, 'submit');
    await world.moveTo('2024-06-14T09:00');
    await cutOff(lianyungang, 'achievements', '2020-01-31');
    const path = `/v1/applications/${no}`;
    for (const who of ['hr-express', 'xu-lei']) {
      const reader = await world.as(who);
      expect((await reader.get(`${path}/completeness`)).as(completenessView).complete, who).toBe(true);
      expect((await reader.get(`${path}/achievements`)).as(achievementsView).findings, who).not.toContainEqual(
        expect.objectContaining({ outcome: 'invalid' }),
      );
      expect((await reader.get(`${path}/form`)).as(formView).missing, who).toEqual([]);
    }
    const deficiencies = [{ item: 'summary', clause: 'LYG-4.2-a', expected: '请补充。' }];
    await (await world.as('hr-express')).does(no, 'return', { deficiencies });
    const again = (await client.get(`${path}/completeness`)).as(completenessView);
    const against = again.findings.filter(({ outcome }) => outcome === 'invalid').map(({ clause }) => clause);
    expect(new Set(against), 'what is sent next goes by today').toEqual(new Set(['LYG-2.2-c', 'LYG-5.5-d']));
    const read = (await (await world.as('hr-express')).get(`${path}/completeness`)).as(completenessView);
    expect(read.complete, 'what was received does not').toBe(true);
  });

  it('LYG-2.2-c: stays judged by the last day that stood when it was received (A-50)', async () => {
    const world = await service.world('2024-06-10T09:00');
    const client = await world.as('xu-lei');
    const no = await draftIn(world, 'xu-lei', { education: { tier: 'bachelor', obtainedOn: '2024-03-20' } });
    await client.does(no, 'submit');
    await cutOff(lianyungang, 'education', '2024-03-10');
    const seen = (await client.get(`/v1/applications/${no}/eligibility`)).as(conditionsView);
    expect(outcomes(seen, 'LYG-2.2-c')).not.toContain('notMet');
  });
});

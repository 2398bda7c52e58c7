import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eligibilityView } from '../../../api/eligibility/eligibility-schemas.ts';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { draftIn } from '../lives/lianyungang.ts';
import { type ApiClient, type ApiWorld, TestService } from '../service.ts';

let service: TestService;
let world: ApiWorld;
beforeAll(async () => {
  service = await TestService.open();
  world = await service.world('2024-07-01T09:00');
});
afterAll(() => service.close());

const engineer = {
  series: 'engineering',
  specialty: 'robotics',
  level: 'deputySenior',
  employerClass: 'provincialStateOwned',
};

const check = async (
  body: object,
  { client, programme = 'liaoning-diit-2024' }: { client: ApiClient; programme?: string },
) => {
  const answer = await client.post(`/v1/programmes/${programme}/eligibility-checks`, body);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.as(eligibilityView);
};

describe('other applications of the year', () => {
  it('are left to the submission for a stranger, and really checked for someone logged in (LN-5.5.3-b)', async () => {
    const own = await service.world('2024-07-01T09:00');
    const client = await own.as('sun-hao');
    const year = async (asking: ApiClient) => {
      const { eligible, findings } = await check(engineer, { client: asking });
      const found = findings.filter(({ clause }) => clause === 'LN-5.5.3-b').map(({ outcome }) => outcome);
      return [eligible, ...found];
    };
    expect(await year(own.anyone)).toEqual(['notToldYet', 'checkedAtSubmit']);
    expect(await year(client)).toEqual(['notToldYet', 'met']);
    await client.does(await own.draft('sun-hao'), 'submit');
    expect(await year(client)).toEqual(['no', 'notMet']);
    expect(await year(await own.as('li-na'))).toEqual(['notToldYet', 'met']);
  });

  it('LYG-2.8.2-b, LYG-4.0-c: say which rule prevents another committee, and which another level; LYG-4.0-d is the unit’s (A-25, A-26)', async () => {
    const own = await service.world('2024-06-03T09:00');
    const client = await own.as('xu-lei');
    await client.does(await draftIn(own, 'xu-lei'), 'submit');
    const across = async (more: object) => {
      const asked = { ...engineer, level: 'mid', employerClass: 'private', territory: 'lyg-haizhou', ...more };
      const { findings } = await check(asked, { client, programme: 'lianyungang-2024' });
      const wanted = ['LYG-2.8.2-b', 'LYG-4.0-c', 'LYG-4.0-d'];
      return wanted.map((clause) => findings.find((each) => each.clause === clause)?.outcome);
    };
    expect(await across({ specialty: 'ecology' })).toEqual(['notMet', 'notMet', 'checkedAtSubmit']);
    expect(await across({ specialty: 'petrochemicals', level: 'deputySenior' })).toEqual([
      'notMet',
      'met',
      'checkedAtSubmit',
    ]);
    expect(await across({ specialty: 'expressDelivery' }), 'the same again').toEqual([
      'met',
      'notMet',
      'checkedAtSubmit',
    ]);
    expect(await across({ specialty: 'expressDelivery', level: 'assistant' }), 'the same at another level').toEqual([
      'met',
      'met',
      'checkedAtSubmit',
    ]);
  });
});

describe('the record of whoever asks', () => {
  /** An application of li-na in which fraud was proven on the day the world stands at. */
  async function cancelled(own: ApiWorld): Promise<ApiClient> {
    const [applicant, office, admin] = [await own.as('li-na'), await own.as('office-diit'), await own.as('admin')];
    const no = await own.draft('li-na');
    await applicant.does(no, 'submit');
    const cases = `/v1/applications/${no}/integrity-cases`;
    const facts = '经核查，所附验收证明系伪造。';
    for (const [path, body] of [
      ['', { ground: 'report', facts }],
      ['/1/actions/investigate', {}],
      ['/1/actions/uphold', { facts }],
    ] as const) {
      // The case at the unit has not come to the office; it does with the opening.
      const answer = await (path === '' ? admin : office).post(`${cases}${path}`, body);
      if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
    }
    return applicant;
  }
  const record = async (client: ApiClient, more: object = {}, programme = 'liaoning-diit-2024') => {
    const { eligible, findings } = await check({ ...engineer, ...more }, { client, programme });
    const found = findings.filter(({ readings }) => readings.includes('A-35'));
    return [eligible, ...found.map(({ clause, outcome, attestedBy }) => [clause, outcome, attestedBy?.role])];
  };

  it('LN-5.1-d: bars who was found out on or after 2024-07-25 until the day it ends, in every programme, as it bars the draft (A-35)', async () => {
    const own = await service.world('2024-07-26T09:00');
    const begun = await own.draft('li-na', { specialty: 'industrialDesign' });
    const client = await cancelled(own);
    expect(await record(client)).toEqual(['no', ['LN-5.1-d', 'notMet', undefined]]);
    const dalian = { specialty: 'logistics', territory: 'dl-zhongshan', employerClass: 'private' };
    expect(await record(client, dalian, 'dalian-2024')).toEqual(['no', ['LN-5.1-d', 'notMet', undefined]]);
    expect(await record(client, { asOf: '2027-07-27' })).toEqual([
      'no', // The window of 2024 is over.
      ['LN-5.1-d', 'met', undefined],
    ]);
    const employer = await own.unitOf('li-na');
    const draft = await client.post('/v1/applications', {
      programme: 'liaoning-diit-2024',
      series: 'engineering',
      specialty: 'robotics',
      level: 'deputySenior',
      employer,
      status: 'inService',
    });
    expect([draft.status, draft.as(problemSchema).clauses]).toEqual([422, ['LN-5.1-d']]);
    const refused = await client.act(begun, 'submit');
    expect([refused.status, refused.as(problemSchema).clauses], 'a draft begun before').toEqual([422, ['LN-5.1-d']]);
  });

  it('LN-5.1-d: leaves a record of before 2024-07-25 to the office, by name (A-35)', async () => {
    const client = await cancelled(await service.world('2024-07-02T09:00'));
    expect(await record(client)).toEqual(['notToldYet', ['LN-5.1-d', 'needsAttestation', 'committeeOffice']]);
  });

  it('LN-5.1-d, LYG-5.4-d, LYG-5.4-e: finds nothing against who has none, and leaves a stranger to the submission', async () => {
    const clean = await world.as('zhang-wei');
    expect(await record(clean)).toEqual(['notToldYet', ['LN-5.1-d', 'met', undefined]]);
    expect(await record(world.anyone)).toEqual(['notToldYet', ['LN-5.1-d', 'checkedAtSubmit', undefined]]);
    const lianyungang = { specialty: 'ecology', level: 'mid', employerClass: 'private', territory: 'lyg-haizhou' };
    expect((await record(world.anyone, lianyungang, 'lianyungang-2024')).slice(1)).toEqual([
      ['LYG-5.4-d', 'checkedAtSubmit', undefined],
      ['LYG-5.4-e', 'checkedAtSubmit', undefined],
    ]);
  });

  it('LN-5.2.3-a, LYG-2.2-d: says that works are compared when they are submitted, to whoever asks (A-34)', async () => {
    const left = async (client: ApiClient, programme: string) =>
      (await check({ ...engineer, territory: 'lyg-haizhou' }, { client, programme })).findings
        .filter(({ readings, outcome }) => readings.includes('A-34') && outcome === 'checkedAtSubmit')
        .map(({ clause }) => clause);
    for (const client of [world.anyone, await world.as('zhang-wei')]) {
      expect(await left(client, 'liaoning-diit-2024')).toEqual(['LN-5.2.3-a', 'LN-5.2.3-b']);
      expect(await left(client, 'lianyungang-2024')).toEqual(['LYG-2.2-d']);
    }
  });

  it('stores nothing of a question, whoever asks', async () => {
    const { db } = service.services;
    const kept = async () => {
      const [row] =
        await db.sql`select (select count(*) from applications) as drafts, (select count(*) from claims) as claims,
        (select count(*) from idempotency) as keys, (select count(*) from contents) as contents, (select count(*) from intents) as intents`;
      return row;
    };
    const before = await kept();
    for (const client of [world.anyone, await world.as('zhang-wei')]) await check(engineer, { client });
    expect(await kept()).toEqual(before);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attachmentView } from '../../../api/attachments/attachments-schemas.ts';
import { statementsDuring, warmUp } from '../../support/statements/statement-count.ts';
import { CommitteeDesk, draftIn } from '../lives/lianyungang.ts';
import { type ApiClient, paper, TestService } from '../service.ts';
import { Ledger } from './ledger.ts';

let service: TestService;
beforeAll(async () => {
  service = await TestService.open();
  await warmUp(service.services.db);
  await warmUp(service.backend.deps.db);
});
afterAll(() => service.close());

/** How many statements one request may send to PostgreSQL; what an action may send is said in `ledger.ts`. */
const most = { firstSubmission: 8, unchanged: 1, status: 2 } as const;
/** A lapse of a timer sends exactly these: it records the lapse, and writes what that came to. */
const lapse = ['record_lapse', 'record_outcome'];

async function stampedPage(client: ApiClient, no: string): Promise<string> {
  const form = new FormData();
  form.set('kind', 'stampedPage');
  form.set('file', new Blob(['%PDF-1.7\n1 0 obj\nstartxref\n']), '盖章页.pdf');
  const answer = await client.post(`/v1/applications/${no}/attachments`, form);
  return answer.as(attachmentView.omit({ createdAt: true })).id;
}

describe('the statements of an action over HTTP', () => {
  it('are within their budget in every step of a life in Liaoning', { timeout: 120_000 }, async () => {
    const world = await service.world('2024-07-01T09:00');
    const people = ['zhang-wei', 'hr-liaobei', 'group-liaobei', 'seal-sasac', 'office-diit'];
    const [engineer, hr, group, seal, office] = await Promise.all(people.map((account) => world.as(account)));
    if (!engineer || !hr || !group || !seal || !office) throw new Error('nobody is there');
    const no = await world.draft('zhang-wei');
    const ledger = new Ledger(service.services.db);
    const points = { deficiencies: [{ item: 'a1', clause: 'LN-5.2.1-a', expected: '补充立项文件' }] };
    await ledger.does(engineer, no, ['submit'], most.firstSubmission);
    await ledger.does(hr, no, ['return', points]);
    await ledger.does(engineer, no, ['submit']);
    await ledger.does(hr, no, ['agree']);
    await ledger.does(group, no, ['select']);
    await ledger.does(hr, no, ['postPublicity', { document: paper }]);
    const said = { named: true, name: '李明', body: '业绩不实' };
    await ledger.does(hr, no, ['recordObjection', said]);
    const [objection] = (await hr.view(no)).objections ?? [];
    await ledger.does(hr, no, ['concludeObjection', { objection: objection?.id, upheld: false, reason: '查无实据' }]);
    await world.moveTo('2024-07-09T08:00');
    await ledger.does(engineer, no, ['submit']);
    await ledger.does(engineer, no, ['recall']);
    await ledger.does(engineer, no, ['submit']);
    await ledger.does(office, no, ['pass']);
    await ledger.does(hr, no, ['seal']);
    await ledger.does(seal, no, ['seal']);
    await ledger.does(engineer, no, ['uploadStampedPage', { attachment: await stampedPage(engineer, no) }]);
    await world.moveTo('2024-08-07T10:00');
    await ledger.does(office, no, ['approve']);
    await ledger.does(hr, no, ['handOver']);
    await ledger.does(office, no, ['receivePaper']);
    await ledger.does(office, no, ['confirmDossier']);
    await ledger.does(office, no, ['recordResult', { passed: true, quantified: 8_000, defence: 9_000 }]);
    await ledger.does(office, no, ['postPublicity']);
    await world.moveTo('2024-08-22T09:00');
    await ledger.does(office, no, ['certify', { certificate: 'LN2024001' }]);
    expect(ledger.over).toEqual({});
  });

  it('are within their budget where a committee’s year decides, in Lianyungang', { timeout: 120_000 }, async () => {
    const world = await service.world('2024-06-03T09:00');
    const people = ['xu-lei', 'hr-express', 'first-haizhou', 'office-postal'];
    const [applicant, hr, first, office] = await Promise.all(people.map((account) => world.as(account)));
    if (!applicant || !hr || !first || !office) throw new Error('nobody is there');
    const desk = await CommitteeDesk.at(world, 'row-60', 'office-postal');
    await desk.publish();
    const no = await draftIn(world, 'xu-lei');
    const ledger = new Ledger(service.services.db);
    const list = { deficiencies: [{ item: 'achievement-1', clause: 'LYG-4.3-b', expected: '补充验收报告' }], days: 3 };
    await ledger.does(applicant, no, ['submit'], most.firstSubmission);
    await ledger.does(hr, no, ['agree']);
    await ledger.does(hr, no, ['postPublicity', { document: paper }]);
    await world.moveTo('2024-06-12T09:00');
    await ledger.does(first, no, ['return', list]);
    await ledger.does(applicant, no, ['submit']);
    await ledger.does(first, no, ['pass']);
    await ledger.does(office, no, ['pass']);
    await ledger.does(office, no, ['postPublicity']);
    await world.moveTo('2024-10-05T09:00');
    await desk.report('2024-10-15');
    await world.moveTo('2024-10-15T16:00');
    await desk.consent('2024-10-15');
    await ledger.does(office, no, ['recordResult', { passed: true }]);
    await ledger.does(office, no, ['postPublicity']);
    await world.moveTo('2024-10-23T09:00');
    await desk.announce('2024-10-15');
    await ledger.does(office, no, ['certify', { certificate: 'LYG2024001' }]);
    expect(ledger.over).toEqual({});
  });
});

describe('the statements of a poll and of a timer', () => {
  it('are within their budget for an unchanged status and for one that is sent again', async () => {
    const world = await service.world('2024-07-01T09:00');
    const no = await world.draft('zhang-wei');
    const engineer = await world.as('zhang-wei');
    await engineer.does(no, 'submit');
    const path = `/v1/applications/${no}/status`;
    const etag = (await engineer.get(path)).headers.get('etag') ?? '';
    const { db } = service.services;
    const unchanged = await statementsDuring(db, async () => {
      expect((await engineer.get(path, { headers: { 'If-None-Match': etag } })).status).toBe(304);
    });
    expect(unchanged.length, unchanged.join('\n')).toBeLessThanOrEqual(most.unchanged);
    const again = await statementsDuring(db, () => engineer.get(path));
    expect(again.length, again.join('\n')).toBeLessThanOrEqual(most.status);
  });

  it('are within their budget for a lapse', async () => {
    const world = await service.world('2024-07-01T09:00');
    const no = await world.draft('zhang-wei');
    await (await world.as('zhang-wei')).does(no, 'submit');
    const { deps } = service.backend;
    const lapsed = await statementsDuring(deps.db, () => world.moveTo('2024-08-01T09:00'));
    const own = lapsed.filter((statement) => /next_intent|record_lapse|record_outcome|record_intent/.test(statement));
    expect(own.map((statement) => /select (\w+)/.exec(statement)?.[1])).toEqual(lapse);
  });
});

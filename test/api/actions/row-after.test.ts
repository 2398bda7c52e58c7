import { beforeAll, describe, expect, it } from 'vitest';
import { type ApiWorld, paper, TestService } from '../service.ts';

let service: TestService;
let world: ApiWorld;
beforeAll(async () => {
  service = await TestService.shared();
  world = await service.world('2024-07-10T09:30');
});

const reason = '须写明理由';
const deficiencies = [{ item: 'contribution', clause: 'LN-4.1-c', expected: '请核对签字盖章时间。' }];

/** Acts, and reads the view at once afterwards: both must say the same, under the same ETag. */
async function actThenRead(account: string, no: string, { action, body }: { action: string; body?: unknown }) {
  const client = await world.as(account);
  const acted = await client.act(no, action, body ?? {});
  const read = await client.get(`/v1/applications/${no}`);
  expect({ action, status: acted.status, etag: acted.headers.get('etag') }).toEqual({
    action,
    status: 200,
    etag: read.headers.get('etag'),
  });
  const { warnings, ...view } = acted.body as Record<string, unknown>;
  expect(warnings).toEqual([]);
  expect(view).toEqual(read.body);
  return view;
}

/** What the unit confirms of an application it agrees to. */
const reviewed = ['inPost', 'conditions', 'itemByItem', 'sameSpecialty', 'retrieved', 'unitName'];

describe('the view that answers an action', () => {
  it('is the one that is read afterwards, at every step of an application', async () => {
    const no = await world.draft('zhang-wei');
    await actThenRead('zhang-wei', no, { action: 'submit', body: { checked: ['declassified'] } });
    await actThenRead('hr-liaobei', no, { action: 'return', body: { deficiencies, reason } });
    await actThenRead('zhang-wei', no, { action: 'submit', body: { checked: ['declassified'] } });
    await actThenRead('hr-liaobei', no, { action: 'agree', body: { checked: reviewed } });
    await actThenRead('group-liaobei', no, { action: 'select', body: { checked: ['groupDecided'] } });
    const posted = await actThenRead('hr-liaobei', no, {
      action: 'postPublicity',
      body: { checked: ['sealedAndProminent'], document: paper },
    });
    expect(posted).toMatchObject({ deadlines: [{ countedFrom: '2024-07-10', due: '2024-07-17' }, {}] });
    const objection = { named: true, name: '某人', body: '业绩与事实不符。' };
    const objected = await actThenRead('hr-liaobei', no, { action: 'recordObjection', body: objection });
    const { objections } = objected as { objections?: readonly { id: string }[] };
    const concluded = { objection: objections?.[0]?.id, upheld: false, reason };
    await actThenRead('hr-liaobei', no, { action: 'concludeObjection', body: concluded });
    await actThenRead('zhang-wei', no, { action: 'withdraw', body: { reason } });
  });

  it('is read anew where something else happened in between', async () => {
    const no = await world.draft('li-na');
    const applicant = await world.as('li-na');
    await applicant.does(no, 'submit');
    const hr = await world.as('hr-liaobei');
    const [agreed, withdrawn] = await Promise.all([
      hr.act(no, 'agree', { checked: reviewed }),
      applicant.act(no, 'withdraw', { reason }),
    ]);
    expect([agreed.status, withdrawn.status]).toContain(200);
    const last = await applicant.view(no);
    expect(withdrawn.status === 200 ? (withdrawn.body as { version: number }).version : last.version).toBe(
      last.version,
    );
  });
});

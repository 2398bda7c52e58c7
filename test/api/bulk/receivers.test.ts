import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { batchView } from '../../../api/bulk/bulk-schemas.ts';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { dalian2024 } from '../../../config/programmes/dalian-2024/index.ts';
import { programmes } from '../../../config/programmes.ts';
import { readDocx } from '../../support/docx.ts';
import { Dalian, listed, logistician, senior } from '../lives/dalian.ts';
import { draftIn } from '../lives/lianyungang.ts';
import { type Answer, type ApiClient, type ApiWorld, TestService } from '../service.ts';

let service: TestService;
beforeAll(async () => {
  service = await TestService.open({ programmes: new Map([...programmes, [listed.id, listed]]) });
});
afterAll(() => service.close());

/** What stands on the list of a batch for someone; null where it is not for them. */
async function listFor(client: ApiClient, answer: Answer): Promise<readonly string[] | null> {
  const { id } = answer.as(batchView);
  const response = await fetch(`${service.url}/v1/batches/${id}/document`, { headers: client.headers });
  return response.status === 200 ? readDocx(new Uint8Array(await response.arrayBuffer())).paragraphs : null;
}

/** Which of these accounts read the list of a batch. */
async function readersOf(world: ApiWorld, answer: Answer, accounts: readonly string[]): Promise<string[]> {
  const lists = await Promise.all(accounts.map(async (each) => listFor(await world.as(each), answer)));
  return accounts.filter((_, at) => lists[at] !== null);
}

const whereEachGoes = (answer: Answer) => {
  const { status, code, clauses, errors } = answer.as(problemSchema);
  return { status, code, clauses, errors: (errors ?? []).map(({ path, message }) => [path, message.zh]) };
};
const delivery = (items: readonly string[]) => ({ kind: 'paperDelivery', items });
const forwarding = (items: readonly string[]) => ({ kind: 'forwarding', items });
const everyone = ['hr-haiyun', 'seal-city', 'office-diit', 'talent-dalian', 'first-haizhou'];

describe('the list of a delivery in Dalian', { timeout: 120_000 }, () => {
  it('is addressed by the unit to the authority that reviews first, which reads it and not the organiser (DL-2.1.2-a)', async () => {
    const world = await service.world('2024-06-05T09:00');
    const dalian = await Dalian.settle(world);
    const [no, unsealed] = [await dalian.post('chen-jing'), await dalian.post('zhao-min')];
    await world.moveTo('2024-06-17T09:00');
    await dalian.seal(no);
    const hr = await world.as('hr-haiyun');
    const made = await hr.post('/v1/batches', delivery([no, unsealed]));
    expect(made.as(batchView)).toMatchObject({
      receiver: { role: 'preliminaryAuthority', office: 'dl-gaoxin' },
      items: [
        { no, status: 'accepted' },
        { no: unsealed, status: 'refused' },
      ],
    });
    const list = (await listFor(hr, made))?.join('\n');
    expect(list).toMatch(/共1份[\s\S]*申报材料共1份/);
    expect(list).toContain(no);
    expect(list, 'what was refused is not on the receipt').not.toContain(unsealed);
    expect(await listFor(hr, made)).toContain(
      '报送至：高新区人才服务中心（高新区海外学子创业园B座南侧负一层（流动人员人事档案馆））',
    );
    expect(await readersOf(world, made, everyone)).toEqual(['hr-haiyun', 'seal-city']);
    const receiver = await world.as('seal-city');
    const again = await receiver.get(`/v1/batches/${made.as(batchView).id}`);
    expect(again.as(batchView)).toMatchObject({
      receiver: { role: 'preliminaryAuthority', office: 'dl-gaoxin' },
      items: [{ no, status: 'accepted' }],
    });
    expect(again.as(batchView).items, 'what has not come to it is not there').toHaveLength(1);
    const members = await (await world.as('admin')).put(`/v1/units/${dalian.unit}/members`, { members: [] });
    expect(members.status).toBe(200);
    expect(await listFor(hr, made), 'who made it reads it no longer than the role lasts').toBeNull();
  });

  it('is refused before anything is sent where it would go to two authorities, and says who goes where (DL-1.2-c, DL-2.1.2-a)', async () => {
    const world = await service.world('2024-06-05T09:00');
    const dalian = await Dalian.settle(world);
    const [hr, admin] = [await world.as('hr-haiyun'), await world.as('admin')];
    const before = await dalian.post('chen-jing');
    const moved = { territory: 'dl-xigang', supervisor: null, agencyClient: false };
    expect((await admin.put(`/v1/units/${dalian.unit}/place`, moved)).status).toBe(200);
    const after = await dalian.post('zhao-min');
    await world.moveTo('2024-06-17T09:00');
    await dalian.seal(before);
    await dalian.seal(after);
    const office = (id: string) => dalian2024.offices.find((each) => each.id === id)?.name.zh;
    expect(whereEachGoes(await hr.post('/v1/batches', delivery([before, after])))).toEqual({
      status: 422,
      code: 'INVALID_DATA',
      clauses: ['DL-2.1.2-a'],
      errors: [
        ['/items/0', `报送至：${office('dl-gaoxin')}。`],
        ['/items/1', `报送至：${office('dl-xigang')}。`],
      ],
    });
    expect((await hr.view(before)).stage.steps).toEqual(['recommend', 'sealUnit']);
    const alone = await hr.post('/v1/batches', delivery([after]));
    expect(alone.as(batchView)).toMatchObject({ receiver: { office: 'dl-xigang' }, items: [{ status: 'accepted' }] });
  });

  it('is addressed when forwarded to the organiser, or to the centre that reports to the province, and never to both (DL-2.2.4-a, DL-2.2.4-c)', async () => {
    const world = await service.world('2024-06-05T09:00');
    const dalian = await Dalian.settle(world);
    const [hr, authority] = [await world.as('hr-haiyun'), await world.as('seal-city')];
    const here = await dalian.post('chen-jing', senior);
    const away = await dalian.post('zhao-min', logistician);
    await world.moveTo('2024-06-17T09:00');
    for (const no of [here, away]) {
      await dalian.seal(no);
      await hr.does(no, 'handOver');
      await authority.does(no, 'pass');
    }
    await world.moveTo('2024-07-22T09:00');
    expect(whereEachGoes(await authority.post('/v1/batches', forwarding([here, away])))).toMatchObject({
      status: 422,
      clauses: ['DL-2.2.4-a', 'DL-2.1.4-a'],
      errors: [
        ['/items/0', expect.stringContaining('工程')],
        ['/items/1', '报送至：大连市就业和人才服务中心。'],
      ],
    });
    expect((await authority.view(here)).stage.key).toBe('FORWARDING');
    const stays = await authority.post('/v1/batches', forwarding([here]));
    expect(stays.as(batchView).receiver).toEqual({ role: 'committeeOrganiser', office: 'dl-organiser-engineering' });
    expect(await readersOf(world, stays, everyone)).toEqual(['seal-city', 'office-diit']);
    const goes = await authority.post('/v1/batches', forwarding([away]));
    expect(goes.as(batchView).receiver).toEqual({ role: 'talentCentre', office: 'dl-talent-centre' });
    expect(await listFor(authority, goes)).toContain('报送至：大连市就业和人才服务中心');
    expect(await readersOf(world, goes, everyone)).toEqual(['seal-city', 'talent-dalian']);
  });
});

describe('a delivery by list in Lianyungang', () => {
  it('is refused: what the unit has posted reaches the reviewers online and nobody takes a list', async () => {
    const world = await service.world('2024-06-03T09:00');
    const no = await draftIn(world, 'shen-yan');
    await (await world.as('shen-yan')).does(no, 'submit');
    const hr = await world.as('hr-express');
    expect(whereEachGoes(await hr.post('/v1/batches', delivery([no])))).toMatchObject({
      status: 422,
      code: 'INVALID_DATA',
      errors: [['/items/0', '无须报送。']],
    });
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { postingView } from '../../../api/postings/postings-schemas.ts';
import { arrived, CommitteeDesk } from '../lives/lianyungang.ts';
import { type ApiWorld, TestService } from '../service.ts';

let service: TestService;
beforeAll(async () => {
  service = await TestService.open();
});
afterAll(() => service.close());

const page = z.object({ items: z.array(postingView) });

/** What everybody reads on the boards. */
async function boards(world: ApiWorld) {
  const { items } = (await world.anyone.get('/v1/postings')).as(page);
  return items.map(({ id, kind, office, items: on }) => ({ id, kind, office, nos: on.map(({ no }) => no) }));
}

describe('what an office posts of one application alone', { timeout: 120_000 }, () => {
  it('LYG-4.4-d: is on the board for everybody to see and to object to, before the review and with the result', async () => {
    const world = await service.world('2024-06-03T09:00');
    const no = await arrived(world);
    const hr = await world.as('hr-express');
    const office = await world.as('office-postal');
    const desk = await CommitteeDesk.at(world, 'row-60', 'office-postal');
    await desk.publish();
    await office.does(no, 'pass');
    expect(await boards(world)).toEqual([]);
    await office.does(no, 'postPublicity');
    const [board, ...others] = await boards(world);
    expect(others).toEqual([]);
    expect(board).toMatchObject({ kind: 'preReview', nos: [no] });
    const objection = { no, named: false, body: '业绩不实' };
    expect((await world.anyone.post(`/v1/postings/${board?.id}/objections`, objection)).status).toBe(201);
    expect((await office.view(no)).objections).toMatchObject([{ body: '业绩不实' }]);
    // HR reads what was said against its own posting alone: this one may accuse HR.
    expect((await hr.view(no)).objections).toEqual([]);
    expect(JSON.stringify((await hr.get(`/v1/applications/${no}/events`)).body)).not.toContain('业绩不实');

    await world.moveTo('2024-10-01T09:00');
    await desk.report('2024-10-15');
    await desk.consent('2024-10-15');
    await world.moveTo('2024-10-15T09:00');
    await office.does(no, 'recordResult', { passed: true, heldOn: '2024-10-15' });
    await office.does(no, 'postPublicity');
    expect(await boards(world)).toMatchObject([{ kind: 'result', nos: [no] }]);
  });
});

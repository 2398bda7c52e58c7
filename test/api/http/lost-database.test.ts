import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { drizzle } from 'drizzle-orm/postgres-js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { receiptView } from '../../../api/actions/receipts-schemas.ts';
import { createApp } from '../../../api/app.ts';
import { applicationView } from '../../../api/applications/applications-schemas.ts';
import { objectionView, postedView } from '../../../api/postings/postings-schemas.ts';
import type { Db } from '../../../db/connection.ts';
import { ApiClient, type ApiWorld, TestService } from '../service.ts';

let service: TestService;
let world: ApiWorld;
beforeAll(async () => {
  service = await TestService.open();
  world = await service.world('2024-07-08T09:00');
});
afterAll(() => service.close());

/** Does something as a client whose service cannot read the database any more once it has begun to record an action. */
async function cutOff<T>(client: ApiClient, work: (cut: ApiClient) => Promise<T>): Promise<T> {
  const { services } = service;
  const { db, deps } = services;
  let gone = false;
  const lost = () => Promise.reject(Object.assign(new Error('away'), { code: 'CONNECTION_CLOSED' }));
  // What drizzle asks for goes by `unsafe`, rows by `values` of what that gives.
  const cutting = (sql: Db['sql']): Db['sql'] =>
    new Proxy(sql, {
      apply: (target, self, given) => (gone ? lost() : Reflect.apply(target, self, given)),
      get: (target, name) => (gone && name === 'unsafe' ? () => ({ values: lost }) : Reflect.get(target, name)),
    });
  const reading = cutting(db.sql);
  const recording = new Proxy(db.sql, {
    apply: (sql, self, given) => {
      gone = true;
      return Reflect.apply(sql, self, given);
    },
  });
  const { app } = createApp({
    ...services,
    db: { ...db, sql: reading, short: cutting(db.short), orm: drizzle(reading) },
    deps: { ...deps, db: { ...db, sql: recording } },
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    return await work(
      new ApiClient({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }, client.headers),
    );
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

describe('a database that goes away once the action is recorded', () => {
  it('makes a receipt, never a 503 that says nothing was recorded', async () => {
    const no = await world.draft('zhao-min');
    await (await world.as('zhao-min')).does(no, 'submit');
    const hr = await world.as('hr-haiyun');
    const deficiencies = [{ item: 'a1', clause: 'LN-5.2.1-a', expected: '补充' }];
    const recorded = await cutOff(hr, (cut) => cut.act(no, 'return', { deficiencies }));
    expect(recorded.status).toBe(202);
    const { intent } = recorded.as(receiptView);
    expect(intent).toMatchObject({ no, action: 'return', state: 'recorded' });
    expect(intent.receivedAt).toMatch(/^2024-07-08T09:/);
    expect(recorded.headers.get('location')).toBe(`/v1/intents/${intent.id}`);
    expect((await hr.get(`/v1/intents/${intent.id}`)).as(applicationView).deficiencies).toHaveLength(1);
  });

  it('does not turn an objection that was received into a failure because its answer cannot be kept', async () => {
    const no = await world.draft('zhang-wei');
    const hr = await world.as('hr-liaobei');
    await (await world.as('zhang-wei')).does(no, 'submit');
    await hr.does(no, 'agree');
    await (await world.as('group-liaobei')).does(no, 'select');
    const document = { decidingMeeting: '总经理办公会议', contactPerson: '高洁', telephone: '024-12345678' };
    const { link } = (
      await hr.post('/v1/postings', { kind: 'unit', checked: ['sealedAndProminent'], items: [no], document })
    ).as(postedView);
    const key = randomUUID();
    const body = { no, named: false, body: '匿名异议' };
    const received = await cutOff(world.anyone, (cut) => cut.post(`${link}/objections`, body, { key }));
    expect([received.status, received.as(objectionView).objection.no]).toEqual([201, no]);
    expect((await hr.view(no)).objections).toHaveLength(1);
  });
});

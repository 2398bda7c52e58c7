import { beforeAll, expect, it } from 'vitest';
import { warmUp } from '../../support/statements/statement-count.ts';
import { Ledger } from '../actions/ledger.ts';
import { TestService } from '../service.ts';
import { planned } from './meeting.ts';

let service: TestService;
beforeAll(async () => {
  service = await TestService.shared();
  await warmUp(service.services.db);
});

/** Who calls; the session with what the caller is to it; the intent; everything the step looks at; the outcome. */
const most = { step: 5, read: 2, list: 2 } as const;

it('a step of a session over HTTP sends four statements beside the one that says who calls', async () => {
  const world = await service.world('2024-09-02T09:00');
  const office = await world.as('office-diit');
  const path = await planned(office, {
    programme: 'liaoning-diit-2024',
    committee: 'ln-diit-office',
    meetingOn: '2024-10-21',
  });
  const ledger = new Ledger(service.services.db);
  for (const name of ['publishNotice', 'accept'])
    await ledger.sends(name, most.step, () => office.post(`${path}/actions/${name}`));
  await ledger.sends('read', most.read, () => office.get(path));
  await ledger.sends('list', most.list, () => office.get('/v1/sessions'));
  const cancel = () => office.post(`${path}/actions/cancel`, { reason: '评委人数不足' });
  await ledger.sends('cancel', most.step, cancel);
  expect(ledger.over).toEqual({});
});

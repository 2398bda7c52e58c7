import { expect, it } from 'vitest';
import { lianyungangWays } from '../lives/lianyungang-ways.ts';
import { eventsOfLife } from '../support/event-count.ts';

it('a whole life in Lianyungang, with one correction, is 117 events from the first submission to the certificate', {
  timeout: 60_000,
}, async () => {
  const [way] = lianyungangWays;
  if (!way) throw new Error('there is no way through Lianyungang');
  const { untilCertificate, row } = await eventsOfLife(way);
  expect(untilCertificate).toBe(117);
  expect(row).toMatchObject({ outcome: 'CERTIFIED' });
});

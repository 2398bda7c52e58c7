import { expect, it } from 'vitest';
import { certifiedWithOneCorrection } from '../../ops/lives/lianyungang/committee.ts';
import { eventsOfLife } from '../lives/histories/event-count.ts';

it('a whole life in Lianyungang, with one correction, is 117 events from the first submission to the certificate', {
  timeout: 60_000,
}, async () => {
  const { untilCertificate, row } = await eventsOfLife(certifiedWithOneCorrection);
  expect(untilCertificate).toBe(117);
  expect(row).toMatchObject({ outcome: 'CERTIFIED' });
});

import { expect, it } from 'vitest';
import { midCertified, seniorCertified } from '../../ops/lives/dalian/reviewed.ts';
import { eventsOfLife } from '../lives/histories/event-count.ts';

it.each([
  [102, 'a senior', seniorCertified],
  [107, 'an engineer of mid level, whose originals are handed back', midCertified],
])(
  'a whole life in Dalian is %i events for %s',
  async (events, _who, life) => {
    const { untilCertificate, row } = await eventsOfLife(life);
    expect(untilCertificate).toBe(events);
    expect(row).toMatchObject({ outcome: 'CERTIFIED' });
  },
  60_000,
);

import { expect, it } from 'vitest';
import { dalianWays } from '../lives/dalian-ways.ts';
import { eventsOfLife } from '../support/event-count.ts';

it.each([
  [102, 'a senior', 'dalian a senior certified, posted on the latest day'],
  [
    107,
    'an engineer of mid level, whose originals are handed back',
    'dalian an engineer of mid level certified without a defence',
  ],
])(
  'a whole life in Dalian is %i events for %s',
  async (events, _who, name) => {
    const way = dalianWays.find((each) => each.name === name);
    if (!way) throw new Error(`no way ${name}`);
    const { untilCertificate, row } = await eventsOfLife(way);
    expect(untilCertificate).toBe(events);
    expect(row).toMatchObject({ outcome: 'CERTIFIED' });
  },
  60_000,
);

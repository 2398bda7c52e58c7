import { createClient } from '../../../ops/demo/client/client.ts';
import type { Play } from '../../../ops/demo/life.ts';
import type { Cast } from '../../../ops/demo/people.ts';
import { begin, type Played } from '../../../ops/demo/played.ts';
import { walk } from '../../../ops/demo/steps/walk.ts';
import { openWorld } from '../../../ops/demo/world.ts';
import type { Step } from '../../../ops/lives/life.ts';
import type { ApiWorld } from '../service.ts';

const nothing = () => {};
const show: Play['show'] = {
  heading: nothing,
  row: nothing,
  latest: () => 0,
  note: nothing,
  aside: nothing,
  line: nothing,
};

/** What the demonstration plays with, in a world of a test; nothing is printed. */
export async function playIn(world: ApiWorld): Promise<Play> {
  const client = createClient({ base: world.service.url, patienceMs: 60_000, waiting: nothing });
  return { world: await openWorld(client, world.id), show };
}

/** The application of a life, which takes steps over HTTP as the demonstration takes them. */
export type Walker = { readonly no: string; readonly takes: (...steps: readonly Step[]) => Promise<void> };

/** The draft of a life. */
export async function walker(world: ApiWorld, cast: Cast, played: Omit<Played, 'cast'>): Promise<Walker> {
  const one = await begin(await playIn(world), played);
  return { no: one.no, takes: (...steps) => walk({ one, cast, steps }) };
}

import type { AccountList } from '../../api/demo/demo-schemas.ts';
import { ok } from './client/answers.ts';
import type { Answer, Ask, Client } from './client/client.ts';
import { Unexpected } from './client/expect.ts';

/** A clock world of the service: its time, and requests in the name of its people. */
export type World = {
  readonly id: string;
  /** The time of the world as far as the client knows it, epoch ms. */
  readonly now: () => number;
  /** Moves the world to a wall-clock time in China, `2024-07-18T08:00`. */
  readonly advance: (wallClock: string) => Promise<void>;
  readonly person: (account: string) => AccountList['items'][number];
  readonly ask: (account: string, ask: Ask) => Promise<Answer>;
  readonly client: Client;
};

type Clock = { readonly id: string; readonly now: string };

/** A wall-clock time in China as an instant, RFC 3339. */
const instantOf = (wallClock: string): string => `${wallClock.length === 16 ? `${wallClock}:00` : wallClock}+08:00`;

/** Makes a clock world that begins at a wall-clock time in China. */
export async function createWorld(client: Client, startAt: string): Promise<World> {
  const body = { startAt: instantOf(startAt) };
  const { id } = ok<Clock>('new clock world', await client({ method: 'POST', path: '/demo/clocks', body }));
  return await openWorld(client, id);
}

/** A clock world that exists. */
export async function openWorld(client: Client, id: string): Promise<World> {
  const path = `/demo/clocks/${id}`;
  const found = ok<AccountList>('accounts', await client({ method: 'GET', path: '/demo/accounts', clock: id }));
  const people = new Map(found.items.map((each) => [each.account, each]));
  const tokens = new Map<string, string>();
  let offsetMs = 0;
  const readClock = async () => {
    const { now } = ok<Clock>('clock', await client({ method: 'GET', path }));
    offsetMs = Date.parse(now) - Date.now();
  };
  const signIn = async (account: string): Promise<string> => {
    const known = tokens.get(account);
    if (known !== undefined) return known;
    const answer = await client({ method: 'POST', path: '/demo/token', body: { account }, clock: id });
    const { token } = ok<{ token: string }>(`token of ${account}`, answer);
    tokens.set(account, token);
    return token;
  };
  await readClock();
  return {
    id,
    client,
    now: () => Date.now() + offsetMs,
    advance: async (wallClock) => {
      ok('advance', await client({ method: 'POST', path, body: { advanceTo: instantOf(wallClock) } }));
      await readClock();
    },
    person: (account) => {
      const person = people.get(account);
      if (!person) throw new Unexpected(`the service has no account ${account}`);
      return person;
    },
    ask: async (account, ask) => client({ ...ask, token: await signIn(account), clock: id }),
  };
}

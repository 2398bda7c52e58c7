import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { portIsFree, whyNotListen } from '../../../ops/servers/ports.ts';

describe('a port', () => {
  it('that another program listens on is reported as taken, and as free once that one has ended', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    expect(await whyNotListen(port, '127.0.0.1')).toBe(
      `PORT: ${port} on 127.0.0.1 is taken by another program; set PORT to a free one`,
    );
    expect(await portIsFree(port)).toBe(false);
    server.close();
    await once(server, 'close');
    expect(await whyNotListen(port, '127.0.0.1')).toBeNull();
  });

  it.each(['192.0.2.1', 'no-such-host.invalid'])(
    'of %s, which is no address of the machine, blames HOST',
    async (host) => {
      expect(await whyNotListen(0, host)).toMatch(new RegExp(`^HOST: ${host} is not an address of this machine`));
    },
  );
});

import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createApp } from '../../../api/app.ts';
import type { ClamdAddress } from '../../../api/attachments/clamd.ts';
import { openScanner } from '../../../api/attachments/scanner.ts';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { maxFileBytes } from '../../../api/http/limits.ts';
import { pdf } from '../../../ops/demo/steps/files.ts';
import { clamdProgram, eicar, mark, speaksClamd, startClamd } from '../../support/servers/clamd.ts';
import { ApiClient, TestService } from '../service.ts';

const readiness = z.object({ degraded: z.boolean(), virusScanner: z.object({ ok: z.boolean(), detail: z.string() }) });

let no: string;
let headers: Readonly<Record<string, string>>;
beforeAll(async () => {
  const world = await (await TestService.shared()).world('2024-07-01T09:00');
  no = await world.draft('zhang-wei');
  headers = (await world.as('zhang-wei')).headers;
});

/** The API with this scanner beside the same servers, while `work` runs. */
async function scanning<T>(address: ClamdAddress, work: (client: ApiClient) => Promise<T>): Promise<T> {
  const { services } = await TestService.shared();
  const { app } = createApp({ ...services, scanner: openScanner(address, pino({ level: 'silent' })) });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  try {
    return await work(new ApiClient({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }, headers));
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

function send(client: ApiClient, content: Blob, key: string = randomUUID()) {
  const form = new FormData();
  form.set('kind', 'evidence');
  form.set('file', content, 'a.pdf');
  return client.post(`/v1/applications/${no}/attachments`, form, { key });
}

/** A PDF with a comment behind its end, where readers do not look and scanners do. */
const withMark = (mark: string) => new Blob([pdf('a page'), `%${mark}\n`]);

describe('with a scanner', () => {
  it('every file is sent to it whole, and kept where it finds nothing', async () => {
    const clamd = await speaksClamd(() => 'stream: OK');
    const large = new Blob([pdf('a page'), new Uint8Array(maxFileBytes - 2000)]);
    expect((await scanning(clamd, (client) => send(client, large))).status).toBe(201);
    const whole = Buffer.from(await large.arrayBuffer());
    expect(clamd.files.map((file) => file.equals(whole))).toEqual([true]);
    clamd.server.close();
  });

  it('a file in which it finds a virus is refused by the name of the virus', async () => {
    const clamd = await speaksClamd((file) =>
      file.includes('mark of one') ? 'stream: Win.Test-1 FOUND' : 'stream: OK',
    );
    await scanning(clamd, async (client) => {
      const refused = (await send(client, withMark('mark of one'))).as(problemSchema);
      expect([refused.status, refused.errors[0]?.path]).toEqual([422, '/file']);
      expect(refused.errors[0]?.message.zh).toContain('Win.Test-1');
      expect((await send(client, withMark('nothing'))).status).toBe(201);
    });
    clamd.server.close();
  });

  it.each([
    ['hangs up', null],
    ['says that the file is too large', 'INSTREAM size limit exceeded. ERROR'],
    ['says something else', 'stream: maybe'],
  ])('no file is taken while it %s; the same key is tried again, and taken afterwards', async (_, says) => {
    let down = true;
    const clamd = await speaksClamd(() => (down ? says : 'stream: OK'));
    await scanning(clamd, async (client) => {
      const key = randomUUID();
      const refused = await send(client, pdf('a page'), key);
      expect(refused.as(problemSchema)).toMatchObject({ status: 503, code: 'SCANNER_UNAVAILABLE' });
      expect(refused.headers.get('retry-after')).toBe('30');
      down = false;
      expect((await send(client, pdf('a page'), key)).status).toBe(201);
    });
    clamd.server.close();
  });

  it('no file is taken where nobody listens, and readyz says so', async () => {
    const { server, ...address } = await speaksClamd(() => 'stream: OK');
    server.close();
    await once(server, 'close');
    await scanning(address, async (client) => {
      expect((await send(client, pdf('a page'))).status).toBe(503);
      const { degraded, virusScanner } = readiness.parse((await client.get('/readyz')).body);
      expect([degraded, virusScanner.ok]).toEqual([true, false]);
    });
  });
});

it('without one, readyz says that none is set', async () => {
  const service = await TestService.shared();
  const { virusScanner } = readiness.parse((await new ApiClient(service, {}).get('/readyz')).body);
  expect(virusScanner).toEqual({ ok: true, detail: 'none is set (CLAMD)' });
});

if (!clamdProgram) console.warn('there is no clamd on this machine: its protocol alone is tested');
it.skipIf(!clamdProgram)(
  'a real clamd finds the test file of the scanners in a PDF, and what it finds is refused',
  async () => {
    const clamd = await startClamd(clamdProgram ?? '');
    const scanner = openScanner(clamd, pino({ level: 'silent' }));
    expect(await scanner?.virusIn(Buffer.from(await withMark(eicar).arrayBuffer()))).toBe('Test.Eicar.UNOFFICIAL');
    expect(await scanner?.virusIn(Buffer.from(await pdf('a page').arrayBuffer()))).toBeNull();
    await scanning(clamd, async (client) => {
      const refused = (await send(client, withMark(mark))).as(problemSchema);
      expect([refused.status, refused.errors[0]?.message.zh.includes('Test.Mark')]).toEqual([422, true]);
      expect((await send(client, pdf('a page'))).status).toBe(201);
      const { virusScanner } = readiness.parse((await client.get('/readyz')).body);
      expect(virusScanner).toEqual({ ok: true, detail: 'answers' });
    });
    await clamd.stop();
  },
);

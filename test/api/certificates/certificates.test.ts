import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { codeOf } from '../../../api/certificates/certificate-blocks.ts';
import { certificateCheck, certificateView } from '../../../api/certificates/certificates-schemas.ts';
import { unknownCertificates } from '../../../api/http/request/rate-limit.ts';
import { untilDossier } from '../lives/liaoning.ts';
import { type ApiClient, type ApiWorld, TestService } from '../service.ts';

const number = 'LN2024001';

async function certified(world: ApiWorld): Promise<string> {
  const no = await untilDossier(world);
  const office = await world.as('office-diit');
  await office.does(no, 'confirmDossier');
  await office.does(no, 'recordResult', { passed: true, quantified: 8_000, defence: 9_000 });
  await office.does(no, 'postPublicity');
  await world.moveTo('2024-08-20T09:00');
  await office.does(no, 'certify', { certificate: number });
  return no;
}

async function revoke(office: ApiClient, no: string): Promise<void> {
  const facts = '经核查，所附验收证明系伪造。';
  const cases = `/v1/applications/${no}/integrity-cases`;
  const steps = [
    ['', { ground: 'report', facts }],
    ['/1/actions/investigate', {}],
    ['/1/actions/notify', { facts, hearBy: '2024-08-30' }],
    ['/1/actions/hear', { facts: '本人承认。' }],
    ['/1/actions/uphold', { facts }],
  ] as const;
  for (const [path, body] of steps) expect((await office.post(`${cases}${path}`, body)).status).toBeLessThan(300);
}

it('LN-9.2-a LN-5.1-c: anyone who holds the code asks whether a certificate is valid, and nobody finds one by trying', {
  timeout: 180_000,
}, async () => {
  const service = await TestService.open();
  const world = await service.world('2024-07-01T09:00');
  const no = await certified(world);
  const [holder, office] = [await world.as('zhang-wei'), await world.as('office-diit')];
  const own = (await holder.get(`/v1/applications/${no}/certificate`)).as(certificateView);
  expect(own).toMatchObject({ number, state: 'valid', issuedOn: '2024-08-20', revokedOn: null });
  expect(own.code).toMatch(/^[0-9a-f]{32}$/);
  expect((await (await world.as('hr-north')).get(`/v1/applications/${no}/certificate`)).status).toBe(404);

  const paper = `/v1/applications/${no}/certificate/paper`;
  const file = await fetch(`${service.url}${paper}`, { headers: holder.headers });
  const parts = unzipSync(new Uint8Array(await file.arrayBuffer()));
  const code = Object.entries(parts).find(([name]) => name.includes('media/'))?.[1] ?? new Uint8Array();
  expect(Buffer.from(code).equals(codeOf(`${service.url}${own.link}`).bytes)).toBe(true);
  const printed = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  for (const words of [number, '张蔚', '2024年8月20日']) expect(printed).toContain(words);
  expect((await (await world.as('hr-north')).get(paper)).status).toBe(404);

  const asked = await world.anyone.get(own.link);
  expect(asked.as(certificateCheck)).toMatchObject({ state: 'valid', name: '张＊', level: 'deputySenior' });
  const words = JSON.stringify(asked.body);
  for (const secret of [number, no, '张蔚', '辽北']) expect(words, secret).not.toContain(secret);

  await revoke(office, no);
  const revoked = (await world.anyone.get(own.link)).as(certificateCheck);
  expect(revoked).toMatchObject({ state: 'revoked', issuedOn: '2024-08-20', revokedOn: '2024-08-20' });
  expect((await (await service.world('2024-07-01T09:00')).anyone.get(own.link)).status, 'another world').toBe(404);

  const guesses = Array.from(
    { length: unknownCertificates.atMost },
    (_, at) => `/v1/certificates/${'0'.repeat(20)}${at}`,
  );
  const answers: number[] = [];
  for (const guess of guesses) answers.push((await world.anyone.get(guess)).status);
  expect(new Set(answers.slice(0, -1))).toEqual(new Set([404]));
  const late = await world.anyone.get('/v1/certificates/none');
  expect(late.status).toBe(429);
  expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await world.anyone.get(own.link)).status, 'who has the code is not kept waiting').toBe(200);

  // What an installation has that issued certificates before they had codes: the migration gives each its code.
  const { sql } = service.services.db;
  await sql`delete from certificates`;
  const migration = await readFile('db/migrations/0014_certificates.sql', 'utf8');
  await sql.unsafe(migration.split('--> statement-breakpoint').at(-1) ?? '');
  const again = (await holder.get(`/v1/applications/${no}/certificate`)).as(certificateView);
  expect(again).toMatchObject({ number, state: 'revoked', issuedOn: '2024-08-20' });
  expect(service.backend.alarms).toEqual([]);
  await service.close();
});

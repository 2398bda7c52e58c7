import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applicationView } from '../../../api/applications/applications-schemas.ts';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { unitSchema } from '../../../api/people/units/units-schemas.ts';
import { programmes } from '../../../config/programmes.ts';
import { publishProgramme } from '../../../db/programmes/publish.ts';
import { demoPersonId } from '../../../db/worlds/demo-worlds.ts';
import type { Programme } from '../../../domain/programme/programme.ts';
import { invented } from '../../domain/programmes/islands.ts';
import { readDocx } from '../../support/docx.ts';
import { type ApiClient, type ApiWorld, TestService, wholeForm } from '../service.ts';

/** The invented programme, in which the unit itself posts. */
const islands: Programme = {
  ...invented,
  stages: invented.stages.map((stage) => (stage.key === 'BOARD' ? { ...stage, role: 'unitHr' as const } : stage)),
};

let service: TestService;
let world: ApiWorld;
beforeAll(async () => {
  service = await TestService.open({ programmes: new Map([...programmes, [islands.id, islands]]) });
  await publishProgramme(service.services.db, islands, 'refused');
  world = await service.world('2025-09-22T09:00');
});
afterAll(() => service.close());

/** A unit whose personnel department and the harbour’s office act through accounts of the demonstration. */
async function settled(): Promise<string> {
  const made = await (await world.as('admin')).post('/v1/units', { name: '引航站（虚构）', employerClass: 'private' });
  const { id } = made.as(unitSchema);
  const { db, vault } = service.services;
  for (const [account, role, scope] of [
    ['hr-haiyun', 'unitHr', `unit:${id}`],
    ['office-diit', 'association', 'office:lighthouse'],
  ] as const)
    await db.sql`insert into grants (person, role, scope) values (${demoPersonId(vault, account, world.id)}, ${role}, ${scope})`;
  return id;
}

async function form({ headers }: ApiClient, no: string) {
  const response = await fetch(`${service.url}/v1/applications/${no}/documents/evaluationForm`, { headers });
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (response.status !== 200) return problemSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  return { status: 200, clauses: [], paragraphs: readDocx(bytes).paragraphs };
}

describe('a programme that nobody has ever seen, over HTTP', () => {
  it('posts by its own template and prints its own paper, and every refusal names its own rules', async () => {
    const employer = await settled();
    const [applicant, hr, harbour] = [
      await world.as('chen-jing'),
      await world.as('hr-haiyun'),
      await world.as('office-diit'),
    ];
    const wish = { programme: islands.id, series: 'navigation', specialty: 'pilotage', level: 'mid', employer };
    const drafted = await applicant.post('/v1/applications', { ...wish, status: 'inService', yearsInProvince: 3 });
    const { no } = drafted.as(applicationView);
    const written = await applicant.put(`/v1/applications/${no}/form`, wholeForm);
    expect([written.status, written.body]).toMatchObject([200, { missing: [] }]);
    await applicant.does(no, 'submit');
    await hr.does(no, 'recommend', { choice: 'calm' });
    await hr.does(no, 'handOver');
    await world.moveTo('2025-09-30T09:00');
    const document = { decidingMeeting: '船长会议', contactPerson: '王某', telephone: '0411-0000000' };
    const post = (more: object, lastDay?: string) =>
      hr.post('/v1/postings', {
        kind: 'unit',
        items: [no],
        document: { ...document, ...more },
        ...(lastDay ? { lastDay } : {}),
      });
    const bare = (await post({}, '2025-10-09')).as(problemSchema);
    expect(bare).toMatchObject({ status: 422, code: 'PUBLICITY_TOO_SHORT', clauses: ['XX-1-b', 'XX-3-c', 'XX-3-d'] });
    expect((await post({ contents: ['航程'] })).status).toBe(201);
    expect((await hr.view(no)).stage).toMatchObject({ phase: 'posted', lastDay: '2025-10-10' });

    await world.moveTo('2025-10-11T09:00');
    await applicant.does(no, 'submit');
    const locked = await applicant.put(`/v1/applications/${no}/form`, wholeForm);
    expect([locked.status, locked.as(problemSchema).clauses]).toEqual([409, ['XX-2-c']]);
    expect(await form(applicant, no)).toMatchObject({ status: 409, clauses: ['XX-4-b'] });
    await harbour.does(no, 'approve');
    const printed = await form(applicant, no);
    expect('paragraphs' in printed && printed.paragraphs).toEqual(
      expect.arrayContaining(['风平浪静', '2025年9月30日至2025年10月10日', '航程']),
    );
  });
});

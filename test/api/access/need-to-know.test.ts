import { beforeAll, describe, expect, it } from 'vitest';
import { applicationList } from '../../../api/applications/list-schemas.ts';
import { formSchema } from '../../../api/form/form-schemas.ts';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { gaoxin, haizhou, liaobei } from '../../../ops/demo/people.ts';
import type { Played } from '../../../ops/demo/played.ts';
import { midCertified } from '../../../ops/lives/dalian/reviewed.ts';
import { certifiedWithOneCorrection } from '../../../ops/lives/lianyungang/committee.ts';
import { untilSession } from '../../../ops/lives/lianyungang/steps.ts';
import { certified } from '../../../ops/lives/liaoning/certified.ts';
import { before, startOf, upTo } from '../../../ops/lives/life.ts';
import { CommitteeDesk } from '../lives/lianyungang.ts';
import { walker } from '../lives/play.ts';
import { type ApiClient, TestService } from '../service.ts';

let service: TestService;
beforeAll(async () => {
  service = await TestService.shared();
});

/** A life, with the office accounts that act on it and the stage in which it comes to each, and one office to which it never comes. */
type Known = Played & {
  readonly year?: true;
  readonly offices: Readonly<Record<string, string>>;
  readonly never: string;
};

const lives: readonly (readonly [string, Known])[] = [
  [
    'Liaoning',
    {
      life: certified,
      steps: upTo(certified.steps, 'uploadStampedPage'),
      by: 'zhang-wei',
      cast: liaobei,
      offices: { 'office-diit': 'ONLINE_REVIEW', 'seal-sasac': 'AUTHORITY_SEALING' },
      never: 'association',
    },
  ],
  [
    'Dalian',
    {
      life: midCertified,
      steps: before(midCertified.steps, 'recordResult'),
      by: 'chen-jing',
      cast: gaoxin,
      offices: { 'first-gaoxin': 'PRELIMINARY_REVIEW', 'organiser-engineering': 'RE_REVIEW' },
      never: 'talent-dalian',
    },
  ],
  [
    'Lianyungang',
    {
      life: certifiedWithOneCorrection,
      steps: untilSession,
      year: true,
      by: 'xu-lei',
      cast: haizhou,
      offices: {
        'first-haizhou': 'PRELIMINARY_REVIEW',
        'office-postal': 'OFFICE_RECHECK',
        'title-office': 'OFFICE_RECHECK',
      },
      never: 'office-finance',
    },
  ],
];

/** Every address under an application that is read, with what a path needs beside its number. */
function addressesOf(no: string, file: string): readonly string[] {
  const values: Readonly<Record<string, string>> = { no, id: file, kind: 'evaluationForm' };
  return service.routes
    .filter(({ method, path }) => method === 'get' && path.startsWith('/v1/applications/:no'))
    .map(({ path }) => path.replaceAll(/:(\w+)/g, (_, name: string) => values[name] ?? '1'));
}

/** Every act on an application, and what else is posted about one. */
const posts = (no: string): readonly string[] => [
  ...['pass', 'return', 'refuse', 'acceptLate', 'spotCheck', 'cancel', 'withdraw'].map(
    (name) => `/v1/applications/${no}/actions/${name}`,
  ),
  `/v1/applications/${no}/integrity-cases`,
];

const lists = async (client: ApiClient, no: string): Promise<boolean> =>
  (await client.get('/v1/applications?limit=100')).as(applicationList).items.some((each) => each.no === no);

/** Nothing of the application is there for somebody. */
async function expectNothing(client: ApiClient, no: string, paths: readonly string[]): Promise<void> {
  const read = await Promise.all(paths.map(async (path) => [path, (await client.get(path)).status] as const));
  expect(read.filter(([, status]) => status !== 404)).toEqual([]);
  const acted = await Promise.all(posts(no).map(async (path) => [path, (await client.post(path, {})).status] as const));
  expect(acted.filter(([, status]) => status !== 404)).toEqual([]);
  expect(await lists(client, no)).toBe(false);
  const batch = await client.post('/v1/batches', { kind: 'forwarding', items: [no] });
  const posting = await client.post('/v1/postings', { kind: 'preReview', items: [no] });
  for (const refused of [batch, posting]) {
    expect(refused.status).toBe(422);
    expect(refused.as(problemSchema).errors).toMatchObject([{ path: '/items/0' }]);
  }
}

/** The application is there: what everybody reads to whom it has come. */
async function expectRead(client: ApiClient, no: string): Promise<void> {
  const paths = ['', '/status', '/form', '/events', '/eligibility', '/completeness'];
  const read = await Promise.all(paths.map(async (path) => (await client.get(`/v1/applications/${no}${path}`)).status));
  expect(read).toEqual(paths.map(() => 200));
  expect(await lists(client, no)).toBe(true);
}

describe('an office has nothing of an application before it comes to it', { timeout: 240_000 }, () => {
  it.each(lives)('%s', async (_where, { life, steps = life.steps, by, cast, offices, never, year }) => {
    const world = await service.world(startOf(steps));
    if (year) await (await CommitteeDesk.at(world, 'row-60', 'office-postal')).publish();
    const { no, takes } = await walker(world, cast, { life, by });
    const applicant = await world.as(by);
    const photo = (await applicant.get(`/v1/applications/${no}/form`)).as(formSchema.loose()).photo?.file;
    const paths = addressesOf(no, photo ?? '00000000-0000-4000-8000-000000000000');
    expect(paths.length).toBeGreaterThan(10);
    const come = new Set<string>();
    for (const step of steps) {
      await takes(step);
      const { key } = (await applicant.view(no)).stage;
      for (const [account, from] of Object.entries(offices)) {
        const client = await world.as(account);
        if (key === from) come.add(account);
        if (come.has(account)) await expectRead(client, no);
        else await expectNothing(client, no, paths);
        if (photo && come.has(account))
          expect((await client.get(`/v1/applications/${no}/attachments/${photo}`)).status).toBe(200);
      }
    }
    expect([...come]).toEqual(Object.keys(offices));
    await expectNothing(await world.as(never), no, paths);
  });
});

import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { formView } from '../../../api/form/form-views-schemas.ts';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { inboxView } from '../../../api/people/notices-schemas.ts';
import { dossierList, hearingList, hearingView } from '../../../api/sessions/meeting/meeting-schemas.ts';
import { rosterPage } from '../../../api/sessions/roster-schemas.ts';
import { liaoningDiit2024 as liaoning } from '../../../config/programmes/liaoning-diit-2024/index.ts';
import { demoPersonId } from '../../../db/worlds/demo-worlds.ts';
import { Sitting } from '../../db/sessions/sitting.ts';
import { untilDossier } from '../lives/liaoning.ts';
import { type ApiWorld, TestService } from '../service.ts';

const accounts = ['li-na', 'wang-qiang', 'zhao-min', 'liu-yang', 'chen-jing'] as const;
let service: TestService;
let world: ApiWorld;
/** An application that was submitted, and another like it. */
let no: string;
let other: string;
beforeAll(async () => {
  service = await TestService.shared();
  world = await service.world('2024-07-10T09:00');
  no = await untilDossier(world);
  other = await another(no);
});

/** A second application of somebody else, which stands as the first does. */
async function another(like: string): Promise<string> {
  const copy = `LN24-${randomBytes(8).toString('hex').toUpperCase()}`;
  const person = demoPersonId(service.services.vault, 'zhou-lin', world.id);
  await service.services.db.sql`
    insert into applications
    select (jsonb_populate_record(a, jsonb_build_object('no', ${copy}::text, 'person', ${person}::text))).* from applications a where a.no = ${like}`;
  return copy;
}

/** A session of the office with five members and two alternates, on the days of the world. */
async function sitting(): Promise<Sitting> {
  const { db, vault } = service.services;
  const person = (account: string) => demoPersonId(vault, account, world.id);
  const sat = await Sitting.open(db, {
    world: world.id,
    programme: liaoning,
    committee: liaoning.office,
    members: accounts.map((account, at) => ({
      person: person(account),
      ...(at === 0 ? { chair: 'chair' as const } : {}),
    })),
    alternates: [{ person: person('sun-hao') }, {}],
    applications: [no, other],
    office: person('office-diit'),
  });
  await sat.state({ meetingOn: '2024-08-07', lastDay: '2024-08-09', chair: sat.members[0] ?? null });
  // An application is on one roster at a time; each test has its own session.
  return sat;
}

const leave = async (sat: Sitting) =>
  void (await service.services.db
    .sql`update session_roster set left_at = now(), why = 'cancelled' where session = ${sat.no}`);

async function inSitting(work: (sat: Sitting) => Promise<void>): Promise<void> {
  const sat = await sitting();
  try {
    await work(sat);
  } finally {
    await leave(sat);
  }
}

const at = (sat: Sitting) => `/v1/sessions/${sat.id}`;
const sheet = (points: number | string, kind = 'quantified', application = no) => ({ application, kind, points });

describe('the sheets of the experts', () => {
  it('are points with two decimals; a change keeps the version before, and the composite is shown with its parts', async () => {
    await inSitting(async (sat) => {
      const scores = [80, '80.5', 79.25, '80.00', 41.99] as const;
      for (const [place, account] of accounts.entries()) {
        const expert = await world.as(account);
        for (const [kind, points] of [
          ['quantified', scores[place]],
          ['defence', 90],
        ] as const) {
          const answer = await expert.post(`${at(sat)}/sheets`, sheet(points ?? 0, kind));
          expect([answer.status, answer.body]).toEqual([200, { application: no, version: 1 }]);
        }
      }
      const first = await world.as('li-na');
      const items = [
        { key: 'works', points: '30.25' },
        { key: 'projects', points: 50 },
      ];
      const again = await first.post(`${at(sat)}/sheets`, { application: no, kind: 'quantified', items });
      expect(again.body).toEqual({ application: no, version: 2 });

      const office = await world.as('office-diit');
      const { items: hearings } = (await office.get(`${at(sat)}/hearings`)).as(hearingList);
      expect(hearings.find((each) => each.no === no)).toMatchObject({
        voters: 5,
        ready: true,
        waiting: null,
        counted: { quantified: 5, defence: 5, opinions: 0 },
        // (80.25 + 80.50 + 79.25 + 80.00 + 41.99) / 5 = 72.398
        scores: { weights: { quantified: 60, defence: 40 }, quantified: 72.4, defence: 90, composite: 79.44 },
      });
      const seen = (await office.get(`${at(sat)}/hearings/${no}`)).as(hearingView);
      expect(seen.outliers).toBeNull();
      const mine = seen.sheets.filter(({ expert, kind }) => expert === sat.members[0] && kind === 'quantified');
      expect(mine.map(({ version, points }) => [version, points])).toEqual([
        [1, 80],
        [2, 80.25],
      ]);
      expect(mine[1]?.items).toEqual([
        { key: 'works', points: 30.25 },
        { key: 'projects', points: 50 },
      ]);
      const chair = (await first.get(`${at(sat)}/hearings/${no}`)).as(hearingView);
      expect(chair.outliers).toEqual([{ expert: sat.members[4], kind: 'quantified', points: 41.99 }]);
      const member = await world.as('wang-qiang');
      expect((await member.get(`${at(sat)}/hearings`)).status).toBe(404);
    });
  });

  it('are refused where they cannot be right, and after the ballot has opened', async () => {
    await inSitting(async (sat) => {
      const expert = await world.as('wang-qiang');
      for (const points of [82.505, '82.505', -1, 101, '1e2'])
        expect((await expert.post(`${at(sat)}/sheets`, sheet(points))).status).toBe(422);
      const wrong = { ...sheet(80), items: [{ key: 'works', points: 79 }] };
      expect((await expert.post(`${at(sat)}/sheets`, wrong)).as(problemSchema)).toMatchObject({
        code: 'INVALID_DATA',
        clauses: ['LN-7-b', 'LN-7-d', 'LN-7-e'],
      });
      await sat.state({ ballot: { round: 1, open: true, ready: 2, waiting: 0 } });
      expect((await expert.post(`${at(sat)}/sheets`, sheet(80))).as(problemSchema)).toMatchObject({
        code: 'BALLOT_OPEN',
      });
      const opinion = { application: no, text: '业绩突出。' };
      expect((await expert.post(`${at(sat)}/opinions`, opinion)).as(problemSchema)).toMatchObject({
        code: 'BALLOT_OPEN',
      });
      // What everybody gave is shown from then on.
      const { items } = (await expert.get(`${at(sat)}/applications`)).as(dossierList);
      expect(items.find((each) => each.no === no)?.scores).toMatchObject({ weights: { quantified: 60, defence: 40 } });
    });
  });

  it('are all written where one expert sends several at once', async () => {
    await inSitting(async (sat) => {
      const expert = await world.as('wang-qiang');
      const answers = await Promise.all(
        Array.from({ length: 8 }, (_, n) => expert.post(`${at(sat)}/sheets`, sheet(80 + n))),
      );
      expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
      const versions = answers.map(({ body }) => (body as { version: number }).version);
      expect(versions.toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    });
  });
});

describe('opinions', () => {
  it('are sealed, and read by the office and who presides', async () => {
    await inSitting(async (sat) => {
      const expert = await world.as('zhao-min');
      const text = '该同志业绩属实，创新性较强。';
      expect((await expert.post(`${at(sat)}/opinions`, { application: no, text })).status).toBe(200);
      const [row] = await service.services.db.sql<{ text: Buffer }[]>`
        select text_enc as text from session_opinions where session = ${sat.no}`;
      expect(row?.text.includes(Buffer.from('业绩'))).toBe(false);
      const office = await world.as('office-diit');
      const { opinions } = (await office.get(`${at(sat)}/hearings/${no}`)).as(hearingView);
      expect(opinions).toEqual([{ expert: sat.members[2], version: 1, text }]);
      const { items } = (await expert.get(`${at(sat)}/applications`)).as(dossierList);
      expect(items.map((each) => [each.no, each.mine.opinion]).toSorted()).toEqual(
        [
          [no, true],
          [other, false],
        ].toSorted(),
      );
    });
  });
});

describe('an expert who withdrew from an application (A-37)', () => {
  it('finds nothing of it: no form, no file, no place in lists, averages or counts, and writes nothing about it', async () => {
    await inSitting(async (sat) => {
      const [chair = ''] = sat.members;
      for (const account of accounts)
        expect((await (await world.as(account)).post(`${at(sat)}/sheets`, sheet(80))).status).toBe(200);
      await sat.recuse(chair, no);
      const expert = await world.as('li-na');
      for (const path of [`/applications/${no}`, `/applications/${no}/attachments/${sat.id}`, `/hearings/${no}`])
        expect((await expert.get(`${at(sat)}${path}`)).status, path).toBe(404);
      expect((await expert.post(`${at(sat)}/sheets`, sheet(80))).status).toBe(404);
      expect((await expert.post(`${at(sat)}/opinions`, { application: no, text: '同意。' })).status).toBe(404);
      const list = (await expert.get(`${at(sat)}/applications`)).as(dossierList);
      expect(list.items.map((each) => each.no)).toEqual([other]);
      expect(JSON.stringify((await expert.get(`${at(sat)}/hearings`)).body)).not.toContain(no);
      const office = await world.as('office-diit');
      const { items } = (await office.get(`${at(sat)}/hearings`)).as(hearingList);
      expect(items.find((each) => each.no === no)).toMatchObject({
        voters: 4,
        counted: { quantified: 4 },
        ready: true,
      });
      await sat.recuse(sat.members[1] ?? '', no);
      const lost = (await office.get(`${at(sat)}/hearings`)).as(hearingList).items.find((each) => each.no === no);
      expect(lost).toMatchObject({ voters: 3, ready: false });
      expect(lost?.waiting?.en).toContain('of 5 members at least 4 are needed');
      const roster = (await office.get(`${at(sat)}/roster`)).as(rosterPage).items;
      expect(roster.map((each) => [each.no, each.waiting?.en]).toSorted()).toEqual(
        [
          [no, lost?.waiting?.en],
          [other, undefined],
        ].toSorted(),
      );
      // An alternate who takes the seat of a member who left makes the quorum again.
      await sat.present([...sat.members.slice(0, 4), sat.alternates[0] ?? '']);
      expect(
        (await office.get(`${at(sat)}/hearings`)).as(hearingList).items.find((each) => each.no === no)?.ready,
      ).toBe(false);
      const alternate = await world.as('sun-hao');
      expect((await alternate.get(`${at(sat)}/applications/${no}`)).status).toBe(200);
    });
  });
});

describe('what an expert reads', () => {
  it('is the form as it was submitted, without identity number, telephone and photo, only while the session reviews', async () => {
    await inSitting(async (sat) => {
      const expert = await world.as('wang-qiang');
      const read = (await expert.get(`${at(sat)}/applications/${no}`)).as(formView);
      expect(read.form.achievements.length).toBeGreaterThan(0);
      expect(read.applicant).toMatchObject({ identity: null, identityType: null, phone: null });
      expect(read.attachments.map(({ kind }) => kind)).not.toContain('photo');
      const [page] = read.attachments;
      if (page) expect((await expert.get(`${at(sat)}/applications/${no}/attachments/${page.id}`)).status).toBe(200);
      for (const [status, expected] of [
        ['EXPERTS_DRAWN', 404],
        ['RECUSALS_SETTLED', 200],
        ['BALLOT_CLOSED', 200],
        ['MINUTES_SIGNED', 404],
        ['SUSPENDED', 404],
      ] as const) {
        await sat.state({ status });
        expect((await expert.get(`${at(sat)}/applications/${no}`)).status, status).toBe(expected);
        expect((await expert.get(`${at(sat)}/applications`)).status, status).toBe(expected);
      }
    });
  });

  it('is nothing for anybody else: alternates without a seat, other experts, auditors, the applicant', async () => {
    await inSitting(async (sat) => {
      for (const account of ['sun-hao', 'wu-di', 'auditor', 'zhang-wei', 'office-diit'])
        for (const path of [`/applications`, `/applications/${no}`])
          expect((await (await world.as(account)).get(`${at(sat)}${path}`)).status, account).toBe(404);
      for (const account of ['auditor', 'zhang-wei', 'sun-hao'])
        expect((await (await world.as(account)).get(`${at(sat)}/hearings`)).status, account).toBe(404);
    });
  });
});

describe('defences (LN-9.2-a, A-20)', () => {
  const told = async (account: string) => {
    const { items } = (await (await world.as(account)).get('/v1/notices')).as(inboxView);
    return items.filter(({ template }) => template.startsWith('defence')).map(({ subject }) => subject.zh);
  };

  it('have a slot and a room, move with a notice to the applicant and the office, and who stays away is absent until moved', async () => {
    await inSitting(async (sat) => {
      const office = await world.as('office-diit');
      const slot = (application: string, time: string, room = '201') => ({
        application,
        room,
        at: `2024-08-${time}:00+08:00`,
      });
      const put = (body: object) => office.put(`${at(sat)}/defences`, body);
      expect((await put(slot(no, '08T09:30'))).status).toBe(200);
      expect((await put(slot(other, '08T09:30'))).status).toBe(422);
      expect((await put(slot(other, '08T09:30', '202'))).status).toBe(200);
      expect((await put(slot(no, '10T09:30'))).as(problemSchema)).toMatchObject({ code: 'INVALID_DATA' });
      expect((await put(slot(no, '06T09:30'))).status).toBe(422);
      const absent = () => office.post(`${at(sat)}/absences`, { application: no });
      expect((await absent()).status).toBe(422);
      await world.moveTo('2024-08-08T10:00');
      expect((await absent()).status).toBe(200);
      const expert = await world.as('wang-qiang');
      expect((await expert.post(`${at(sat)}/sheets`, sheet(80))).as(problemSchema).readings).toContain('A-20');
      expect((await put(slot(no, '09T14:00'))).status).toBe(200);
      const { items } = (await office.get(`${at(sat)}/hearings`)).as(hearingList);
      expect(items.find((each) => each.no === no)?.defence).toEqual({
        at: '2024-08-09T14:00:00+08:00',
        room: '201',
        moved: 1,
        absent: false,
      });
      expect((await expert.post(`${at(sat)}/sheets`, sheet(80))).status).toBe(200);
      expect(await told('zhang-wei')).toEqual(
        expect.arrayContaining([`申报${no}：现场答辩定于2024-08-08 09:30`, `申报${no}：现场答辩改为2024-08-09 14:00`]),
      );
      expect((await told('office-diit-2')).length).toBe(3);
      expect(await told('office-diit')).toEqual([]);
      await sat.state({ ballot: { round: 1, open: true, ready: 2, waiting: 0 } });
      expect((await put(slot(no, '09T15:00'))).as(problemSchema)).toMatchObject({ code: 'BALLOT_OPEN' });
      expect((await (await world.as('auditor')).put(`${at(sat)}/defences`, slot(no, '09T15:00'))).status).toBe(404);
    });
  });
});

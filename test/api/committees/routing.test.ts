import { beforeAll, describe, expect, it } from 'vitest';
import { applicationView } from '../../../api/applications/applications-schemas.ts';
import { routingEventList, routingList, routingView } from '../../../api/committees/routings-schemas.ts';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { unitSchema } from '../../../api/people/units/units-schemas.ts';
import { type ApiWorld, TestService } from '../service.ts';

let service: TestService;
let world: ApiWorld;
beforeAll(async () => {
  service = await TestService.shared();
  world = await service.world('2024-06-05T09:00');
});

/** A unit stands there once, so that each has a name of its own. */
let units = 0;
const unit = () => ({ name: `试验单位${++units}`, employerClass: 'private' });
const made = async (more: object) => {
  const answer = await (await world.as('admin')).post('/v1/units', { ...unit(), ...more });
  expect(answer.status).toBe(201);
  return answer.as(unitSchema);
};
/** Asks for a draft by somebody whom the new unit employs. */
const drafting = async (body: object, employer: object) => {
  const { id } = await made(employer);
  const told = { level: 'mid', status: 'inService', discipline: { measure: 'none' }, heldTitle: assistant };
  const facts = { ...told, ...body, employer: id };
  return (await world.as('zhao-min')).post('/v1/applications', facts);
};
const assistant = { level: 'assistant', obtainedOn: '2015-12-01', series: 'engineering' };
const rowOf = async (no: string) => {
  const [row] = await service.services.db.sql`
    select office, sealing_authority as authority, committee, destination, acting from applications where no = ${no}`;
  return row;
};

const engineer = { programme: 'dalian-2024', series: 'engineering', specialty: 'generalEngineering' };
const courier = { programme: 'lianyungang-2024', series: 'engineering', specialty: 'expressDelivery' };

describe('a unit', () => {
  it('keeps where it is registered and which commission supervises it (DL-1.2-c, DL-1.2-d)', async () => {
    const place = { territory: 'dl-gaoxin', supervisor: 'dl-industry-bureau', agencyClient: true };
    expect(await made(place)).toMatchObject(place);
    expect(await made({})).toMatchObject({ territory: null, supervisor: null, agencyClient: false });
  });

  it.each([
    ['/territory', { territory: 'atlantis' }],
    ['/supervisor', { supervisor: 'ministry-of-magic' }],
  ])('is refused where %s is in no programme', async (path, wrong) => {
    const answer = await (await world.as('admin')).post('/v1/units', { ...unit(), ...wrong });
    expect(answer.status).toBe(422);
    expect(answer.as(problemSchema).errors?.map((each) => each.path)).toEqual([path]);
  });
});

describe('the place of a unit', () => {
  const place = { territory: 'dl-xigang', supervisor: null, agencyClient: false };

  it('is set by an administrator, and decides where the next draft goes (DL-1.2-c)', async () => {
    const { id } = await made({});
    const admin = await world.as('admin');
    const moved = await admin.put(`/v1/units/${id}/place`, place);
    expect([moved.status, moved.as(unitSchema)]).toMatchObject([200, { id, ...place }]);
    const facts = { ...engineer, level: 'mid', status: 'inService', employer: id };
    const draft = await (await world.as('zhao-min')).post('/v1/applications', facts);
    expect(await rowOf(draft.as(applicationView).no)).toMatchObject({ authority: 'dl-xigang' });
  });

  it('is refused to others, for units that are not there, and for places that no programme has', async () => {
    const { id } = await made({});
    const admin = await world.as('admin');
    expect((await (await world.as('hr-liaobei')).put(`/v1/units/${id}/place`, place)).status).toBe(403);
    expect((await admin.put('/v1/units/00000000-0000-4000-8000-000000000000/place', place)).status).toBe(404);
    expect((await admin.put(`/v1/units/${id}/place`, { ...place, territory: 'atlantis' })).status).toBe(422);
  });
});

describe('a draft in Dalian', () => {
  it('DL-1.2-c: goes to the authority of the place and to the organiser of its series', async () => {
    const answer = await drafting(engineer, { territory: 'dl-wafangdian' });
    expect(answer.status).toBe(201);
    expect(await rowOf(answer.as(applicationView).no)).toEqual({
      office: 'dl-organiser-engineering',
      authority: 'dl-wafangdian',
      committee: 'engineering',
      destination: 'here',
      acting: {
        preliminaryAuthority: 'dl-wafangdian',
        committeeOrganiser: 'dl-organiser-engineering',
        committeeOffice: 'dl-organiser-engineering',
      },
    });
  });

  it('DL-1.2-d: of a unit of the city goes to the commission that supervises it', async () => {
    const answer = await drafting(engineer, { employerClass: 'municipal', supervisor: 'dl-industry-bureau' });
    expect(await rowOf(answer.as(applicationView).no)).toMatchObject({
      authority: 'dl-industry-bureau',
      acting: { preliminaryAuthority: 'dl-industry-bureau' },
    });
  });

  it('DL-1.2-c: is refused to people of a unit registered elsewhere', async () => {
    const answer = await drafting(engineer, { territory: 'lyg-haizhou' });
    expect(answer.status).toBe(422);
    expect(answer.as(problemSchema).clauses).toContain('DL-1.2-c');
  });
});

describe('a draft in Lianyungang', () => {
  it('LYG-7-a: goes to the office of its row of the plan', async () => {
    const answer = await drafting(courier, { territory: 'lyg-haizhou' });
    expect(answer.status).toBe(201);
    expect(await rowOf(answer.as(applicationView).no)).toMatchObject({
      office: 'lyg-postal',
      authority: 'lyg-haizhou',
      committee: 'row-60',
      destination: 'here',
    });
  });

  it('LYG-4.4-e: of senior level is bound for the province, by the office and the title office', async () => {
    const answer = await drafting(
      { ...courier, level: 'deputySenior', heldTitle: { ...assistant, level: 'mid' } },
      { territory: 'lyg-haizhou' },
    );
    expect(await rowOf(answer.as(applicationView).no)).toMatchObject({
      committee: 'row-60',
      destination: 'province',
      acting: { committeeOffice: 'lyg-postal', cityTitleOffice: 'lyg-title-office' },
    });
  });

  it('LYG-7-h: is refused to teachers of schools that review their own, with whom to ask', async () => {
    const teacher = { ...courier, series: 'universityTeachers', specialty: 'universityTeachers' };
    const answer = await drafting(teacher, { territory: 'lyg-haizhou' });
    expect(answer.status).toBe(422);
    const { code, clauses, message } = answer.as(problemSchema);
    expect([code, clauses]).toEqual(['REFERRED_ELSEWHERE', ['LYG-7-h']]);
    expect(message.zh).toContain('具体咨询各学校');
  });

  it('LYG-7-i: is refused to people of enterprises that review their own', async () => {
    const own = { ...courier, series: 'selfReviewEnterprises', specialty: 'selfReviewEnterprises' };
    const answer = await drafting(own, { territory: 'lyg-haizhou' });
    expect(answer.as(problemSchema)).toMatchObject({ code: 'REFERRED_ELSEWHERE', clauses: ['LYG-7-i'] });
  });

  it('A-33: is left to the title office where the plan at hand does not name the specialty', async () => {
    const other = { ...courier, series: 'otherSpecialty', specialty: 'otherSpecialty' };
    const answer = await drafting(other, { territory: 'lyg-haizhou' });
    const { code, readings, message } = answer.as(problemSchema);
    expect([code, readings]).toEqual(['REFERRED_ELSEWHERE', ['A-33']]);
    expect(message.zh).toContain('连云港市职称办');
  });
});

describe('routing by hand', () => {
  const path = '/v1/programmes/lianyungang-2024/routings';
  const other = { series: 'otherSpecialty', specialty: 'otherSpecialty', level: 'mid' };
  const draftOf = async (employer: string) => {
    const told = { status: 'inService', discipline: { measure: 'none' }, heldTitle: assistant };
    const facts = { programme: 'lianyungang-2024', ...told, ...other, employer };
    return (await world.as('zhao-min')).post('/v1/applications', facts);
  };

  it('A-33: sends the people of a unit to the committee that the title office found, with its periods', async () => {
    const { id } = await made({ territory: 'lyg-haizhou' });
    expect((await draftOf(id)).status).toBe(422);
    const office = await world.as('title-office');
    const decided = await office.post(path, { ...other, unit: id, committee: 'row-60' });
    expect([decided.status, decided.as(routingView)]).toMatchObject([201, { committee: 'row-60', readings: ['A-33'] }]);
    const draft = await draftOf(id);
    expect(draft.status).toBe(201);
    expect(await rowOf(draft.as(applicationView).no)).toMatchObject({
      office: 'lyg-postal',
      authority: 'lyg-haizhou',
      committee: 'row-60',
      destination: 'here',
    });
    const { id: elsewhere } = await made({ territory: 'lyg-haizhou' });
    expect((await draftOf(elsewhere)).status).toBe(422);
  });

  it('A-33: keeps one decision for the same people, the last, and shows those before it with who made them', async () => {
    const { id } = await made({ territory: 'lyg-haizhou' });
    const office = await world.as('title-office');
    for (const committee of ['row-59', 'row-58']) await office.post(path, { ...other, unit: id, committee });
    const kept = (await office.get(path)).as(routingList).items.filter(({ unit: of }) => of === id);
    expect(kept).toMatchObject([{ committee: 'row-58', destination: 'here' }]);
    const all = (await office.get(`${path}/events`)).as(routingEventList).items.filter(({ unit: of }) => of === id);
    expect(all).toMatchObject([{ committee: 'row-58' }, { committee: 'row-59' }]);
    expect(new Set(all.map(({ person }) => person)).size).toBe(1);
    expect((await (await world.as('hr-express')).get(`${path}/events`)).status).toBe(403);
  });

  it('A-33: gives its decisions in pages, each once', async () => {
    const office = await world.as('title-office');
    const units = [await made({ territory: 'lyg-haizhou' }), await made({ territory: 'lyg-haizhou' })];
    for (const { id } of units) await office.post(path, { ...other, unit: id, committee: 'row-60' });
    const all = (await office.get(path)).as(routingList).items.map(({ unit }) => unit);
    const paged: string[] = [];
    let next = `${path}?limit=1`;
    while (next !== '') {
      const { items, nextCursor } = (await office.get(next)).as(routingList);
      paged.push(...items.map(({ unit }) => unit));
      next = nextCursor === null ? '' : `${path}?limit=1&cursor=${nextCursor}`;
    }
    expect(paged.length).toBeGreaterThan(1);
    expect(paged).toEqual(all);
  });

  it('A-33: is only for the title office, and for what has no committee', async () => {
    const { id } = await made({ territory: 'lyg-haizhou' });
    const decision = { ...other, unit: id, committee: 'row-60' };
    expect((await (await world.as('office-postal')).post(path, decision)).status).toBe(403);
    expect((await (await world.as('office-postal')).get(path)).status).toBe(403);
    const office = await world.as('title-office');
    expect((await office.post('/v1/programmes/dalian-2024/routings', decision)).status).toBe(403);
    for (const wrong of [
      { committee: 'row-21' },
      { unit: '00000000-0000-4000-8000-000000000000' },
      { series: 'engineering', specialty: 'railway' },
    ])
      expect((await office.post(path, { ...decision, ...wrong })).status).toBe(422);
  });
});

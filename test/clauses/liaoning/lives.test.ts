import { beforeAll, describe, expect, it } from 'vitest';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { TestService } from '../../api/service.ts';
import { isPrinted } from '../ask.ts';

let service: TestService;
beforeAll(async () => {
  service = await TestService.shared();
});

const publicity = '公示期不少于5个工作日';
const closed =
  '在申报系统开放时间内未通过审核的申报人员，以及在规定时间内未提交和审核通过盖章页的申报人员，系统不予受理';

/** The day of posting; a last day that is too early; the fifth working day; the day after it. */
const postings = [
  ['P601', '2024-07-01', '2024-07-07', '2024-07-08', '2024-07-09'],
  ['P602', '2024-07-02', '2024-07-08', '2024-07-09', '2024-07-10'],
  ['P603', '2024-07-03', '2024-07-09', '2024-07-10', '2024-07-11'],
  ['P604', '2024-07-05', '2024-07-11', '2024-07-12', '2024-07-13'],
  ['P605', '2024-07-06', '2024-07-11', '2024-07-12', '2024-07-13'],
  ['P606', '2024-07-07', '2024-07-11', '2024-07-12', '2024-07-13'],
  ['P607', '2024-07-12', '2024-07-18', '2024-07-19', '2024-07-20'],
  ['P608', '2024-07-19', '2024-07-25', '2024-07-26', '2024-07-27'],
  ['P609', '2024-07-22', '2024-07-26', '2024-07-29', '2024-07-30'],
  ['P610', '2024-07-23', '2024-07-29', '2024-07-30', '2024-07-31'],
] as const;
const tooLate = [
  ['P611', '2024-07-24', '2024-07-31'],
  ['P612', '2024-07-25', '2024-08-01'],
] as const;

/** An engineer of a provincial enterprise whom the unit has chosen, on the day of the posting. */
async function chosen(day: string) {
  const world = await service.world(`${day}T09:00`);
  const no = await world.draft('li-na');
  const [engineer, hr] = [await world.as('li-na'), await world.as('hr-liaobei')];
  await engineer.does(no, 'submit');
  await hr.does(no, 'agree');
  await (await world.as('group-liaobei')).does(no, 'select');
  return { world, no, engineer, hr };
}

describe('the publicity of a unit in Liaoning, and what may be filed after it', { timeout: 120_000 }, () => {
  it.each(postings)('%s LN-5.4-c, LN-5.5.1-a: posted on %s, not to %s but to %s, and filed on %s', async (...life) => {
    const [, day, early, last, after] = life;
    isPrinted('liaoning-diit-2024', publicity);
    const { world, no, engineer, hr } = await chosen(day);
    const short = await hr.tries(no, 'postPublicity', { lastDay: early });
    expect([short.status, short.as(problemSchema)]).toMatchObject([
      422,
      {
        code: 'PUBLICITY_TOO_SHORT',
        clauses: expect.arrayContaining(['LN-5.4-c', 'LN-A1-e']),
        details: { earliestLastDay: last },
      },
    ]);
    expect((await hr.does(no, 'postPublicity', { lastDay: last })).stage.lastDay).toBe(last);
    await world.moveTo(`${last}T23:00`);
    expect((await engineer.act(no, 'submit')).status).toBe(409);
    await world.moveTo(`${after}T09:00`);
    expect((await engineer.does(no, 'submit')).stage.key).toBe('ONLINE_REVIEW');
  });

  it.each(tooLate)(
    '%s LN-4.3-e: posted on %s to %s, nothing can be filed, and it ends with the system',
    async (...life) => {
      const [, day, last] = life;
      isPrinted('liaoning-diit-2024', closed);
      const { world, no, engineer, hr } = await chosen(day);
      const posted = await hr.does(no, 'postPublicity', { lastDay: last });
      expect(posted.warnings?.map(({ code }) => code)).toEqual(['TOO_LATE_TO_FILE']);
      await world.moveTo('2024-08-01T00:01');
      await expect.poll(async () => (await engineer.view(no)).outcome).toBe('NOT_FILED');
    },
  );
});

import { beforeAll, describe, expect, it } from 'vitest';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { draftIn } from '../../api/lives/lianyungang.ts';
import { paper, TestService } from '../../api/service.ts';
import { isPrinted } from '../ask.ts';

let service: TestService;
beforeAll(async () => {
  service = await TestService.shared();
});

/** The day of posting; a last day that is too early; the fifth working day, 06-10 being 端午节; the day after it. */
const postings = [
  ['L801', '2024-06-03', '2024-06-10', '2024-06-11', '2024-06-12'],
  ['L802', '2024-06-04', '2024-06-11', '2024-06-12', '2024-06-13'],
  ['L803', '2024-06-05', '2024-06-12', '2024-06-13', '2024-06-14'],
  ['L804', '2024-06-06', '2024-06-13', '2024-06-14', '2024-06-15'],
  ['L805', '2024-06-07', '2024-06-14', '2024-06-17', '2024-06-18'],
  ['L806', '2024-06-08', '2024-06-16', '2024-06-17', '2024-06-18'],
  ['L807', '2024-06-12', '2024-06-18', '2024-06-19', '2024-06-20'],
  ['L808', '2024-06-14', '2024-06-20', '2024-06-21', '2024-06-22'],
  ['L809', '2024-06-19', '2024-06-25', '2024-06-26', '2024-06-27'],
  ['L810', '2024-06-21', '2024-06-27', '2024-06-28', '2024-06-29'],
] as const;

describe('the publicity of a unit in Lianyungang', { timeout: 120_000 }, () => {
  it.each(postings)('%s LYG-4.2-c: posted on %s, not to %s but to %s, it is with the bureau on %s', async (...life) => {
    const [, day, early, last, after] = life;
    isPrinted('lianyungang-2024', '同时做好评前公示工作，公示时间不少于5个工作日');
    const world = await service.world(`${day}T09:00`);
    const no = await draftIn(world, 'xu-lei');
    const [applicant, hr] = [await world.as('xu-lei'), await world.as('hr-express')];
    const unpledged = await applicant.act(no, 'submit');
    expect(unpledged.as(problemSchema)).toMatchObject({ code: 'CHECK_MISSING', clauses: ['LYG-5.4-a'] });
    await applicant.does(no, 'submit');
    await hr.does(no, 'agree');
    const short = await hr.act(no, 'postPublicity', { lastDay: early, document: paper });
    expect([short.status, short.as(problemSchema).code]).toEqual([422, 'PUBLICITY_TOO_SHORT']);
    expect((await hr.does(no, 'postPublicity', { lastDay: last })).stage.lastDay).toBe(last);
    await world.moveTo(`${last}T23:00`);
    expect((await applicant.view(no)).stage.key).toBe('UNIT_PUBLICITY');
    await world.moveTo(`${after}T09:00`);
    await expect.poll(async () => (await applicant.view(no)).stage.key).toBe('PRELIMINARY_REVIEW');
  });
});

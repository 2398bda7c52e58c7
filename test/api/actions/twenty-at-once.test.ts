import { beforeAll, expect, it } from 'vitest';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { draftIn } from '../lives/lianyungang.ts';
import { TestService } from '../service.ts';

let service: TestService;
beforeAll(async () => {
  service = await TestService.shared();
});

const eachSeries = 10;

it('LYG-2.8.2-b: of twenty submissions of one person in two series at once one is accepted, nineteen get the reason (A-25)', {
  timeout: 120_000,
}, async () => {
  const world = await service.world('2024-06-03T09:00');
  const applicant = await world.as('xu-lei');
  const nos: string[] = [];
  for (let i = 0; i < eachSeries; i += 1) {
    nos.push(
      await draftIn(world, 'xu-lei'),
      await draftIn(world, 'xu-lei', { series: 'sports', specialty: 'coaching' }),
    );
  }
  const answers = await Promise.all(nos.map((no) => applicant.act(no, 'submit', { checked: ['truthPledge'] })));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  // Every other one is of the series that was accepted, and the same again (LYG-4.0-c); the rest are of the other series.
  const accepted = answers.findIndex(({ status }) => status === 200);
  answers.forEach((answer, i) => {
    if (i === accepted) return;
    const { status, code, clauses } = answer.as(problemSchema);
    const clause = i % 2 === accepted % 2 ? 'LYG-4.0-c' : 'LYG-2.8.2-b';
    expect({ status, code, clauses }).toEqual({ status: 409, code: 'CLAIM_TAKEN', clauses: [clause] });
  });
  const stages = await Promise.all(nos.map(async (no) => (await applicant.view(no)).stage.key));
  expect(stages.filter((key) => key === 'UNIT_REVIEW')).toHaveLength(1);
  expect(stages.filter((key) => key === 'DRAFT')).toHaveLength(2 * eachSeries - 1);
});

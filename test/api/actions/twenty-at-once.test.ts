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
  const refused = answers.filter(({ status }) => status !== 200).map((answer) => answer.as(problemSchema));
  expect(refused.map(({ status, code, clauses }) => ({ status, code, clauses }))).toEqual(
    refused.map(() => ({ status: 409, code: 'CLAIM_TAKEN', clauses: ['LYG-2.8.2-b'] })),
  );
  const stages = await Promise.all(nos.map(async (no) => (await applicant.view(no)).stage.key));
  expect(stages.filter((key) => key === 'UNIT_REVIEW')).toHaveLength(1);
  expect(stages.filter((key) => key === 'DRAFT')).toHaveLength(2 * eachSeries - 1);
});

import { expect, it } from 'vitest';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { haizhouDesignation as cast } from '../../../ops/demo/people.ts';
import { inJune as life } from '../../../ops/lives/lianyungang/designated.ts';
import { before } from '../../../ops/lives/life.ts';
import { walker } from '../lives/play.ts';
import { TestService } from '../service.ts';

const stated = {
  heldTitle: { level: 'none' },
  education: { tier: 'bachelor', obtainedOn: '2022-07-01', recognised: true, majorMatches: true },
  probation: { from: '2022-08-01', assessed: true },
};

it('a certificate number is given once in a programme, whoever asks for it at the same moment', {
  timeout: 120_000,
}, async () => {
  const service = await TestService.shared();
  const world = await service.world('2024-06-03T09:00');
  const both = [
    await walker(world, cast, { life, by: 'xu-lei', stated }),
    await walker(world, cast, { life, by: 'shen-yan', stated }),
  ];
  for (const step of before(life.steps, 'certify')) for (const { takes } of both) await takes(step);

  const bureau = await world.as('first-haizhou');
  const certify = (no: string, certificate: string) => bureau.act(no, 'certify', { certificate });
  const answers = await Promise.all(both.map(({ no }) => certify(no, 'LYG-2024-C-000001')));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  const [refused] = answers.filter(({ status }) => status === 409);
  expect(refused?.as(problemSchema)).toMatchObject({ code: 'CLAIM_TAKEN', details: { kind: 'certificateNumber' } });

  const left = both[answers.findIndex(({ status }) => status === 409)]?.no ?? '';
  expect((await certify(left, 'lyg-2024-c-000001')).status, 'written in small letters').toBe(409);
  expect((await certify(left, 'LYG-2024-C-000002')).status).toBe(200);
});

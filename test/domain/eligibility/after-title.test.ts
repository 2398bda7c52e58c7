import { describe, expect, test } from 'vitest';
import { dalian2024 } from '../../../config/programmes/dalian-2024/index.ts';
import { lianyungang2024 } from '../../../config/programmes/lianyungang-2024/index.ts';
import { liaoningDiit2024 } from '../../../config/programmes/liaoning-diit-2024/index.ts';
import type { EligibilityFacts } from '../../../domain/eligibility/facts.ts';
import { mayApplyByForm } from '../../../domain/eligibility/form/by-form.ts';
import { completeness } from '../../../domain/materials/completeness.ts';
import type { Achievement, MaterialContent } from '../../../domain/materials/content.ts';
import type { Programme } from '../../../domain/programme/programme.ts';
import { asking } from './asking.ts';

const engineer: EligibilityFacts = {
  series: 'engineering',
  specialty: 'robotics',
  level: 'deputySenior',
  track: 'standard',
  employerClass: 'provincialStateOwned',
  status: 'inService',
  heldTitle: { level: 'mid', obtainedOn: '2018-06-01' },
  standard: { conditions: { least: 1, of: ['1', '2'] } },
};
const inDalian: EligibilityFacts = { ...engineer, specialty: 'logistics', employerClass: 'private' };

const counting = (programme: Programme, base: EligibilityFacts) => {
  const { all } = asking(programme, base, '2024-06-10');
  return (told: Partial<EligibilityFacts>) => all(told).find(({ fact }) => fact === 'achievements');
};

describe.each([
  ['LN-3-b, LN-6.3.2-a', liaoningDiit2024, engineer],
  ['DL-1.0-b, DL-2.3.3-d', dalian2024, inDalian],
] as const)('%s: only what was obtained after the present title counts', (_clauses, programme, base) => {
  const counted = counting(programme, base);
  const works = (...days: string[]) => ({ achievements: days.map((on) => ({ conditions: ['1'], on })) });

  test.each([
    ['2017-05-01', 'notMet'],
    ['2018-06-01', 'notMet'],
    ['2018-06-02', 'met'],
  ])('a work of %s for a title of 2018-06-01: %s', (on, wanted) => {
    expect(counted(works(on))).toMatchObject({ outcome: wanted, counted: { after: '2018-06-01' } });
  });

  test('a year alone decides where every day of it gives the same answer, and else the day is asked for', () => {
    const heldTitle = { level: 'mid', obtainedYear: 2018 } as const;
    expect(counted({ ...works('2017-12-31'), heldTitle })?.outcome).toBe('notMet');
    expect(counted({ ...works('2019-01-01'), heldTitle })?.outcome).toBe('met');
    expect(counted({ ...works('2018-07-01'), heldTitle })).toMatchObject({ outcome: 'notToldYet', ask: ['heldTitle'] });
    expect(counted({ ...works('2018-07-01'), heldTitle: { level: 'mid' } })).toMatchObject({
      outcome: 'met',
      ask: ['heldTitle'],
    });
  });

  test('without a present title everything counts', () => {
    expect(counted({ ...works('2001-01-01'), heldTitle: { level: 'none' } })?.outcome).toBe('met');
  });
});

test('LYG-2.1-a: Lianyungang prints no such bound', () => {
  const counted = counting(lianyungang2024, { ...engineer, specialty: 'expressDelivery', employerClass: 'private' });
  expect(counted({ achievements: [{ conditions: ['1'], on: '2010-01-01' }] })?.outcome).toBe('met');
});

const work = (more: Partial<Achievement>): Achievement => ({
  id: 'a1',
  title: '机器人示教系统（虚构）',
  category: 'project',
  role: 'lead',
  from: '2016-01',
  to: '2019-03',
  content: '主持总体设计。',
  conditions: ['1'],
  proofs: [{ kind: 'acceptance', sealedOn: '2019-03-20' }],
  ...more,
});

/** What the form check says of the work, and whether the conditions of applying count it. */
function bothOf(achievement: Achievement) {
  const content: MaterialContent = {
    summary: {
      gender: 'male',
      bornOn: '1985-01-01',
      education: '本科',
      position: '工程师',
      currentTitleSince: '2018-06-01',
    },
    achievements: [achievement],
  };
  const { materials = [], timeline, year } = liaoningDiit2024;
  const asOf = '2024-07-10';
  const input = { content, facts: engineer, asOf, year, cutOffs: timeline.cutOffs, fileKinds: [] };
  const wrong = completeness(materials, { ...input, removedItems: [], attestations: [] })
    .filter(({ item, outcome }) => item.startsWith('/achievements/a1/') && outcome === 'invalid')
    .map(({ clause }) => clause);
  const { findings } = mayApplyByForm(liaoningDiit2024, { stated: engineer, content, asOf });
  return [wrong, findings.find(({ clause }) => clause === 'LN-3-b')?.outcome];
}

describe('the conditions of applying and the check of the form go by one rule', () => {
  test.each<[string, Partial<Achievement>, string[]]>([
    ['after the title and in time', {}, []],
    ['before the title', { to: '2017-03', proofs: [{ kind: 'acceptance', sealedOn: '2017-03-20' }] }, ['LN-6.3.2-a']],
    ['before the title, without dated evidence', { to: '2018-05', proofs: [] }, ['LN-6.3.2-a']],
    [
      'begun before the title and finished after it',
      {
        proofs: [
          { kind: 'contract', sealedOn: '2016-01-05' },
          { kind: 'acceptance', sealedOn: '2019-03-20' },
        ],
      },
      [],
    ],
    ['after the last day', { to: '2024-07', proofs: [{ kind: 'acceptance', sealedOn: '2024-07-02' }] }, ['LN-4.1-a']],
    ['of another specialty', { relation: 'other' }, ['LN-6.3.3-a']],
    ['an award of another class', { category: 'award', awardClass: 'other' }, ['LN-6.2-b']],
  ])('LN-3-b, LN-6.3.2-a: a work %s', (_which, more, clauses) => {
    expect(bothOf(work(more))).toEqual([clauses, clauses.length === 0 ? 'met' : 'notMet']);
  });
});

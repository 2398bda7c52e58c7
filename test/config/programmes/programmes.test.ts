import { describe, expect, test } from 'vitest';
import { clauses } from '../../../config/clauses.ts';
import { programmeProblems } from '../../../config/programme-checks/programme-problems.ts';
import { programmeSchema } from '../../../config/programme-schema/programme-schema.ts';
import { liaoningDiit2024 as liaoning } from '../../../config/programmes/liaoning-diit-2024/index.ts';
import { checkedProgramme, programme, programmes } from '../../../config/programmes.ts';
import type { Programme } from '../../../domain/programme/programme.ts';
import type { StageDef } from '../../../domain/programme/stages/stages.ts';

const knows = (id: string) => clauses.has(id);
const problems = (changed: Partial<Programme>) => programmeProblems({ ...liaoning, ...changed }, knows);

/** The stages with one of them changed. */
const staged = (key: string, change: (stage: StageDef) => object): { stages: readonly StageDef[] } => ({
  stages: programmeSchema.shape.stages.parse(
    liaoning.stages.map((stage) => (stage.key === key ? { ...stage, ...change(stage) } : stage)),
  ),
});

test.each([...programmes.values()])('$id is right as a whole', (each) => {
  expect(checkedProgramme(each)).toEqual(each);
  expect(() => checkedProgramme({ ...each, office: 'nowhere' })).toThrow(`programme ${each.id}: no office nowhere`);
});

describe('the Liaoning programme of 2024', () => {
  test('is published, of the right shape, and right as a whole', () => {
    expect([...programmes.keys()]).toContain('liaoning-diit-2024');
    expect(programme('liaoning-diit-2024')).toEqual(liaoning);
    expect(programme('liaoning-diit-2023')).toBeUndefined();
    expect(problems({})).toEqual([]);
  });

  test('has the stages N0 to N12 in their printed order', () => {
    expect(liaoning.stages.map((stage) => stage.key)).toEqual([
      'GREEN_CHANNEL_SUMMARY',
      'GREEN_CHANNEL_REQUEST',
      'DELEGATION_REQUEST',
      'DELEGATION',
      'UNIT_APPLICATION',
      'UNIT_REVIEW',
      'DEMOCRATIC_APPRAISAL',
      'UNIT_PUBLICITY',
      'ONLINE_REVIEW',
      'AUTHORITY_SEALING',
      'STAMPED_PAGE_REVIEW',
      'PAPER_DELIVERY',
      'DOSSIER_CHECK',
      'COMMITTEE_REVIEW',
      'RESULT_PUBLICITY',
      'CERTIFIED',
    ]);
  });

  test('LN-4.1, LN-4.3: prints its windows and cut-offs', () => {
    const { windows, cutOffs } = liaoning.timeline;
    expect(windows.map(({ series, opens, closes }) => [...series, opens, closes])).toEqual([
      ['engineering', '2024-07-01', '2024-07-31'],
      ['economics', '2024-08-12', '2024-08-30'],
    ]);
    expect(cutOffs.map(({ series, date }) => [...series, date])).toEqual([
      ['engineering', '2024-06-30'],
      ['economics', '2024-07-30'],
    ]);
  });

  test('LN-2: offers 16 engineering and 9 economics specialties', () => {
    expect(liaoning.series.map((series) => [series.key, series.specialties.length])).toEqual([
      ['engineering', 16],
      ['economics', 9],
    ]);
  });

  test('says every text in both languages', () => {
    const texts = JSON.stringify(liaoning).match(/"zh":"[^"]*"/g) ?? [];
    expect(texts.length).toBeGreaterThan(80);
    expect(texts.filter((each) => !/[\u4e00-\u9fff]/.test(each))).toEqual([]);
  });
});

describe('the shape of a programme', () => {
  test.each([
    ['an unknown property', { colour: 'red' }],
    [
      'a date that does not exist',
      { timeline: { ...liaoning.timeline, cutOffs: [{ ...liaoning.timeline.cutOffs[0], date: '2024-02-30' }] } },
    ],
    [
      'a window that closes before it opens',
      { timeline: { ...liaoning.timeline, windows: [{ ...liaoning.timeline.windows[0], opens: '2024-08-01' }] } },
    ],
    ['no stages', { stages: [] }],
    ['a stage of an unknown kind', { stages: [{ ...liaoning.stages[2], kind: 'waiting' }] }],
    ['a property its stage kind does not know', { stages: [{ ...liaoning.stages[2], workingDays: 5 }] }],
    ['a role nobody has', { cancel: { ...liaoning.cancel, role: 'mayor' } }],
    ['a publicity of no days', { stages: [{ ...liaoning.stages[5], workingDays: 0 }] }],
    ['a name without English', { name: { zh: '评审' } }],
  ])('refuses %s', (_, changed) => {
    expect(programmeSchema.safeParse({ ...liaoning, ...changed }).success).toBe(false);
  });
});

describe('a programme as a whole', () => {
  test.each<[string, Partial<Programme>]>([
    [
      'UNIT_APPLICATION leads to NOWHERE, which is not a stage of this path',
      staged('UNIT_APPLICATION', () => ({ next: 'NOWHERE' })),
    ],
    ['DOSSIER_CHECK cannot be reached', staged('PAPER_DELIVERY', () => ({ next: 'COMMITTEE_REVIEW' }))],
    ['UNIT_REVIEW never expires', staged('UNIT_REVIEW', () => ({ deadlines: [] }))],
    ['STAMPED_PAGE_REVIEW never expires', staged('STAMPED_PAGE_REVIEW', () => ({ deadlines: undefined }))],
    ['no clause LN-99-z', staged('UNIT_REVIEW', () => ({ clauses: ['LN-99-z'] }))],
    ['no outcome LOST', staged('COMMITTEE_REVIEW', () => ({ notPassedOutcome: 'LOST' }))],
    ['no outcome WITHDRAWN', { outcomes: { ...liaoning.outcomes, WITHDRAWN: undefined } as never }],
    [
      'DOSSIER_CHECK returns to itself, but nobody submits there',
      staged('DOSSIER_CHECK', () => ({ return: { next: 'DOSSIER_CHECK', clauses: [] } })),
    ],
    [
      'AUTHORITY_SEALING has no step sealMayor to keep',
      staged('STAMPED_PAGE_REVIEW', () => ({
        return: { next: 'AUTHORITY_SEALING', clauses: [], keepSteps: ['sealMayor'] },
      })),
    ],
    ['no stage NOWHERE', { withdrawUntil: 'NOWHERE' }],
    ['no office nobody', { office: 'nobody' }],
    [
      'ONLINE_REVIEW has no deadline other to accept late',
      { lateAcceptances: liaoning.lateAcceptances.map((each) => ({ ...each, deadline: 'other' })) },
    ],
    [
      'window onlineFiling stands 0 times for economics deputySenior',
      { timeline: { ...liaoning.timeline, windows: liaoning.timeline.windows.slice(0, 1) } },
    ],
    [
      'window onlineFiling stands 2 times for engineering mid',
      { timeline: { ...liaoning.timeline, windows: liaoning.timeline.windows.flatMap((each) => [each, each]) } },
    ],
    [
      'nobody reviews engineering robotics mid of cityOrBelow',
      { authorities: liaoning.authorities.filter((each) => !each.specialtyClasses?.includes('emerging')) },
    ],
    [
      'UNIT_REVIEW stands twice in stages',
      { stages: liaoning.stages.flatMap((each) => (each.key === 'UNIT_REVIEW' ? [each, each] : [each])) },
    ],
    ['the stage path has no certification', { stages: liaoning.stages.slice(0, -1) }],
  ])('is refused because: %s', (problem, changed) => {
    const found = problems(JSON.parse(JSON.stringify({ ...liaoning, ...changed })));
    expect(found).toContain(problem);
  });

  test('is refused when a lapse may mean nothing', () => {
    const changed = staged('ONLINE_REVIEW', (stage) => ({
      deadlines: stage.deadlines?.map((each) => ({ ...each, lapse: each.lapse.slice(0, 2) })),
    }));
    expect(problems(changed)).toEqual(['ONLINE_REVIEW: the last lapse of windowClose must hold always']);
  });
});

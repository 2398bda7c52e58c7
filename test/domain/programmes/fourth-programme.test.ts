import { describe, expect, test } from 'vitest';
import { calendar } from '../../../config/calendars.ts';
import { programmeProblems } from '../../../config/programme-checks/programme-problems.ts';
import { programmeSchema } from '../../../config/programme-schema/programme-schema.ts';
import { lianyungang2024 } from '../../../config/programmes/lianyungang-2024/index.ts';
import { stagePathOf } from '../../../domain/case/plan/compile.ts';
import { type CommitteeActionName, emptyYear, type NoticeWindow, withNotice } from '../../../domain/committee/year.ts';
import { eligibilityRefusal, mayApply } from '../../../domain/eligibility/may-apply.ts';
import { forecast } from '../../../domain/lifecycle/forecast.ts';
import {
  certificateNumber,
  notPrintedYet,
  publicityResult,
  publicityResults,
  ruleOfDocument,
} from '../../../domain/papers/printing.ts';
import { publicityFindings } from '../../../domain/papers/publicity-paper.ts';
import type { Role } from '../../../domain/programme/facts.ts';
import type { CommitteeYearRules } from '../../../domain/programme/stages/committee-year.ts';
import { deliveredTo } from '../../../domain/routing/delivery.ts';
import { Year } from '../../lives/committee-year.ts';
import { instant, Life, list, reason } from '../../lives/life.ts';
import { invented, pilot } from './islands.ts';

const untilFiled = [
  ['2025-09-22', 'applicant', 'submit'],
  ['2025-09-22', 'unitHr', 'recommend', { choice: 'calm', checked: ['resident'] }],
  ['2025-09-22', 'unitHr', 'handOver'],
  ['2025-09-30', 'committeeOffice', 'postPublicity'],
  ['2025-10-11', 'applicant', 'submit'],
] as const;

describe('an invented fourth programme, without a change of code', () => {
  test('is of the right shape and right as a whole', () => {
    expect(programmeSchema.parse(invented)).toEqual(invented);
    expect(programmeProblems(invented, (id) => id.startsWith('XX-'))).toEqual([]);
  });

  test('has its own conditions of applying', () => {
    const facts = { ...pilot, status: 'civilServant', hasEmployment: false } as const;
    expect(mayApply(invented, { ...facts, yearsInProvince: 3 }, '2025-09-22').eligible).toBe('yes');
    const refusal = eligibilityRefusal(mayApply(invented, { ...facts, yearsInProvince: 2 }, '2025-09-22'));
    expect(refusal).toMatchObject({ code: 'NOT_ELIGIBLE', clauses: ['XX-1-b'] });
  });

  test('runs to its own good end, with a publicity of two working days over the National Day holiday', () => {
    const life = new Life(pilot, invented).run(untilFiled.slice(0, 4));
    expect(life.due).toEqual({ publicity: '2025-10-10', door: '2025-10-17' });
    expect(forecast(life.case, instant('2025-09-30')).map((step) => [step.stage, step.earliest])).toEqual([
      ['BOARD', '2025-09-30'],
      ['HARBOUR', '2025-10-11'],
      ['FERRY', '2025-10-11'],
      ['LAMP', '2025-10-11'],
    ]);
    life.run([
      ['2025-10-11', 'applicant', 'submit'],
      ['2025-10-13', 'association', 'approve'],
    ]);
    expect(life.due).toEqual({ tide: '2025-10-14' });
    life.run([
      ['2025-10-14', 'applicant', 'handOver'],
      ['2025-10-15', 'committeeOffice', 'certify', { certificate: '1' }],
    ]);
    expect(life.stage).toBe('LIT');
  });

  test('counts its own two chances, and its own list need not be complete', () => {
    const life = new Life(pilot, invented).run([
      ...untilFiled,
      ['2025-10-12', 'association', 'return', list('a')],
      ['2025-10-13', 'applicant', 'submit'],
      ['2025-10-14', 'association', 'return', list('b')],
    ]);
    expect(life.refused('2025-10-15', 'applicant', 'submit')).toMatchObject({
      code: 'ATTEMPTS_USED',
      clauses: ['XX-2-a'],
      details: { used: 2, max: 2 },
    });
    life.pass('2025-10-18T00:00');
    expect(life.stage).toBe('NO_MORE_BOATS');
    life.do('2025-10-19', 'association', 'grantAttempt', reason);
    expect(life.due).toEqual({ remedy: '2025-10-20' });
    life.do('2025-10-20', 'applicant', 'submit');
    life.do('2025-10-20', 'association', 'approve');
    expect(life.stage).toBe('FERRY');
  });

  test('has its own late acceptance and its own three days of remedy', () => {
    const life = new Life(pilot, invented).run([
      ...untilFiled,
      ['2025-10-13', 'association', 'approve'],
      ['2025-10-15T00:00', 'system', 'lapse'],
    ]);
    expect(life.case.ended).toMatchObject({ outcome: 'SUNK', deadline: 'tide' });
    expect(life.due).toEqual({ remedy: '2025-10-17' });
    life.run([
      ['2025-10-16', 'committeeOffice', 'acceptLate', reason],
      ['2025-10-17', 'applicant', 'handOver'],
    ]);
    expect(life.stage).toBe('LAMP');
  });

  test('has its own publicity document, held to its own points by its own rules', () => {
    const paper = { decidingMeeting: '', contactPerson: '', telephone: '', unitName: '', postedOn: '2025-09-30' };
    const lacks = (more: { contents?: string[]; lastDay: string }) =>
      publicityFindings(invented.publicityPaper, { ...paper, ...more }, { calendar, workingDays: 2, people: [] });
    expect(lacks({ contents: ['航程'], lastDay: '2025-10-10' })).toEqual([]);
    expect(lacks({ lastDay: '2025-10-09' })).toMatchObject([
      { clause: 'XX-3-c', item: '/document/contents' },
      { clause: 'XX-3-d', item: '/lastDay', message: { zh: '反映情况的截止日期须满足2个工作日。' } },
    ]);
  });

  test('has its own papers: when they are printed, what results they state, and whose certificate number', () => {
    const rule = ruleOfDocument(invented.materials ?? [], pilot, 'evaluationForm');
    const progress = (passed: boolean) => ({ submitted: true, passed: () => passed });
    expect(rule && notPrintedYet(rule, progress(false))).toMatchObject({ clause: 'XX-4-b' });
    expect(rule && notPrintedYet(rule, progress(true))).toBeNull();
    const results = publicityResults(invented.stages);
    expect(results.map(({ name }) => name.zh)).toEqual(['风平浪静', '风浪已过']);
    expect(publicityResult(results, 'calm', 0)?.zh).toBe('风平浪静');
    expect(publicityResult(results, 'calm', 1)).toBeNull();
    const numbered = (role: 'association' | 'committeeOffice') =>
      certificateNumber([{ by: { role }, certificate: 'L-1' }], invented.stages);
    expect([numbered('association'), numbered('committeeOffice')]).toEqual([null, 'L-1']);
  });

  test('has its own deliveries, addressed to whoever acts next, and locks what is under review by its own rule', () => {
    const stagePath = stagePathOf(invented, pilot);
    expect(deliveredTo(stagePath, { action: 'handOver', role: 'unitHr' }, 'PIER')).toEqual({
      to: 'committeeOffice',
      clauses: ['XX-2-b'],
    });
    const life = new Life(pilot, invented).run(untilFiled);
    expect(life.refused('2025-10-12', 'applicant', 'submit')).toMatchObject({
      code: 'ACTION_NOT_HERE',
      clauses: ['XX-2-c', 'XX-2-a'],
    });
  });

  test('has its own years of committees, refused by its own rules', () => {
    const session = lianyungang2024.stages.find((stage) => stage.kind === 'session');
    if (!session) throw new Error('Lianyungang has meetings');
    const overdue = { to: ['administrator' as const], clauses: ['XX-5-g'] };
    const dataFiling = { workingDays: 1, clauses: ['XX-5-g'], reminders: [], overdue };
    const rules: CommitteeYearRules = {
      notice: {
        by: '2025-06-30',
        clauses: ['XX-5-a'],
        countersign: ['XX-5-b'],
        sites: [],
        printed: ['XX-5-c'],
        withinYear: ['XX-5-d'],
      },
      duties: ['XX-5-e'],
      meeting: ['XX-5-f'],
      planned: 'planned',
      passRate: { clauses: ['XX-5-g'], readings: [] },
      report: [],
      dataFiling,
    };
    const announced = [{ key: 'tide', clauses: ['XX-5-h'], readings: ['A-33'] }];
    const timeline = { ...invented.timeline, announced };
    const context = { rules, session, timeline, calendar, committee: 'pilots' };
    const refused = (name: CommitteeActionName, role: Role, windows: readonly NoticeWindow[] = []) => {
      return new Year(context).refused('2025-06-01', name, { windows }, role).clauses;
    };
    const tide = { key: 'tide', opens: '2025-07-01', closes: '2025-07-31' };
    expect(refused('countersign', 'committeeOffice')).toEqual(['XX-5-e']);
    expect(refused('reportOpening', 'committeeOffice')).toEqual(['XX-5-f']);
    expect(refused('proposeNotice', 'committeeOffice', [{ ...tide, key: 'door' }])).toEqual(['XX-5-c']);
    expect(refused('proposeNotice', 'committeeOffice', [{ ...tide, closes: '2026-01-01' }])).toEqual(['XX-5-d']);
    expect(refused('proposeNotice', 'committeeOffice', [tide, tide])).toEqual(['XX-5-a']);
    const year = { ...emptyYear, notice: { status: 'published', windows: [tide], publishedOn: '2025-06-01' } as const };
    const noticed = withNotice(timeline, 'pilots', { year, rules });
    expect(noticed.windows.at(-1)).toMatchObject({ key: 'tide', clauses: ['XX-5-b', 'XX-5-h'] });
  });
});

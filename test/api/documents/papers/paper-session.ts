import type {
  ExpertLine,
  PaperSession,
  ResultLine,
  RosterLine,
  SheetLine,
} from '../../../../api/documents/session/session-paper.ts';
import { liaoningDiit2024 } from '../../../../config/programmes/liaoning-diit-2024/index.ts';
import { averagesOf } from '../../../../domain/session/meeting/scores.ts';
import { sessionPlanOf } from '../../../../domain/session/plan.ts';
import { emptySession, type SessionState } from '../../../../domain/session/session.ts';

const plan = sessionPlanOf(liaoningDiit2024, liaoningDiit2024.office);

const state: SessionState = {
  ...emptySession,
  status: 'RESULTS_ANNOUNCED',
  plan,
  meetingOn: '2024-11-02',
  lastDay: '2024-11-03',
  passRate: 7_500,
  reportedOn: '2024-10-21',
  approvedOn: '2024-10-25',
  members: 17,
  present: 17,
  chair: 'e1',
  roster: 2,
  count: { reviewed: 2, passed: 1, hash: 'f'.repeat(64) },
};

/** A session of Liaoning of two days after its results were announced. */
export const session: PaperSession = {
  id: '0192f0a0-0000-7000-8000-000000000001',
  programme: liaoningDiit2024.name.zh,
  year: 2024,
  committee: '辽宁省工业和信息化厅工程系列评审委员会',
  state,
};

const weighted = (quantified: number, defence: number) => ({
  defence: true,
  weights: { quantified, defence },
  clauses: ['LN-7-e'],
});
const line = {
  series: '工程系列',
  specialty: '机械工程',
  level: '副高级',
  track: 'standard' as const,
  moved: 0,
  absent: false,
};

/** An engineer at 60/40, and an economist at 75/25. */
export const roster: readonly RosterLine[] = [
  {
    ...line,
    no: 'LN-2024-000001',
    name: '张某',
    unit: '大连海韵智能科技集团股份有限公司沈阳分公司',
    hearing: weighted(60, 40),
    defence: { at: Date.parse('2024-11-02T09:30+08:00'), room: '第二会议室' },
  },
  {
    ...line,
    no: 'LN-2024-000002',
    name: '李某某',
    unit: '沈阳机床厂',
    series: '经济系列',
    specialty: '工商管理',
    track: 'exceptional',
    hearing: weighted(75, 25),
    moved: 1,
    defence: { at: Date.parse('2024-11-02T09:00+08:00'), room: '第一会议室' },
  },
];

const expert = {
  title: '正高级工程师',
  specialty: '机械工程',
  unit: '东北大学',
  origin: '高等院校',
  rank: null,
  seat: 'member' as const,
  recused: false,
  present: true,
  substitute: null,
};

/** Three experts who are present, and a member whose place an alternate has taken. */
export const experts: readonly ExpertLine[] = [
  { ...expert, id: 'e1', name: '王主任', rank: 'chair' },
  { ...expert, id: 'e2', name: '赵专家' },
  { ...expert, id: 'e3', name: '钱专家', present: false, substitute: 'e4' },
  { ...expert, id: 'e4', name: '孙候补', seat: 'alternate' },
];

const sheet = (application: string, of: string, kind: SheetLine['kind'], points: number): SheetLine => ({
  ...{ application, expert: of, kind, points },
  items: kind === 'quantified' ? [{ key: '业绩成果', points }] : [],
  correction: null,
});

/** Sheets that come to 80.00 and 90.00 for both. */
export const sheets: readonly SheetLine[] = roster.flatMap(({ no }) => [
  ...[sheet(no, 'e1', 'quantified', 7_950), sheet(no, 'e2', 'quantified', 8_050)],
  ...[sheet(no, 'e1', 'defence', 8_901), sheet(no, 'e2', 'defence', 9_099)],
]);

const votes = { round: 1, present: 17, abstain: 1, blank: 0, reason: null };
/** Twelve of seventeen pass; eleven do not. */
export const results: readonly ResultLine[] = roster.map(({ no, hearing }, at) => ({
  ...votes,
  application: no,
  ...averagesOf(
    sheets.filter(({ application }) => application === no),
    hearing,
  ),
  agree: at === 0 ? 12 : 11,
  against: at === 0 ? 4 : 5,
  passed: at === 0,
}));

import type { Check, StageDef } from '../../../../domain/programme/stages/stages.ts';
import { preliminaryChecks } from './authority-checks.ts';
import { correctionClose, forwardingClose } from './deadlines.ts';

/** The mid and junior levels (中初级); the others are senior (高级). */
const midAndJunior = { levels: ['technician', 'assistant', 'mid'] } as const;

/** The parts of the form that make up 学历, 资历 and 业绩成果, which were publicised (DL-2.2.2-b). */
const publicised = [
  ...['education', 'summary-education', 'summary-highestTier', 'summary-degree', 'summary-graduatedFrom'],
  ...['summary-graduatedOn', 'experience', 'summary-currentTitle', 'summary-currentTitleSince', 'summary-position'],
  ...['achievements', 'honours', 'examination'],
];

const sorted: Check = {
  key: 'sorted',
  name: { zh: '已按系列、级别分类报送', en: 'Forwarded sorted by series and level' },
  clauses: ['DL-2.2.4-a'],
};

/** D5, D5C and D6: before the authority of the place or of the municipal unit. */
export const authorityStages: readonly StageDef[] = [
  {
    kind: 'review',
    key: 'PRELIMINARY_REVIEW',
    name: { zh: '主管部门初审', en: 'Preliminary review by the authority' },
    role: 'preliminaryAuthority',
    pass: { action: 'pass', next: 'FORWARDING', checks: preliminaryChecks, dossier: { clauses: ['DL-2.2.3-f'] } },
    return: {
      action: 'fail',
      next: 'CORRECTION',
      completeList: true,
      clauses: ['DL-2.2.3-c'],
      readings: ['A-04'],
    },
    deadlines: [forwardingClose],
    clauses: ['DL-2.2.3-a', 'DL-2.2.3-b'],
    readings: ['A-08'],
  },
  {
    kind: 'filing',
    key: 'CORRECTION',
    name: { zh: '补正', en: 'Correction' },
    next: 'UNIT_RECOMMENDED',
    // Only the seals of the recommendation are repeated.
    keepSteps: ['recommend'],
    ifChanged: {
      parts: publicised,
      next: 'UNIT_PUBLICITY',
      clauses: ['DL-2.2.2-b', 'DL-2.2.3-c'],
      readings: ['A-47'],
    },
    deadlines: [correctionClose],
    clauses: ['DL-2.2.3-c'],
    readings: ['A-04', 'A-47'],
  },
  {
    kind: 'handover',
    key: 'FORWARDING',
    name: { zh: '报送', en: 'Forwarding' },
    steps: [
      {
        key: 'returnOriginals',
        action: 'returnOriginals',
        role: 'preliminaryAuthority',
        name: { zh: '中初级原件审核确认后返还申报人', en: 'Originals checked and handed back to the applicant' },
        when: midAndJunior,
        clauses: ['DL-2.2.3-g'],
      },
      {
        key: 'forward',
        action: 'forward',
        role: 'preliminaryAuthority',
        name: { zh: '按系列、级别报送', en: 'Forwarding by series and level' },
        gate: { window: 'forwarding', when: { destinations: ['here'] }, clauses: ['DL-2.1.3-a'], readings: ['A-08'] },
        checks: [sorted],
        clauses: ['DL-2.2.4-a', 'DL-2.1.4-a'],
      },
    ],
    next: 'RE_REVIEW',
    deadlines: [forwardingClose],
    clauses: ['DL-2.1.3-a', 'DL-2.2.4-a'],
    readings: ['A-08'],
  },
];

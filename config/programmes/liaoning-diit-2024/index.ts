import type { Programme } from '../../../domain/programme/programme.ts';
import { authorities, offices, sealing } from './authorities.ts';
import { eligibility } from './eligibility/index.ts';
import { integrity } from './integrity.ts';
import { materials } from './materials/index.ts';
import { outcomes } from './outcomes.ts';
import { papers } from './papers.ts';
import { provisions } from './provisions.ts';
import { reference } from './reference.ts';
import { series } from './series.ts';
import { stages } from './stages/index.ts';
import { irregularities } from './stages/irregularities.ts';
import { timeline } from './timeline.ts';

/** The 2024 review of the Liaoning Department of Industry and Information Technology, by its notice of 2024-06-19. */
export const liaoningDiit2024: Programme = {
  id: 'liaoning-diit-2024',
  version: 1,
  year: 2024,
  name: {
    zh: '2024年辽宁省工程系列相关行业（含工艺美术）、经济系列专业技术资格评审',
    en: 'Liaoning 2024 review of professional titles in engineering (with arts and crafts) and economics',
  },
  authority: {
    zh: '辽宁省工业和信息化厅',
    en: 'Liaoning Department of Industry and Information Technology',
  },
  source: 'liaoning-gxt-2024',
  office: 'ln-diit-office',
  offices,
  fixedOffices: { association: 'ln-security-association', delegationAuthority: 'ln-hrss-service-division' },
  series,
  tracks: ['standard', 'exceptional', 'greenChannel', 'delegated'],
  scope: ['LN-0-a'],
  eligibility,
  authorities,
  sealing,
  timeline,
  provisions,
  reference,
  publicityPaper: {
    clauses: ['LN-5.4-b'],
    points: [
      { asks: 'meeting', clause: 'LN-A1-a' },
      { asks: 'contact', clause: 'LN-A1-g' },
      { asks: 'lastDay', clause: 'LN-A1-e' },
      { asks: 'summaries', clause: 'LN-A1-b' },
    ],
  },
  papers,
  materials,
  integrity,
  stages,
  outcomes,
  remedyDays: 30,
  withdrawUntil: 'COMMITTEE_REVIEW',
  cancel: {
    role: 'committeeOffice',
    outcome: 'CANCELLED',
    clauses: ['LN-5.1-b', 'LN-6.1-d'],
    grounds: irregularities,
  },
  lateAcceptances: [
    {
      stage: 'ONLINE_REVIEW',
      deadline: 'windowClose',
      role: 'committeeOffice',
      requires: 'submissionUnderReview',
      clauses: ['LN-4.3-e'],
      readings: ['A-14'],
    },
    {
      stage: 'STAMPED_PAGE_REVIEW',
      deadline: 'stampedPage',
      role: 'committeeOffice',
      requires: 'submissionUnderReview',
      clauses: ['LN-4.3-d', 'LN-4.3-f'],
      readings: ['A-12'],
    },
    {
      stage: 'PAPER_DELIVERY',
      deadline: 'paper',
      role: 'committeeOffice',
      requires: 'nothing',
      clauses: ['LN-5.7-a'],
      readings: ['A-15'],
    },
  ],
  invalidation: {
    from: ['ONLINE_REVIEW', 'AUTHORITY_SEALING', 'STAMPED_PAGE_REVIEW', 'PAPER_DELIVERY', 'DOSSIER_CHECK'],
    to: 'UNIT_PUBLICITY',
    role: 'committeeOffice',
    window: 'onlineFiling',
    lateOutcome: 'NOT_ACCEPTED',
    clauses: ['LN-5.4-e'],
    readings: ['A-16'],
  },
  recheck: { role: 'committeeOffice', outcomes: ['NOT_ACCEPTED', 'NOT_PASSED'], clauses: [], readings: ['A-10'] },
  claims: [
    {
      kind: 'applicationOfYear',
      clauses: ['LN-5.5.3-b'],
      readings: ['A-13', 'A-39'],
      keptFrom: 'ONLINE_REVIEW',
    },
  ],
};

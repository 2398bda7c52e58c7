import type { Programme } from '../../../domain/programme/programme.ts';
import { nationalDraw, nationalSession } from '../../national-session.ts';
import { authorities, fixedOffices, sealing } from './authorities.ts';
import { eligibility } from './eligibility/index.ts';
import { integrity } from './integrity.ts';
import { materials } from './materials/index.ts';
import { committees, offices, territories } from './offices.ts';
import { papers } from './papers.ts';
import { process } from './process.ts';
import { provisions } from './provisions.ts';
import { reference } from './reference.ts';
import { series } from './series.ts';
import { timeline } from './timeline.ts';

/** The 2024 title reviews of Dalian, by its guide. */
export const dalian2024: Programme = {
  id: 'dalian-2024',
  version: 1,
  year: 2024,
  name: { zh: '2024年大连市职称评审', en: 'Dalian 2024 review of professional titles' },
  authority: {
    zh: '大连市人力资源和社会保障局',
    en: 'Dalian Bureau of Human Resources and Social Security',
  },
  source: 'dalian-2024',
  office: 'dl-hrss',
  offices,
  fixedOffices,
  committees,
  territories,
  series,
  roleNames: {
    preliminaryAuthority: { zh: '主管部门', en: 'The authority in charge' },
    talentCentre: { zh: '市就业和人才服务中心', en: 'The talent service centre of the city' },
  },
  tracks: ['standard', 'exceptional'],
  scope: ['DL-1.1.3-a'],
  eligibility,
  authorities,
  sealing,
  placeRule: {
    zh: '在人事（劳动）关系所在工作单位注册地对应的人社主管部门申报职称评审。',
    en: 'One applies with the authority of the place where the employer is registered.',
  },
  timeline,
  openEnded: [
    // What arrived in time is re-reviewed until the meeting; a case for the province follows the province's dates.
    { stage: 'RE_REVIEW', clauses: ['DL-2.1.3-a', 'DL-2.1.3-b'], readings: ['A-48'] },
    { stage: 'PRELIMINARY_REVIEW', destinations: ['province'], clauses: ['DL-2.1.4-a'] },
  ],
  provisions,
  reference,
  publicityPaper: { clauses: ['DL-2.2.2-f'], points: [{ asks: 'contents', clause: 'DL-2.2.2-f' }] },
  papers,
  materials,
  integrity,
  ...process,
  session: {
    ...nationalSession,
    certificate: { prefix: 'DL', digits: 4 },
    off: ['OPENING_REPORTED', 'APPROVED', 'DATA_FILED'],
    approves: 'committeeOrganiser',
    confirms: 'committeeOrganiser',
    supervises: ['committeeOrganiser'],
    draw: nationalDraw(['auditor']),
  },
};

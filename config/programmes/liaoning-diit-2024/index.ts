import type { Programme } from '../../../domain/programme/programme.ts';
import { nationalDraw, nationalSession } from '../../national-session.ts';
import { authorities, fixedOffices, sealing } from './authorities.ts';
import { eligibility } from './eligibility/index.ts';
import { integrity } from './integrity.ts';
import { materials } from './materials/index.ts';
import { offices } from './offices.ts';
import { papers } from './papers.ts';
import { process } from './process.ts';
import { provisions } from './provisions.ts';
import { reference } from './reference.ts';
import { series } from './series.ts';
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
  fixedOffices,
  series,
  roleNames: {
    committeeOffice: { zh: '评委会办公室', en: 'The committee’s office' },
    sealingAuthority: {
      zh: '人力资源社会保障部门或相应省直主管部门',
      en: 'The human resources department or the provincial authority in charge',
    },
    association: { zh: '省公共安全防范行业协会', en: 'The security association of the province' },
    delegationAuthority: {
      zh: '辽宁省人力资源和社会保障厅专业技术人员服务处',
      en: 'The professional personnel division of the Liaoning human resources department',
    },
  },
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
  ...process,
  session: {
    ...nationalSession,
    certificate: { prefix: 'LN', digits: 4 },
    off: ['OPENING_REPORTED', 'APPROVED', 'DATA_FILED'],
    approves: 'committeeOrganiser',
    confirms: 'committeeOrganiser',
    supervises: ['committeeOrganiser'],
    draw: nationalDraw(['auditor']),
  },
};

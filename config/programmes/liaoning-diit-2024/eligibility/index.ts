import type { EligibilityRule } from '../../../../domain/programme/eligibility.ts';
import { employersBut } from '../../../employers.ts';
import { conditions } from './conditions.ts';
import { special } from './tracks.ts';

/** Who may apply (LN-1); the notice does not mention discipline, so national rules apply (LN-8.5-a, A-09). */
const persons: readonly EligibilityRule[] = [
  {
    key: 'inService',
    requires: { kind: 'inService' },
    message: { zh: '申报人员应为在职在岗专业技术人员。', en: 'The applicant must be in service and in post.' },
    clause: 'LN-1-c',
    attestedBy: 'unitHr',
    mustBeTold: true,
  },
  {
    key: 'notRetired',
    requires: { kind: 'status', not: ['retired'] },
    message: { zh: '离退休人员不得申报。', en: 'Retired people may not apply.' },
    clause: 'LN-1-d',
    mustBeTold: true,
  },
  {
    key: 'notCivilServant',
    requires: { kind: 'status', not: ['civilServant', 'managedAsCivilServant'] },
    message: { zh: '公务员不得申报。', en: 'Civil servants may not apply.' },
    clause: 'LN-1-e',
    readings: ['A-09'],
    mustBeTold: true,
  },
  {
    key: 'notUnderDiscipline',
    requires: {
      kind: 'noDiscipline',
      from: 'demerit',
      institutions: ['provincialUniversity', 'provincialHospital', 'provincialInstitution'],
    },
    message: {
      zh: '本通知未提及的情形按照国家及我省有关规定执行：事业单位工作人员受到记过以上处分的，在受处分期间不得申报。',
      en: 'What the notice omits follows national and provincial rules: staff of institutions under a demerit or heavier discipline may not apply while it has effect.',
    },
    clause: 'LN-8.5-a',
    readings: ['A-09'],
    attestedBy: 'unitHr',
  },
  {
    key: 'employed',
    when: {
      employerClasses: employersBut('freelance', 'centralOrOtherProvince'),
    },
    requires: { kind: 'employment' },
    message: {
      zh: '申报人员须在我省企业、事业单位、社会组织、非公有制经济组织等单位建立人事劳动关系。',
      en: 'The applicant needs a personnel or labour relationship with a unit of the province.',
    },
    clause: 'LN-1-a',
    attestedBy: 'unitHr',
  },
  {
    key: 'freelancerYear',
    when: { employerClasses: ['freelance'] },
    requires: { kind: 'yearsInProvince', years: 1 },
    message: {
      zh: '自由职业者须在我省工作1年以上。',
      en: 'A freelancer must have worked in the province for one year or more.',
    },
    clause: 'LN-1-b',
    attestedBy: 'unitHr',
  },
  {
    key: 'freelancerAgency',
    when: { employerClasses: ['freelance'] },
    requires: { kind: 'attestation' },
    message: {
      zh: '本通知未规定自由职业者的用人单位：由人事代理机构履行单位审核、公示、盖章和报送职责，并予以证明。',
      en: 'A personnel agency acts as the unit of a freelancer and must attest it.',
    },
    clause: 'LN-1-b',
    readings: ['A-44'],
    attestedBy: 'unitHr',
  },
];

/** The conditions of applying (LN-1, LN-2.2.2, LN-3, LN-4.2, LN-8); the authority table says who reviews. */
export const eligibility: readonly EligibilityRule[] = [...persons, ...conditions, ...special];

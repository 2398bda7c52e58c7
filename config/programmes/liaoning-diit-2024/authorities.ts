import { type EmployerClass, levels } from '../../../domain/programme/facts.ts';
import type { AuthorityRule, Office, SealingRule } from '../../../domain/programme/offices.ts';

const provincial: readonly EmployerClass[] = [
  'provincialUniversity',
  'provincialStateOwned',
  'provincialHospital',
  'provincialInstitution',
  'provincialSocialOrganisation',
];
const local: readonly EmployerClass[] = [
  'cityOrBelow',
  'municipal',
  'districtOrCounty',
  'socialOrganisation',
  'private',
  'freelance',
];
const ofTheProvince = [...provincial, ...local];
/** Employer classes that are printed for full-senior only; at other levels they go to the city like the others. */
const notPrinted: readonly EmployerClass[] = ['socialOrganisation', 'freelance'];
const printed = local.filter((each) => !notPrinted.includes(each));
const belowFullSenior = levels.filter((level) => level !== 'fullSenior');
const city = {
  zh: '所在市人力资源和社会保障局',
  en: 'the human resources and social security bureau of the city',
};

/** Who reviews, by specialty class, level and employer (LN-2 and model.md 5.4); the first rule that fits applies. */
export const authorities: readonly AuthorityRule[] = [
  {
    specialtyClasses: ['industry', 'artsAndCrafts', 'emerging', 'economics'],
    levels,
    employerClasses: ['centralOrOtherProvince'],
    decision: 'afterDelegation',
    clauses: ['LN-8.1-c'],
  },
  {
    specialtyClasses: ['industry'],
    levels: ['fullSenior'],
    employerClasses: ofTheProvince,
    decision: 'here',
    clauses: ['LN-2.1.1-a'],
  },
  {
    specialtyClasses: ['industry'],
    levels: belowFullSenior,
    employerClasses: provincial,
    decision: 'here',
    clauses: ['LN-2.1.2-a'],
  },
  {
    specialtyClasses: ['industry'],
    levels: belowFullSenior,
    employerClasses: printed,
    decision: 'elsewhere',
    referTo: city,
    clauses: ['LN-2.1.2-b'],
  },
  {
    specialtyClasses: ['industry'],
    levels: belowFullSenior,
    employerClasses: notPrinted,
    decision: 'elsewhere',
    referTo: city,
    clauses: ['LN-2.1.2-b'],
    readings: ['A-44'],
  },
  {
    specialtyClasses: ['emerging'],
    levels,
    employerClasses: ofTheProvince,
    decision: 'here',
    clauses: ['LN-2.1.3-a'],
  },
  {
    specialtyClasses: ['artsAndCrafts'],
    levels: ['fullSenior'],
    employerClasses: ofTheProvince,
    decision: 'here',
    clauses: ['LN-0-a'],
    readings: ['A-18'],
  },
  {
    specialtyClasses: ['artsAndCrafts'],
    levels: belowFullSenior,
    employerClasses: provincial,
    decision: 'here',
    clauses: ['LN-0-a'],
    readings: ['A-18'],
  },
  {
    specialtyClasses: ['artsAndCrafts'],
    levels: belowFullSenior,
    employerClasses: printed,
    decision: 'elsewhere',
    referTo: city,
    clauses: ['LN-2.1.2-b'],
    readings: ['A-18'],
  },
  {
    specialtyClasses: ['artsAndCrafts'],
    levels: belowFullSenior,
    employerClasses: notPrinted,
    decision: 'elsewhere',
    referTo: city,
    clauses: ['LN-2.1.2-b'],
    readings: ['A-18', 'A-44'],
  },
  {
    specialtyClasses: ['economics'],
    levels: ['fullSenior'],
    employerClasses: ofTheProvince,
    decision: 'here',
    clauses: ['LN-2.2.1-a'],
  },
  {
    specialtyClasses: ['economics'],
    levels: ['deputySenior'],
    employerClasses: provincial,
    decision: 'here',
    clauses: ['LN-2.2.2-a'],
  },
  {
    specialtyClasses: ['economics'],
    levels: ['deputySenior'],
    employerClasses: printed,
    decision: 'elsewhere',
    referTo: city,
    clauses: ['LN-2.2.2-b'],
  },
  {
    specialtyClasses: ['economics'],
    levels: ['deputySenior'],
    employerClasses: notPrinted,
    decision: 'elsewhere',
    referTo: city,
    clauses: ['LN-2.2.2-b'],
    readings: ['A-44'],
  },
];

/** Which authority seals after the unit, by the kind of unit (LN-5.6-b, LN-5.6-c). */
export const sealing: readonly SealingRule[] = [
  { employerClasses: ['provincialUniversity'], authority: 'ln-education', clauses: ['LN-5.6-c'] },
  { employerClasses: ['provincialStateOwned'], authority: 'ln-sasac', clauses: ['LN-5.6-c'] },
  { employerClasses: ['provincialHospital'], authority: 'ln-health', clauses: ['LN-5.6-c'] },
  {
    employerClasses: ['provincialInstitution', 'provincialSocialOrganisation'],
    authority: 'ln-provincial-authority',
    clauses: ['LN-5.6-b'],
  },
  { employerClasses: local, authority: 'ln-hrss-city', clauses: ['LN-5.6-b'] },
  // No provincial authority is in charge of these units: the department that forwarded the delegation seals (docs/decisions.md).
  {
    employerClasses: ['centralOrOtherProvince'],
    authority: 'ln-hrss-service-division',
    clauses: ['LN-5.6-b', 'LN-8.1-c'],
  },
];

/** The committee office, the sealing authorities and the association that act in this review. */
export const offices: readonly Office[] = [
  {
    id: 'ln-diit-office',
    name: {
      zh: '辽宁省工业和信息化厅评委会办公室',
      en: 'Committee office of the Liaoning Department of Industry and Information Technology',
    },
    address: {
      zh: '沈阳市皇姑区泰山路64号219房间（高德地图导航：辽宁省经济和信息化委员会离退休干部局，地铁2号线北陵公园站B口，西行800米，不在省政府院内）',
      en: 'Room 219, 64 Taishan Road, Huanggu District, Shenyang (metro line 2, Beiling Park exit B, 800 m west; not inside the provincial government compound)',
    },
    clauses: ['LN-5.7-c'],
  },
  {
    id: 'ln-education',
    name: { zh: '辽宁省教育厅', en: 'Liaoning Department of Education' },
    clauses: ['LN-5.6-c'],
  },
  {
    id: 'ln-sasac',
    name: {
      zh: '辽宁省国资委',
      en: 'Liaoning State-owned Assets Supervision and Administration Commission',
    },
    clauses: ['LN-5.6-c'],
  },
  {
    id: 'ln-health',
    name: { zh: '辽宁省卫健委', en: 'Liaoning Health Commission' },
    clauses: ['LN-5.6-c'],
  },
  {
    id: 'ln-provincial-authority',
    name: { zh: '相应省直主管部门', en: 'The provincial authority in charge of the unit' },
    clauses: ['LN-5.6-b'],
  },
  {
    id: 'ln-hrss-city',
    name: {
      zh: '市（县、区）人力资源和社会保障部门',
      en: 'City, county or district department of human resources and social security',
    },
    clauses: ['LN-5.6-b'],
  },
  {
    id: 'ln-security-association',
    name: {
      zh: '辽宁省公共安全防范行业协会',
      en: 'Liaoning Public Security Technology Industry Association',
    },
    clauses: ['LN-5.6-e'],
  },
  {
    id: 'ln-hrss-service-division',
    name: {
      zh: '辽宁省人力资源和社会保障厅专业技术人员服务处',
      en: 'Professional and Technical Personnel Service Division, Liaoning Human Resources and Social Security Department',
    },
    clauses: ['LN-8.1-b'],
  },
];

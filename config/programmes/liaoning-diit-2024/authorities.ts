import { type EmployerClass, levels, type Role } from '../../../domain/programme/facts.ts';
import type { AuthorityRule, SealingRule } from '../../../domain/programme/offices.ts';

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
/** 由所在市负责评审: the notice names the city and no office of it. */
const city = { zh: '所在市', en: 'the city where the unit is' };

/** Who reviews, by specialty class, level and employer (LN-2); the first rule that fits applies. */
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
  // No provincial authority is in charge of these units: the department that forwarded the delegation seals (docs/readings.md).
  {
    employerClasses: ['centralOrOtherProvince'],
    authority: 'ln-hrss-service-division',
    clauses: ['LN-5.6-b', 'LN-8.1-c'],
  },
];

/** The offices in charge of a role for every application. */
export const fixedOffices: Readonly<Partial<Record<Role, string>>> = {
  association: 'ln-security-association',
  delegationAuthority: 'ln-hrss-service-division',
};

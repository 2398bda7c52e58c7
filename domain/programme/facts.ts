/** Levels in their order; "level by level" means the next one. */
export const levels = ['technician', 'assistant', 'mid', 'deputySenior', 'fullSenior'] as const;
export type Level = (typeof levels)[number];

/** How an application is made. */
export const tracks = [
  'standard',
  'exceptional',
  'greenChannel',
  'delegated',
  'initialDesignation',
  'urgentTalent',
  'sameLevelTransfer',
] as const;
export type Track = (typeof tracks)[number];

/** Who employs the applicant, as the authority tables distinguish it (model.md 5.4). */
export const employerClasses = [
  'provincialUniversity',
  'provincialStateOwned',
  'provincialHospital',
  'provincialInstitution',
  'provincialSocialOrganisation',
  'cityOrBelow',
  'municipal',
  'districtOrCounty',
  'socialOrganisation',
  'private',
  'freelance',
  'centralOrOtherProvince',
] as const;
export type EmployerClass = (typeof employerClasses)[number];

/** Where a person stands in working life (LN-1); `managedAsCivilServant` is staff of units managed by reference to the civil-service law (LYG-1.3-a). */
export const personStatuses = ['inService', 'retired', 'civilServant', 'managedAsCivilServant'] as const;
export type PersonStatus = (typeof personStatuses)[number];

/** What a person may be to an application; grants give all but `applicant` and `system`. */
export const roles = [
  'applicant',
  'unitHr',
  'unitAssessmentGroup',
  'sealingAuthority',
  'association',
  'delegationAuthority',
  'preliminaryAuthority',
  'industryAuthority',
  'talentCentre',
  'committeeOrganiser',
  'committeeOffice',
  'cityTitleOffice',
  'administrator',
  'auditor',
  'objector',
  'system',
] as const;
export type Role = (typeof roles)[number];

/** Who decides in the end: a committee of this programme, or the province's (DL-1.1.3-a, LYG-4.4-e). */
export const destinations = ['here', 'province'] as const;
export type Destination = (typeof destinations)[number];

/** What about an applicant decides which parts of a programme apply. No personal data. */
export type ApplicantFacts = {
  readonly series: string;
  readonly specialty: string;
  readonly level: Level;
  readonly track: Track;
  readonly employerClass: EmployerClass;
  /** The committee that the routing found, and whether it is one of this programme; absent or null before routing. */
  readonly committee?: string | null;
  readonly destination?: Destination | null;
};

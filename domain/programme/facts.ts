/** Levels in rising order; "level by level" means the next one. */
export const levels = ['technician', 'assistant', 'mid', 'deputySenior', 'fullSenior'] as const;
export type Level = (typeof levels)[number];

/** The tracks on which an application can be made. */
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

/** The classes of employers that the authority tables distinguish. */
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

/** The employment status of a person (LN-1); `managedAsCivilServant` is staff of units managed by reference to the civil-service law (LYG-1.3-a). */
export const personStatuses = ['inService', 'retired', 'civilServant', 'managedAsCivilServant'] as const;
export type PersonStatus = (typeof personStatuses)[number];

/** The roles that are held for a unit. */
export const unitRoles = ['unitHr', 'unitAssessmentGroup'] as const;

/** The roles that are held by an office for each application; which office that is stands with the application. */
export const officeRoles = [
  'sealingAuthority',
  'association',
  'delegationAuthority',
  'preliminaryAuthority',
  'industryAuthority',
  'talentCentre',
  'committeeOrganiser',
  'committeeOffice',
  'cityTitleOffice',
] as const;
export type OfficeRole = (typeof officeRoles)[number];

/** The roles of a person on an application; all but `applicant` and `system` come from grants. */
export const roles = [
  'applicant',
  ...unitRoles,
  ...officeRoles,
  'administrator',
  'auditor',
  'expert',
  'objector',
  'system',
] as const;
export type Role = (typeof roles)[number];

/** The roles that are held for one programme or for all. */
export const programmeRoles = ['administrator', 'auditor'] as const satisfies readonly Role[];

const reviewingRoles: readonly Role[] = [...unitRoles, ...officeRoles];

/** Whether a role reviews an application: those of its unit and of the offices. */
export const isReviewingRole = (role: Role): boolean => reviewingRoles.includes(role);

/** Who decides the application: a committee of this programme, or one of the province (DL-1.1.3-a, LYG-4.4-e). */
export const destinations = ['here', 'province'] as const;
export type Destination = (typeof destinations)[number];

/** The facts about an applicant from which the applicable parts of a programme follow. No personal data. */
export type ApplicantFacts = {
  readonly series: string;
  readonly specialty: string;
  readonly level: Level;
  readonly track: Track;
  readonly employerClass: EmployerClass;
  /** The committee found by the routing, and whether it belongs to this programme; absent or null before routing. */
  readonly committee?: string | null;
  readonly destination?: Destination | null;
};

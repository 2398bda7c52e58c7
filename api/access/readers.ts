import type { Role } from '../../domain/programme/facts.ts';

/** Who reads the form and its files (model.md 4); auditors and administrators see how a case goes, and nothing of what was sent in. */
const readsMaterial: readonly Role[] = [
  'applicant',
  'unitHr',
  'unitAssessmentGroup',
  'sealingAuthority',
  'preliminaryAuthority',
  'industryAuthority',
  'talentCentre',
  'committeeOrganiser',
  'committeeOffice',
  'cityTitleOffice',
];
/** Whom the number, telephone and photo of an applicant concern (model.md 4): not those who assess achievements. */
const knowsPerson: readonly Role[] = readsMaterial.filter((role) => role !== 'unitAssessmentGroup');
/** Files that show who somebody is. */
const personal: readonly string[] = ['photo'];
/** Who reads opinions and reasons. */
const readsTexts: readonly Role[] = [
  'applicant',
  'unitHr',
  'unitAssessmentGroup',
  'committeeOffice',
  'sealingAuthority',
];
/** Who reads what an objection says and who made it (model.md 4). */
const objectionReaders: readonly Role[] = ['unitHr', 'committeeOffice', 'sealingAuthority'];

const among = (roles: readonly Role[], those: readonly Role[]) => roles.some((role) => those.includes(role));

/** Whether someone in these roles reads the form: also the association, which seals a page that is printed from it (LN-5.6-e). */
export const mayReadForm = (roles: readonly Role[]): boolean => among(roles, [...readsMaterial, 'association']);

/** Whether someone in these roles sees how the conditions of applying were judged: whoever answers for them or reviews. */
export const mayReadConditions = (roles: readonly Role[]): boolean => among(roles, readsMaterial);

/** Whether someone in these roles may know an applicant's number and telephone. */
export const mayKnowPerson = (roles: readonly Role[]): boolean => among(roles, knowsPerson);

/** Whether someone in these roles may open files of a kind; of all files the association's concern is the stamped page. */
export function mayReadFile(kind: string, roles: readonly Role[]): boolean {
  if (personal.includes(kind)) return mayKnowPerson(roles);
  return among(roles, readsMaterial) || (kind === 'stampedPage' && roles.includes('association'));
}

/** Whether opinions and reasons may be read in one of these roles. */
export const readsSealedTexts = (roles: readonly Role[]): boolean => among(roles, readsTexts);

/** Whether objections may be read in one of these roles; never by the applicant, also not as one who holds such a role. */
export const readsObjections = (roles: readonly Role[]): boolean =>
  !roles.includes('applicant') && among(roles, objectionReaders);

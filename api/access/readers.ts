import type { Role } from '../../domain/programme/facts.ts';

/** The roles that read the form and its files. Auditors and administrators see the course of a case, but nothing that was sent in. */
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
  'expert',
];
/** The roles that may see the identity number, telephone and photo of an applicant; those who assess achievements may not. */
const knowsPerson: readonly Role[] = readsMaterial.filter(
  (role) => role !== 'unitAssessmentGroup' && role !== 'expert',
);
/** Kinds of files that identify the applicant. */
const personal: readonly string[] = ['photo'];
/** Who reads opinions and reasons. */
const readsTexts: readonly Role[] = [
  'applicant',
  'unitHr',
  'unitAssessmentGroup',
  'committeeOffice',
  'sealingAuthority',
];
/** The roles that read the text and the author of an objection. */
const objectionReaders: readonly Role[] = ['unitHr', 'committeeOffice', 'sealingAuthority'];

const among = (roles: readonly Role[], those: readonly Role[]) => roles.some((role) => those.includes(role));

/** Whether someone in these roles reads the form: also the association, which seals a page that is printed from it (LN-5.6-e). */
export const mayReadForm = (roles: readonly Role[]): boolean => among(roles, [...readsMaterial, 'association']);

/** Whether one of these roles sees how the conditions for applying were judged: the people who attest them, and reviewers. */
export const mayReadConditions = (roles: readonly Role[]): boolean => among(roles, readsMaterial);

/** Whether someone in these roles may know an applicant's number and telephone. */
export const mayKnowPerson = (roles: readonly Role[]): boolean => among(roles, knowsPerson);

/** Whether someone in these roles may open files of a kind; of all files the association's concern is the stamped page. */
export function mayReadFile(kind: string, roles: readonly Role[]): boolean {
  if (personal.includes(kind)) return mayKnowPerson(roles);
  return among(roles, readsMaterial) || (kind === 'stampedPage' && roles.includes('association'));
}

/** Whether one of these roles may read opinions and reasons. */
export const readsSealedTexts = (roles: readonly Role[]): boolean => among(roles, readsTexts);

/** Whether one of these roles may read objections. The applicant never may, not even with such a role. */
export const readsObjections = (roles: readonly Role[]): boolean =>
  !roles.includes('applicant') && among(roles, objectionReaders);

/** Whether one of these roles may read objections to a publicity of the unit, or of an office: the unit reads only those to its own. */
export const readsObjectionsTo = (board: 'unit' | 'office', roles: readonly Role[]): boolean =>
  readsObjections(board === 'unit' ? roles : roles.filter((role) => role !== 'unitHr'));

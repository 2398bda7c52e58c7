import { plainText } from './plain-text.ts';

/** The one form in which numbers and names that must be unique are compared: no width, no case, no blanks, nothing that cannot be seen. */
export const normalForm = (value: string): string =>
  plainText(value.normalize('NFKC'))
    .replaceAll(/[\s\u2800]/g, '')
    .toLowerCase();

/** Of a name or title its letters and digits only, because brackets and other signs are written in many ways; a name of signs alone stays. */
export const normalName = (name: string): string => {
  const form = normalForm(name);
  return form.replaceAll(/[^\p{L}\p{N}]/gu, '') || form;
};

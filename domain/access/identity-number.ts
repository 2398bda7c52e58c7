import { type IsoDate, isIsoDate } from '../calendar/dates.ts';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkDigits = '10X98765432';

/** The check digit of the first 17 digits of a citizen identity number (GB 11643-1999, ISO 7064 MOD 11-2). */
export function identityCheckDigit(first17: string): string {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(first17[at]), 0);
  return checkDigits.charAt(sum % 11);
}

/** Whether a text is a citizen identity number: 18 characters, a birth date that exists, the right check digit (GB 11643-1999). */
export function isIdentityNumber(number: string): boolean {
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) return false;
  const birth = cardOf(number).bornOn;
  return isIsoDate(birth) && birth >= '1900-01-01' && identityCheckDigit(number.slice(0, 17)) === number[17];
}

/** The birth date and the sex in a citizen identity number (GB 11643-1999). */
export type Card = { readonly bornOn: IsoDate; readonly gender: 'male' | 'female' };

/** What a citizen identity number says of its holder: the birth date in digits 7 to 14; digit 17 is odd for men. */
export const cardOf = (number: string): Card => ({
  bornOn: `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`,
  gender: Number(number[16]) % 2 === 1 ? 'male' : 'female',
});

/** An identity number as it is shown: the first six and the last four characters. */
export const maskIdentity = (number: string): string => `${number.slice(0, 6)}********${number.slice(-4)}`;

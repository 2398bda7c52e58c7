import { isIsoDate } from '../calendar/dates.ts';
import { normalForm } from '../normal-form.ts';
import { type Text, text } from '../text.ts';
import { type Card, cardOf, isIdentityNumber, maskIdentity } from './identity-number.ts';

/**
 * The documents by which somebody may say who they are. `citizenId` is every number of GB 11643: the identity card, the residence permit of a resident of
 * Hong Kong, Macao or Taiwan (it begins with 810000, 820000 or 830000), and the permanent residence card of a foreigner since 2023 (it begins with 9).
 */
export const identityTypes = ['citizenId', 'passport', 'hkMacaoPermit', 'taiwanPermit', 'oldResidenceCard'] as const;
export type IdentityType = (typeof identityTypes)[number];
export type IdentityDocument = { readonly type: IdentityType; readonly number: string };

type Kind = {
  readonly name: Text;
  readonly fits: (number: string) => boolean;
  /** What a number of this kind looks like. */
  readonly form: Text;
  /** How many of the first characters belong to the person; the rest counts the cards issued. */
  readonly ofPerson?: number;
};

const kinds: Readonly<Record<IdentityType, Kind>> = {
  citizenId: {
    name: text('身份证号', 'identity number'),
    fits: isIdentityNumber,
    form: text(
      '须为校验码正确的公民身份号码（GB 11643）',
      'must be a citizen identity number with its right check digit (GB 11643)',
    ),
  },
  passport: {
    name: text('护照', 'passport'),
    fits: (number) => /^(?=.*\d)[A-Z\d]{5,15}$/.test(number),
    form: text('护照号码须为5至15位字母和数字', 'must be a passport number: 5 to 15 letters and digits'),
  },
  hkMacaoPermit: {
    name: text('港澳居民来往内地通行证', 'mainland travel permit of a Hong Kong or Macao resident'),
    fits: (number) => /^[HM]\d{8}(?:\d{2})?$/.test(number),
    form: text('通行证号码须为H或M加8位或10位数字', 'must be H or M with 8 or 10 digits'),
    ofPerson: 9,
  },
  taiwanPermit: {
    name: text('台湾居民来往大陆通行证', 'mainland travel permit of a Taiwan resident'),
    fits: (number) => /^\d{8}(?:\d{2}(?:[A-Z]|\([A-Z]\))?)?$/.test(number),
    form: text(
      '通行证号码须为8位数字，或10位数字加括号内字母',
      'must be 8 digits, or 10 digits with a letter in brackets',
    ),
    ofPerson: 8,
  },
  oldResidenceCard: {
    name: text('外国人永久居留证', 'permanent residence card of a foreigner'),
    fits: (number) => {
      const [, year, month, day] = /^[A-Z]{3}\d{4}(\d{2})(\d{2})(\d{2})\d{2}$/.exec(number) ?? [];
      return [`19${year}`, `20${year}`].some((century) => isIsoDate(`${century}-${month}-${day}`));
    },
    form: text(
      '永久居留证号码须为3位字母加12位数字，其中含出生日期',
      'must be 3 letters and 12 digits with the birth date in them',
    ),
  },
};

/** What a document is called in print. */
export const nameOfDocument = (type: IdentityType): Text => kinds[type].name;

/** A number as it is kept, in whatever width, case and spacing it was typed. */
export const documentNumber = (typed: string): string => normalForm(typed).toUpperCase();

/** Why a number cannot be one of this type, or null. */
export const misfit = ({ type, number }: IdentityDocument): Text | null =>
  kinds[type].fits(number) ? null : kinds[type].form;

/** What is the same whenever the same person names the same document: type and number, without how often the card was issued. */
export const documentKey = ({ type, number }: IdentityDocument): string =>
  type === 'citizenId' ? number : `${type}:${number.slice(0, kinds[type].ofPerson)}`;

/** A document as the one text that is sealed; a text without a type is a citizen's number. */
export const documentText = ({ type, number }: IdentityDocument): string =>
  type === 'citizenId' ? number : `${type}:${number}`;

/** The document of a text that was sealed. */
export function documentOf(opened: string): IdentityDocument {
  const [first = '', number] = opened.split(':');
  const type = identityTypes.find((each) => each === first);
  return type === undefined || number === undefined ? { type: 'citizenId', number: opened } : { type, number };
}

/** The birth date and the sex that a document says in its number; null where it says neither. */
export const cardOfDocument = ({ type, number }: IdentityDocument): Card | null =>
  type === 'citizenId' ? cardOf(number) : null;

/** A document number as it is shown: the ends only. */
export const maskDocument = ({ type, number }: IdentityDocument): string =>
  type === 'citizenId' ? maskIdentity(number) : `${number.slice(0, 2)}******${number.slice(-2)}`;

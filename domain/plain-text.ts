/**
 * Characters that are not drawn: default-ignorable ones (zero-width spaces, joiners and fillers, soft hyphens, marks of direction). A variation selector after a
 * Chinese character chooses its shape, and stays.
 */
const INVISIBLE =
  /(?<!\p{Script=Han})[\ufe00-\ufe0f\u{e0100}-\u{e01ef}]|(?![\ufe00-\ufe0f\u{e0100}-\u{e01ef}\u202a-\u202e\u2066-\u2069])\p{Default_Ignorable_Code_Point}/gu;
/** What ends a line: in Windows, in a soft break of Word, on a new page, and in Unicode. */
const LINE_ENDS = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
/** What reverses the direction of the text after it, so that what is read is not what is kept. */
const OVERRIDES = /[\u202a-\u202e\u2066-\u2069]/;
/** Control characters but tab and line feed, halves of characters, and code points that are no characters; XML forbids most of them. */
const FORBIDDEN = /(?![\n\t])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}/u;
/** A letter, digit or sign. The Braille blank is a symbol by its class, and empty. */
const VISIBLE = /(?!\u2800)[\p{L}\p{N}\p{P}\p{S}]/u;

/** Text as people type and paste it, written in one way: composed characters (NFC), line feeds as line ends, nothing invisible. */
export function plainText(value: string): string {
  return value.normalize('NFC').replace(LINE_ENDS, '\n').replace(INVISIBLE, '');
}

/** Whether a plain text has something to be seen in it. */
export const isVisible = (value: string): boolean => VISIBLE.test(value);

/** Whether a plain text has only characters that can be shown, printed and written as XML. */
export const isPrintable = (value: string): boolean => !FORBIDDEN.test(value) && !OVERRIDES.test(value);

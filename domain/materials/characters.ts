const CHINESE = /\p{Script=Han}/gu;
const LATIN_WORD = /[\p{Script=Latin}\p{Nd}]+(?:['’-][\p{Script=Latin}\p{Nd}]+)*/gu;

/** The length of a text in 字 as reading A-05 counts: Chinese characters, and each word or number in Latin letters or digits as one; no signs, no spaces. */
export function countCharacters(text: string): number {
  return (text.match(CHINESE)?.length ?? 0) + (text.match(LATIN_WORD)?.length ?? 0);
}

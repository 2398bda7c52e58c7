/** A name as strangers may see it: its first character, and a mark for each of the others, at most three. */
export function maskedName(name: string): string {
  const [first = '', ...others] = Array.from(name.trim());
  return first + '＊'.repeat(Math.min(others.length, 3));
}

/**
 * The longest time by which a case wakes after a deadline of its own, ms. All who share a window fall due in one instant, and 5,000 timers at once are a
 * storm; over ten minutes they are eight a second, which two cores settle beside their daily work. Nobody waits for it: a lapse counts as of its due instant,
 * whoever looks or acts meanwhile is answered as if it were recorded, and ten minutes after midnight no office is open.
 */
export const longestWakeSpreadMs = 600_000;

/** How long after each deadline the case with this number wakes, ms: from 0 to just under `longestMs`, always the same for a number, and even over many. */
export function wakeSpreadOf(no: string, longestMs: number): number {
  return Math.floor((hashOf(no) / 2 ** 32) * longestMs);
}

/** FNV-1a of the characters, finished as MurmurHash3 is, so that numbers that follow each other lie far apart: 32 bits, unsigned. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1) hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

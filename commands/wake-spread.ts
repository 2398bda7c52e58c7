/** How long after each deadline the case with this number wakes, ms: from 0 to just under `longestMs`, always the same for a number, and even over many. */
export function wakeSpreadOf(no: string, maxMs: number): number {
  return Math.floor((hashOf(no) / 2 ** 32) * maxMs);
}

/** FNV-1a of the characters, finished like MurmurHash3, so that consecutive numbers get distant values; 32 bits, unsigned. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1) hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

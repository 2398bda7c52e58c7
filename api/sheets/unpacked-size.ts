const endOfDirectory = 0x06054b50;
const entryOfDirectory = 0x02014b50;
const endLength = 22;
const entryLength = 46;
const commentAtMost = 0xffff;
/** The flag of an entry whose sizes stand behind its data. */
const sizesBehind = 0x08;
/** An empty file, packed. */
const emptyPacked = 2;

/**
 * How many bytes the entries of a ZIP file say they unpack to, by its directory; null where it has none. Whoever unpacks it stops at these sizes, so a small file that
 * would become a huge one is known before. An entry that does not say its size counts as endless.
 */
export function unpackedSize(data: Buffer): number | null {
  const end = data.lastIndexOf(bytesOf(endOfDirectory));
  if (end < Math.max(0, data.length - endLength - commentAtMost) || end + endLength > data.length) return null;
  const count = data.readUInt16LE(end + 10);
  let place = data.readUInt32LE(end + 16);
  let sum = 0;
  for (let n = 0; n < count; n += 1) {
    if (place + entryLength > data.length || data.readUInt32LE(place) !== entryOfDirectory) return null;
    const [packed, unpacked] = [data.readUInt32LE(place + 20), data.readUInt32LE(place + 24)];
    const unsaid = packed === 0 ? (data.readUInt16LE(place + 8) & sizesBehind) !== 0 : unpacked === 0;
    sum += unsaid && packed !== emptyPacked ? Number.POSITIVE_INFINITY : unpacked;
    place +=
      entryLength + data.readUInt16LE(place + 28) + data.readUInt16LE(place + 30) + data.readUInt16LE(place + 32);
  }
  return sum;
}

function bytesOf(signature: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature);
  return bytes;
}

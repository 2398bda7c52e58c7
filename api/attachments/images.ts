import { type Text, text } from '../../domain/text.ts';

/** Width and height in pixels. */
export type ImageSize = { readonly width: number; readonly height: number };

/** The longest side and the most pixels of an image: a scan of A3 at 600 dpi has 70 million, and many more exhaust the memory of whoever opens it. */
const limits = { side: 20_000, pixels: 100_000_000 };

/** Why an image is not taken: it is not whole, or larger than programs can show; null where it is taken. */
export function imageProblem(data: Buffer): Text | null {
  const size = sizeOf(data);
  if (!size) return broken;
  const { width, height } = size;
  return Math.max(width, height) > limits.side || width * height > limits.pixels ? tooLarge : null;
}

/** The size of a JPEG or PNG image by its header; null where the header, the pixels or the end of the image are missing. */
export function sizeOf(data: Buffer): ImageSize | null {
  const size = data[0] === jpeg.begins ? jpegSize(data) : pngSize(data);
  return size && size.width > 0 && size.height > 0 ? size : null;
}

const jpeg = { begins: 0xff, scan: 0xda, end: Buffer.from([0xff, 0xd9]) };
/** The markers of a frame header, in which the size stands (ITU-T T.81, table B.1): C0 to CF without the three that mean something else. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Goes from segment to segment up to the pixels. A small picture inside a segment has a size and an end of its own and is passed over with its segment. */
function jpegSize(data: Buffer): ImageSize | null {
  let size: ImageSize | null = null;
  let at = 2;
  while (at + 9 <= data.length && data[at] === 0xff) {
    const marker = data[at + 1] ?? 0;
    if (marker === jpeg.scan) return data.includes(jpeg.end, at) ? size : null;
    if (isFrame(marker)) size = { height: data.readUInt16BE(at + 5), width: data.readUInt16BE(at + 7) };
    // Before a marker any number of bytes FF may stand.
    at += marker === 0xff ? 1 : 2 + data.readUInt16BE(at + 2);
  }
  return null;
}

/** Goes from chunk to chunk up to the end. */
function pngSize(data: Buffer): ImageSize | null {
  let size: ImageSize | null = null;
  let pixels = false;
  let at = 8;
  while (at + 12 <= data.length) {
    const type = data.toString('latin1', at + 4, at + 8);
    if (type === 'IEND') return pixels ? size : null;
    if (type === 'IHDR' && at + 16 <= data.length)
      size = { width: data.readUInt32BE(at + 8), height: data.readUInt32BE(at + 12) };
    if (type === 'IDAT') pixels = true;
    at += 12 + data.readUInt32BE(at);
  }
  return null;
}

const broken = text('图片文件不完整，无法打开。', 'The image is not whole; nobody can open it.');
const tooLarge = text(
  '图片不得超过1亿像素，且每边不得超过20000像素，请缩小后上传。',
  'An image has 100 million pixels at most, and 20,000 on each side: make it smaller and send it again.',
);

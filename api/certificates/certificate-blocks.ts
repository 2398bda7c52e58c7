import { encodeQR } from 'qr';
import { type Block, fields, pictured, printedDate, right, subtitle, text, title } from '../documents/blocks.ts';

/** A certificate as it was issued. */
export type PaperCertificate = {
  readonly name: string;
  readonly series: string;
  readonly specialty: string;
  readonly level: string;
  readonly committee: string;
  readonly office: string;
  readonly authority: string;
  /** The day of the meeting that passed it; null where no session of the service did. */
  readonly passedOn: string | null;
  readonly issuedOn: string;
  readonly revokedOn: string | null;
  readonly number: string;
  /** The address at which anyone can ask whether it is valid. */
  readonly link: string;
};

const pixelsPerModule = 6;
const codeMillimetres = 35;

/** The certificate, with a code that leads to the public answer whether it is valid; no identity number stands on it. */
export const certificate = (it: PaperCertificate): Block[] => [
  title('职称证书'),
  subtitle(it.authority),
  ...(it.revokedOn ? [text(`本证书自${printedDate(it.revokedOn)}起已撤销，不再有效。`)] : []),
  fields([
    ['姓名', it.name],
    ['级别', it.level],
    ['系列', it.series],
    ['专业', it.specialty],
    ['评审委员会', it.committee, 'wide'],
    ...(it.passedOn ? [['评审通过日期', printedDate(it.passedOn)] as const] : []),
    ['发证日期', printedDate(it.issuedOn)],
    ['管理号', it.number, 'wide'],
  ]),
  pictured(codeOf(it.link), codeMillimetres),
  subtitle('扫描二维码可查询本证书是否有效'),
  right(`${it.office}（公章）`),
  right(printedDate(it.issuedOn)),
];

/** The link as a code to be scanned. */
export function codeOf(link: string) {
  const bytes = Buffer.from(encodeQR(link, 'gif', { ecc: 'medium', scale: pixelsPerModule }));
  // The size of a GIF stands behind its six letters.
  const [width, height] = [bytes.readUInt16LE(6), bytes.readUInt16LE(8)];
  return { type: 'gif' as const, bytes, width, height, toJSON: () => link };
}

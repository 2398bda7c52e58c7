import { generateKeyPairSync, type KeyObject, randomBytes, sign, X509Certificate } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A certificate with its key, as files that their owner alone reads. */
export type CertificateFiles = { readonly certificate: string; readonly key: string };

/** The name in the certificate, by which each side knows the other. */
export const SERVER_NAME = 'temporal.zhicheng';
const YEAR_MS = 365 * 86_400_000;
const LASTS_MS = 10 * YEAR_MS;

/** Where a data folder keeps them. */
export const certificateFiles = (dataDir: string): CertificateFiles => ({
  certificate: join(dataDir, 'certificates', 'temporal.crt'),
  key: join(dataDir, 'certificates', 'temporal.key'),
});

/**
 * The certificate of the Temporal server that `npm start` runs, made at the first start and again when less than a year is left. It is the server's and the
 * client's in one: each side demands exactly this one of the other, so whoever cannot read its key is let in by neither.
 */
export function keptCertificate(dataDir: string): CertificateFiles {
  const files = certificateFiles(dataDir);
  mkdirSync(dirname(files.key), { recursive: true, mode: 0o700 });
  if (isGood(files)) return files;
  const { certificate, key } = makeCertificate(new Date());
  // The certificate last: it is what says that both are there.
  for (const [file, text] of [
    [files.key, key],
    [files.certificate, certificate],
  ] as const) {
    writeFileSync(`${file}.new`, text, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return files;
}

function isGood({ certificate, key }: CertificateFiles): boolean {
  if (!existsSync(certificate) || !existsSync(key)) return false;
  return Date.parse(new X509Certificate(readFileSync(certificate)).validTo) - Date.now() > YEAR_MS;
}

/** A self-signed certificate for loopback (X.509 v3, ECDSA on P-256) and its key, in PEM. Node makes keys and signs, but writes no certificates. */
export function makeCertificate(from: Date): { readonly certificate: string; readonly key: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const body = certificateBody(publicKey, from);
  const signature = sign('sha256', body, privateKey);
  const der = sequence(body, ALGORITHM, tagged(0x03, Buffer.from([0]), signature));
  const lines = der.toString('base64').match(/.{1,64}/g) ?? [];
  return {
    certificate: `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

function certificateBody(publicKey: KeyObject, from: Date): Buffer {
  const serial = randomBytes(16);
  serial[0] = 0x40 | ((serial[0] ?? 0) & 0x3f);
  const name = sequence(tagged(0x31, sequence(oid('550403'), tagged(0x0c, Buffer.from(SERVER_NAME)))));
  const until = new Date(from.getTime() + LASTS_MS);
  const names = sequence(tagged(0x82, Buffer.from(SERVER_NAME)), tagged(0x87, Buffer.from([127, 0, 0, 1])));
  const uses = sequence(oid('2b06010505070301'), oid('2b06010505070302'));
  const extensions = sequence(
    extension('551d13', sequence()), // basicConstraints: signs no other certificate
    extension('551d11', names), // subjectAltName
    extension('551d25', uses), // extKeyUsage: server and client
  );
  return sequence(
    tagged(0xa0, tagged(0x02, Buffer.from([2]))),
    tagged(0x02, serial),
    ALGORITHM,
    name,
    sequence(utcTime(from), utcTime(until)),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    tagged(0xa3, extensions),
  );
}

/** One value of DER: its tag, its length, what is in it. */
function tagged(tag: number, ...content: readonly Buffer[]): Buffer {
  const inside = Buffer.concat(content);
  const { length } = inside;
  const sizes = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...sizes]), inside]);
}

const sequence = (...content: readonly Buffer[]) => tagged(0x30, ...content);
const oid = (hex: string) => tagged(0x06, Buffer.from(hex, 'hex'));
const extension = (id: string, value: Buffer) => sequence(oid(id), tagged(0x04, value));
const utcTime = (at: Date) => tagged(0x17, Buffer.from(`${at.toISOString().slice(2, 19).replaceAll(/[-:T]/g, '')}Z`));
/** ecdsa-with-SHA256 */
const ALGORITHM = sequence(oid('2a8648ce3d040302'));

import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:http2';
import { buffer } from 'node:stream/consumers';
import { type CertificateFiles, SERVER_NAME } from '../certificate.ts';

const SERVING = Buffer.from([8, 1]);
const WITHIN_MS = 2_000;

/**
 * Asks a service by gRPC's health protocol whether it serves: true, or undefined if it does not yet. It does not use Temporal's client, which would cost the
 * supervisor 30 MiB.
 */
export async function isServing(
  address: string,
  service: string,
  { certificate, key }: CertificateFiles,
): Promise<true | undefined> {
  const cert = readFileSync(certificate);
  const session = connect(`https://${address}`, { ca: cert, cert, key: readFileSync(key), servername: SERVER_NAME });
  const failed = once(session, 'error').then(([error]) => Promise.reject(error));
  try {
    const request = session.request({
      ':method': 'POST',
      ':path': '/grpc.health.v1.Health/Check',
      'content-type': 'application/grpc',
      te: 'trailers',
    });
    request.setTimeout(WITHIN_MS, () => request.destroy(new Error(`${address} did not answer`)));
    const name = Buffer.from(service);
    const message = Buffer.concat([Buffer.from([10, name.length]), name]);
    request.end(framed(message));
    const answer = await Promise.race([buffer(request), failed]);
    return answer.equals(framed(SERVING)) ? true : undefined;
  } finally {
    session.destroy();
  }
}

/** A message of gRPC on the wire: not compressed, with its length. */
function framed(message: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt32BE(message.length, 1);
  return Buffer.concat([head, message]);
}

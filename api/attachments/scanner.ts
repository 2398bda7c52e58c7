import type { Logger } from 'pino';
import { text } from '../../domain/text.ts';
import { HttpError } from '../http/errors.ts';
import type { Scanner } from '../http/route.ts';
import { type ClamdAddress, ping, scan } from './clamd.ts';

/** The scanner behind `CLAMD`; null where that is not set. The log says which it is. */
export function openScanner(address: ClamdAddress | undefined, log: Logger): Scanner | null {
  if (!address) {
    log.warn('CLAMD is not set: uploaded files are not scanned for viruses');
    return null;
  }
  ping(address).then(
    () => log.info('uploaded files are scanned for viruses by clamd'),
    (error: unknown) => log.error({ err: error }, 'clamd does not answer: uploads are refused until it does'),
  );
  return {
    virusIn: async (data) => {
      const found = await scan(address, data).catch((error: unknown) => {
        throw notScanned(error);
      });
      if (found) log.warn({ signature: found }, 'an upload with a virus was refused');
      return found;
    },
    ping: () => ping(address),
  };
}

const notScanned = (cause: unknown) =>
  new HttpError(
    503,
    'SCANNER_UNAVAILABLE',
    text(
      '病毒扫描暂不可用，文件未接收，请稍后用同一幂等键重试。',
      'Files cannot be scanned for viruses now and this one was not taken: repeat later with the same key.',
    ),
    { headers: { 'Retry-After': '30' }, cause },
  );

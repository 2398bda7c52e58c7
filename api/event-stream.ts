import { setTimeout as pause } from 'node:timers/promises';
import type { Response } from 'express';

/** How many streams one process holds open, how often each looks for news, and how often it says that it lives, ms. */
export const streamsAtMost = 200;
const lookEveryMs = 1_000;
const sayAliveEveryMs = 15_000;

let openStreams = 0;

/** One piece of news; `id` comes back as `Last-Event-ID` when the reader connects again. */
export type News = { readonly id: number; readonly name: string; readonly data: unknown };

/** Whether one more stream may be opened. */
export const hasRoom = (): boolean => openStreams < streamsAtMost;

/**
 * Writes server-sent events until the reader goes away or `next` says that nothing will come any more (null). `next` gives the news after an
 * id, and throws where the reader may no longer see it: the stream ends then.
 */
export async function stream(
  response: Response,
  after: number,
  next: (after: number) => Promise<readonly News[] | null>,
): Promise<void> {
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  openStreams += 1;
  try {
    response.status(200).set({
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'private, no-cache',
      'X-Accel-Buffering': 'no',
    });
    response.flushHeaders();
    await writeNews(response, gone.signal, { after, next });
  } finally {
    openStreams -= 1;
    response.end();
  }
}

async function writeNews(
  response: Response,
  gone: AbortSignal,
  { after, next }: { after: number; next: (after: number) => Promise<readonly News[] | null> },
): Promise<void> {
  let last = after;
  let saidAt = Date.now();
  while (!gone.aborted) {
    const news = await next(last);
    if (news === null) return;
    for (const { id, name, data } of news) {
      response.write(`id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
      last = id;
    }
    if (news.length > 0) saidAt = Date.now();
    else if (Date.now() - saidAt >= sayAliveEveryMs) {
      response.write(': alive\n\n');
      saidAt = Date.now();
    }
    await pause(lookEveryMs, undefined, { signal: gone }).catch(() => undefined);
  }
}

import { setTimeout as pause } from 'node:timers/promises';
import type { Response } from 'express';
import { maxStreams, maxStreamsOfOne } from './limits.ts';

/** How often a stream looks for new events, and how often it sends a sign of life, ms. */
const lookEveryMs = 1_000;
const sayAliveEveryMs = 15_000;

const openStreams: string[] = [];

/** One event of a stream; the reader sends `id` as `Last-Event-ID` when it connects again. */
export type News = { readonly id: number; readonly name: string; readonly data: unknown };

/** The refusal of one more stream for a subject, because the process or the subject has too many; null if it may be opened. */
export function noRoom(subject: string): 'all' | 'subject' | null {
  if (openStreams.length >= maxStreams) return 'all';
  return openStreams.filter((each) => each === subject).length >= maxStreamsOfOne ? 'subject' : null;
}

/** The reader of a stream, the id after which it begins, and its latest end (real epoch ms); `next` returns the events after an id. */
export type Reading = {
  readonly subject: string;
  readonly after: number;
  readonly untilMs: number;
  readonly next: (after: number) => Promise<readonly News[] | null>;
};

/** The headers of a stream. */
export const streamHeaders = {
  'Content-Type': 'text/event-stream',
  'Cache-Control': 'private, no-cache',
  'X-Accel-Buffering': 'no',
} as const;

/**
 * Writes server-sent events until the reader goes away, the reading's time is over or `next` says that nothing will come any more (null), for instance
 * because the reader may no longer see it.
 */
export async function stream(response: Response, reading: Reading): Promise<void> {
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  // The reader may have disconnected before the listener was added.
  if (response.closed) return;
  openStreams.push(reading.subject);
  try {
    response.status(200).set({ ...streamHeaders });
    response.flushHeaders();
    await writeNews(response, gone.signal, reading);
  } finally {
    openStreams.splice(openStreams.indexOf(reading.subject), 1);
    response.end();
  }
}

async function writeNews(response: Response, gone: AbortSignal, { after, untilMs, next }: Reading): Promise<void> {
  let last = after;
  let saidAt = Date.now();
  while (!gone.aborted && Date.now() < untilMs) {
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
    await pause(Math.max(0, Math.min(lookEveryMs, untilMs - Date.now())), undefined, { signal: gone }).catch(
      () => undefined,
    );
  }
}

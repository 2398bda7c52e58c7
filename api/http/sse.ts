import { setTimeout as pause } from 'node:timers/promises';
import type { Response } from 'express';

/** How many streams one process holds open, how many of them for one subject, how often each looks for news, and how often it says that it lives, ms. */
const streamsAtMost = 200;
const streamsOfOneAtMost = 5;
const lookEveryMs = 1_000;
const sayAliveEveryMs = 15_000;

const openStreams: string[] = [];

/** One piece of news; `id` comes back as `Last-Event-ID` when the reader connects again. */
export type News = { readonly id: number; readonly name: string; readonly data: unknown };

/** Why one more stream of a subject may not be opened, or null where it may: the process has enough, or the subject has. */
export function noRoom(subject: string): 'all' | 'subject' | null {
  if (openStreams.length >= streamsAtMost) return 'all';
  return openStreams.filter((each) => each === subject).length >= streamsOfOneAtMost ? 'subject' : null;
}

/** Who reads a stream, after which id, and until when at the latest (real epoch ms); `next` gives the news after an id. */
export type Reading = {
  readonly subject: string;
  readonly after: number;
  readonly untilMs: number;
  readonly next: (after: number) => Promise<readonly News[] | null>;
};

/**
 * Writes server-sent events until the reader goes away, the reading's time is over or `next` says that nothing will come any more (null), for instance
 * because the reader may no longer see it.
 */
export async function stream(response: Response, reading: Reading): Promise<void> {
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  // Whoever left before anyone listened is not told of any more.
  if (response.closed) return;
  openStreams.push(reading.subject);
  try {
    response.status(200).set({
      'Content-Type': 'text/event-stream',
      'Cache-Control': 'private, no-cache',
      'X-Accel-Buffering': 'no',
    });
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

import { text } from '../../domain/text.ts';
import { HttpError } from '../http/errors.ts';

/**
 * Counts tries of each subject in this process, so that nobody finds something out by trying: the returned function throws a 429 with
 * Retry-After once a subject has made as many as allowed within the time, counted from the first of them, ms.
 */
export function rateLimit(atMost: number, withinMs: number): (subject: string) => void {
  const counts = new Map<string, { tries: number; untilMs: number }>();
  return (subject) => {
    const now = performance.now();
    // In order of their beginning, so that those that are over stand first.
    for (const [each, { untilMs }] of counts) {
      if (untilMs > now) break;
      counts.delete(each);
    }
    const count = counts.get(subject) ?? { tries: 0, untilMs: now + withinMs };
    if (count.tries >= atMost) throw tooManyRequests(Math.ceil((count.untilMs - now) / 1000));
    counts.set(subject, { ...count, tries: count.tries + 1 });
  };
}

const tooManyRequests = (seconds: number) =>
  new HttpError(429, 'TOO_MANY_TRIES', text('尝试次数过多，请稍后再试。', 'Too many tries; try again later.'), {
    headers: { 'Retry-After': String(seconds) },
  });

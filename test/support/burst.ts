import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { CommandDeps } from '../../commands/deps.ts';
import { type ActRequest, type ActResult, act } from '../../commands/intents/act.ts';
import type { TestCase } from './backend.ts';

/** One action of a burst as its caller saw it: what was acknowledged (a receipt or the end), and what was thrown at it on the way. */
export type Seen = {
  readonly no: string;
  readonly request: ActRequest;
  readonly acknowledged: ActResult | null;
  readonly thrown: readonly string[];
  /** Whether its end was a refusal, as far as its caller stayed to see it. */
  readonly turnedDown: boolean;
};

const list = { deficiencies: [{ item: 'title', clause: 'LN-4.1-c' }] };

/** Callers of many applications at once: in each the unit returns and the applicant submits again, in turn. */
export class Burst {
  readonly seen: Seen[] = [];
  finished = 0;
  private readonly deps: CommandDeps;
  private over = false;

  constructor(deps: CommandDeps) {
    this.deps = deps;
  }

  /** No further action is begun; what is under way goes on to its end. */
  stop(): void {
    this.over = true;
  }

  /** Callers that do as they are told: an error or a receipt is repeated with the same key until there is an end. */
  async insist(cases: readonly TestCase[], actionsEach: number): Promise<void> {
    await Promise.all(
      cases.map(async (one) => {
        for (let turn = 0; turn < actionsEach && !this.over; turn++) await this.toItsEnd(next(one, turn));
      }),
    );
  }

  /** Callers that ask once and go away whatever happens. */
  async once(cases: readonly TestCase[]): Promise<void> {
    await Promise.all(
      cases.map(async (one) => {
        const request = next(one, 0);
        const { result, error } = await attempt(this.deps, request);
        this.seen.push({
          no: one.no,
          request,
          acknowledged: result,
          thrown: error ? [error] : [],
          turnedDown: isRefused(result),
        });
      }),
    );
  }

  private async toItsEnd(request: ActRequest): Promise<void> {
    const thrown: string[] = [];
    let acknowledged: ActResult | null = null;
    for (;;) {
      const { result, error } = await attempt(this.deps, request);
      if (error) thrown.push(error);
      acknowledged ??= result;
      if (result?.kind !== 'finished') {
        await pause(100);
        continue;
      }
      this.finished++;
      this.seen.push({ no: request.no, request, acknowledged, thrown, turnedDown: isRefused(result) });
      return;
    }
  }
}

function next(one: TestCase, turn: number): ActRequest {
  const request = turn % 2 ? one.request('submit', 'applicant') : one.request('return', 'unitHr', list);
  return { ...request, keyHash: randomUUID(), fingerprint: 'f' };
}

const isRefused = (result: ActResult | null) => result?.kind === 'finished' && !result.accepted;

async function attempt(
  deps: CommandDeps,
  request: ActRequest,
): Promise<{ result: ActResult | null; error: string | null }> {
  try {
    return { result: await act(deps, request, 5_000), error: null };
  } catch (error) {
    return { result: null, error: String((error as { code?: string }).code ?? error) };
  }
}

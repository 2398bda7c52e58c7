import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { CommandDeps } from '../../commands/deps.ts';
import { type ActRequest, type ActResult, act } from '../../commands/intents/act.ts';
import type { TestCase } from './backend.ts';

/** One action of a burst as its caller saw it: the answers it got (a receipt or the outcome), and the errors before them. */
export type Seen = {
  readonly no: string;
  readonly request: ActRequest;
  readonly acknowledged: ActResult | null;
  readonly thrown: readonly string[];
  /** Whether its outcome was a refusal; unknown where the caller did not wait for it. */
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

  /** Begins no further action and waits for those under way. */
  stop(): void {
    this.over = true;
  }

  /** Callers that repeat a request with the same key after an error or a receipt, until they have the outcome. */
  async insist(cases: readonly TestCase[], actionsEach: number): Promise<void> {
    await Promise.all(
      cases.map(async (one) => {
        for (let turn = 0; turn < actionsEach && !this.over; turn++) await this.toItsEnd(next(one, turn));
      }),
    );
  }

  /** Callers that send a request once and never repeat it. */
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

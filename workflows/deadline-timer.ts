import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';

/**
 * One durable timer for the nearest deadline, in a cancellation scope of its own. The usual form is `condition(fn, timeout)`, which cancels its
 * timer and starts a new one each time the loop comes round. Here most commands leave the nearest deadline as it is, and each needless restart would
 * add two events to the history; so the timer is started again only when its instant changes.
 */
export class DeadlineTimer {
  fired = false;
  private scope: CancellationScope | null = null;
  private setFor: number | null = null;
  private readonly now: () => number;

  /** `now` gives business time in epoch ms; `Date.now()` moves only when a task starts, which is exact enough to subtract from. */
  constructor(now: () => number) {
    this.now = now;
  }

  /** Whether the timer already runs for this instant; null means that no timer is wanted. */
  isSetFor(instant: number | null): boolean {
    return this.setFor === instant;
  }

  /** Cancels the running timer, if any, and starts one for the instant (business epoch ms), if any. */
  set(instant: number | null): void {
    this.scope?.cancel();
    this.scope = null;
    this.fired = false;
    this.setFor = instant;
    if (instant === null) return;
    const scope = new CancellationScope();
    this.scope = scope;
    const waitMs = Math.max(1, instant - this.now());
    scope
      .run(() => sleep(waitMs))
      .then(() => this.fire(scope))
      .catch((error: unknown) => {
        if (!isCancellation(error)) throw error;
      });
  }

  private fire(scope: CancellationScope): void {
    if (this.scope !== scope) return;
    this.fired = true;
    this.scope = null;
    this.setFor = null;
  }
}

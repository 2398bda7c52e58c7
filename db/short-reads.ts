import type { Db } from './connection.ts';
import { maxSharedReads, shortConnections } from './limits.ts';

type Question<Q, A> = {
  readonly question: Q;
  readonly answer: (answer: A) => void;
  readonly fail: (error: unknown) => void;
};

/** Answers several questions by one statement, each at its own place. */
type Read<Q, A> = (sql: Db['short'], questions: readonly Q[]) => Promise<readonly A[]>;

/**
 * A read that requests share: the questions that arrive while a statement is running are all answered by the next one. Under load, one round trip serves
 * many requests, and each answer still comes from a statement that began after its question.
 */
export function shortRead<Q, A>(read: Read<Q, A>): (db: Pick<Db, 'short'>, question: Q) => Promise<A> {
  const queues = new WeakMap<Db['short'], Queue<Q, A>>();
  return ({ short }, question) => {
    const queue = queues.get(short) ?? new Queue((questions: readonly Q[]) => read(short, questions));
    queues.set(short, queue);
    return queue.ask(question);
  };
}

class Queue<Q, A> {
  private readonly read: (questions: readonly Q[]) => Promise<readonly A[]>;
  private waiting: Question<Q, A>[] = [];
  private underWay = 0;

  constructor(read: (questions: readonly Q[]) => Promise<readonly A[]>) {
    this.read = read;
  }

  ask(question: Q): Promise<A> {
    return new Promise((answer, fail) => {
      this.waiting.push({ question, answer, fail });
      // Waits for the other questions of this turn of the event loop.
      if (this.waiting.length === 1) setImmediate(() => this.next());
    });
  }

  private next(): void {
    if (this.waiting.length === 0 || this.underWay >= shortConnections) return;
    const shared = this.waiting.splice(0, maxSharedReads);
    this.underWay += 1;
    this.answer(shared).finally(() => {
      this.underWay -= 1;
      this.next();
    });
  }

  private async answer(shared: readonly Question<Q, A>[]): Promise<void> {
    try {
      const answers = await this.read(shared.map(({ question }) => question));
      shared.forEach(({ answer, fail }, at) => {
        const found = answers[at];
        if (found === undefined) fail(new Error('a read left a question without an answer'));
        else answer(found);
      });
    } catch (error) {
      for (const { fail } of shared) fail(error);
    }
  }
}

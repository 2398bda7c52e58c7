import { type Db, shortConnections } from './connection.ts';

/** How many questions one statement takes at most. */
const mostTogether = 200;

type Asked<Q, A> = {
  readonly question: Q;
  readonly answer: (answer: A) => void;
  readonly fail: (error: unknown) => void;
};

/** Answers several questions by one statement, each at its own place. */
type Read<Q, A> = (sql: Db['short'], questions: readonly Q[]) => Promise<readonly A[]>;

/**
 * Makes a read that many requests share: what is asked while a statement is under way goes together in the next one. Under load that is one round trip
 * for many requests, and each answer still rests on a statement that began after its question.
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
  private waiting: Asked<Q, A>[] = [];
  private underWay = 0;

  constructor(read: (questions: readonly Q[]) => Promise<readonly A[]>) {
    this.read = read;
  }

  ask(question: Q): Promise<A> {
    return new Promise((answer, fail) => {
      this.waiting.push({ question, answer, fail });
      // What comes in the same turn of the event loop goes along.
      if (this.waiting.length === 1) setImmediate(() => this.next());
    });
  }

  private next(): void {
    if (this.waiting.length === 0 || this.underWay >= shortConnections) return;
    const together = this.waiting.splice(0, mostTogether);
    this.underWay += 1;
    this.answer(together).finally(() => {
      this.underWay -= 1;
      this.next();
    });
  }

  private async answer(together: readonly Asked<Q, A>[]): Promise<void> {
    try {
      const answers = await this.read(together.map(({ question }) => question));
      together.forEach(({ answer, fail }, at) => {
        const found = answers[at];
        if (found === undefined) fail(new Error('a read left a question without an answer'));
        else answer(found);
      });
    } catch (error) {
      for (const { fail } of together) fail(error);
    }
  }
}

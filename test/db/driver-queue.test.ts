import fc from 'fast-check';
import { expect, it } from 'vitest';

type Queue = {
  readonly length: number;
  push(x: object): object;
  shift(): object | undefined;
  remove(x: object): object | null;
};

// The very file that `import 'postgres'` loads.
const driver = import.meta.resolve('postgres');
const { default: createQueue } = (await import(new URL('./queue.js', driver).href)) as {
  default: (initial?: object[]) => Queue;
};

/** The longest array that is pushed to, searched or spliced while `run` works: operations are counted, not time. */
function longestArrayTouched(run: () => void): number {
  let longest = 0;
  const restore = (['push', 'indexOf', 'splice'] as const).map((name) => {
    const method: (...args: never[]) => unknown = Array.prototype[name];
    const counting = function (this: unknown[], ...args: unknown[]) {
      if (this.length > longest) longest = this.length;
      return Reflect.apply(method, this, args);
    };
    Object.defineProperty(Array.prototype, name, { value: counting, configurable: true, writable: true });
    return () => Object.defineProperty(Array.prototype, name, { value: method, configurable: true, writable: true });
  });
  try {
    run();
  } finally {
    for (const back of restore) back();
  }
  return longest;
}

it('keeps nothing of the connections that have passed through the pool', () => {
  const idle = createQueue();
  const busy = createQueue();
  for (let id = 0; id < 10; id++) idle.push({ id });
  const longest = longestArrayTouched(() => {
    for (let served = 0; served < 5_000; served++) {
      const connection = idle.shift() as object;
      // As the driver moves a connection: out of the queue it stood in, whether or not it was taken from there already.
      idle.remove(connection);
      busy.push(connection);
      busy.remove(connection);
      idle.push(connection);
    }
  });
  expect([idle.length, busy.length]).toEqual([10, 0]);
  expect(longest).toBeLessThan(100);
});

it('keeps nothing of the queries that have waited in it', () => {
  const waiting = createQueue();
  waiting.push({ id: -1 });
  let inOrder = true;
  const longest = longestArrayTouched(() => {
    for (let id = 0; id < 5_000; id++) {
      waiting.push({ id });
      const { id: first } = waiting.shift() as { id: number };
      inOrder &&= first === id - 1;
    }
  });
  expect(inOrder).toBe(true);
  expect(waiting.length).toBe(1);
  expect(longest).toBeLessThan(100);
});

it('does what a plain array does, in any order of pushing, shifting and removing', () => {
  const steps = fc.array(fc.tuple(fc.constantFrom('push', 'shift', 'remove'), fc.nat(20)), { maxLength: 200 });
  fc.assert(
    fc.property(steps, (taken) => {
      const queue = createQueue();
      const plain: object[] = [];
      const known = Array.from({ length: 21 }, (_, id) => ({ id }));
      for (const [step, id] of taken) {
        const item = known[id] as object;
        if (step === 'push' && !plain.includes(item)) expect(queue.push(item)).toBe(plain[plain.push(item) - 1]);
        if (step === 'shift') expect(queue.shift()).toBe(plain.shift());
        if (step === 'remove') {
          const index = plain.indexOf(item);
          expect(queue.remove(item)).toBe(index < 0 ? null : plain.splice(index, 1)[0]);
        }
        expect(queue.length).toBe(plain.length);
      }
    }),
  );
});

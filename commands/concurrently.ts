/** How many are worked on at once, of the connections that all share. */
const concurrency = 8;

/** Does the work for each of a list, some of them at once; gives what came of each in the order of the list. */
export async function mapConcurrently<T, R>(list: readonly T[], work: (one: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  const queue = list.entries();
  const walkers = Array.from({ length: concurrency }, async () => {
    for (const [at, one] of queue) results[at] = await work(one);
  });
  await Promise.all(walkers);
  return results;
}

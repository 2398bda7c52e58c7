/** How many parts of one request are worked on at once, of the connections that all requests share: an option of `p-map`. */
export const sharedConcurrency = { concurrency: 8 } as const;

/** How many parts of one request are worked on at once, with the connections that all requests share: an option of `p-map`. */
export const sharedConcurrency = { concurrency: 8 } as const;

/** How long a caller waits for a decision before it gets a receipt, ms. */
export const answerTimeoutMs = 10_000;
/** How long an interactive intent belongs to its request before the courier may take it over, ms. */
export const interactiveLeaseMs = 15_000;

/** How many queues the courier works on at once, and how long it pauses when none is due, ms. */
export const courierConcurrency = 8;
export const courierPauseMs = 500;
/** How often old keys and counts are deleted, ms. */
export const housekeepingIntervalMs = 3_600_000;

/** Up to this long, ms, the lapse activity itself waits for a deadline that is almost there. */
export const maxShortWaitMs = 10_000;
/**
 * The longest delay between a deadline and the wake-up of its case, ms. Everybody in a window has the same deadline, and 5,000 timers at once would
 * delay all other work; over ten minutes they are eight a second. Nobody waits for the wake-up: a lapse counts as of its deadline, and until it is
 * recorded every reader and every decision applies it by the same rules.
 */
export const maxWakeSpreadMs = 600_000;
/** How many cases the reminder sweep reads at once after the dates of a programme changed. */
export const sweepBatch = 100;

/** How often cases without their workflow are looked for, ms, and how many running workflows one page lists. */
export const lostSearchIntervalMs = 60_000;
export const workflowPageSize = 1_000;

/** How long an operator's command waits for a workflow, ms, and how many of its runs it asks. */
export const repairTimeoutMs = 5_000;
export const maxRunsAsked = 20;

/** How often a clock is looked at while a fast-forward is under way, each time for up to 20 s; more than one ever needs. */
export const maxFastForwardRounds = 30;

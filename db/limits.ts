/** How many days an idempotency key is remembered; a repetition after that is a new request. */
export const keysKeptDays = 30;
/** After how many seconds without an answer the first request of an idempotency key counts as dead, so that a repetition takes its place. */
export const abandonedAfterSeconds = 60;

/** How many files one application may hold, and how many stamped pages, which are counted by themselves so that they can always be sent. */
export const maxAttachments = 100;
export const maxStampedPages = 20;
/** How many drafts begun in the last year and never submitted one person may have. */
export const maxDrafts = 20;

/** How many connections read for `short-reads.ts`; each has one statement under way at a time. */
export const shortConnections = 2;
/** How many questions of `short-reads.ts` one statement answers at most. */
export const maxSharedReads = 200;

/** How many rows one statement of the housekeeping changes, and how many reminders one statement of the sweep, so that each stays far below the statement timeout. */
export const housekeepingBatch = 5_000;
export const reminderBatch = 2_000;

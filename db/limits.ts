/** How many days an idempotency key is remembered; a repetition after that is a new request. */
export const keysKeptDays = 30;

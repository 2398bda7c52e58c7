/** How often an activity heartbeats, ms; well within the heartbeat timeout that its workflow sets. */
export const lapseHeartbeatMs = 2_000;
export const noticesHeartbeatMs = 5_000;

/** How long one activity of the notices workflow lasts before the workflow starts it again, ms. */
export const activityMs = 600_000;
/** How often due reminders are looked for, ms. */
export const sweepIntervalMs = 60_000;

/** How often the workflow of the notices is started again, unless it runs, ms. */
export const noticesStartIntervalMs = 60_000;

/** The pause between two batches of mails: while there are some, so that a busy time takes few leases; when none is due; and at most, when the server fails; ms. */
export const batchPauseMs = 250;
export const idlePauseMs = 1_000;
export const maxPauseMs = 60_000;

/** How many mails are leased at once and for how long, ms; a lease is longer than any send that begins within it. */
export const mailBatch = 20;
export const mailLeaseMs = 300_000;
/** How long recording that a mail was sent may take, within its lease, ms. */
export const maxRecordingMs = 30_000;

/** After how many refusals for good a mail is given up. */
export const maxRefusals = 5;
/** When a mail is tried again: at first and at most where the failure may pass, and after a refusal for good; ms. */
export const minRetryDelayMs = 60_000;
export const maxRetryDelayMs = 60 * 60_000;
export const refusedRetryDelayMs = 6 * 60 * 60_000;

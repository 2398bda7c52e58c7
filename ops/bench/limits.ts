/** How long the load runs before the window opens, so that all clients are busy in it, ms. */
export const rampMs = 1_500;
/** The pause between two contestants of a round, ms. */
export const roundPauseMs = 1_000;
/** How long the mails of a contestant may take until the next one begins, ms. */
export const mailsTimeoutMs = 120_000;
/** More actions a second than two cores can do; the number of cases made beforehand follows from it. */
export const maxActionsPerSecond = 400;
export const maxFirstPerSecond = 100;

/** How long the lapses of all cases of the measured deadline and their mails may take, ms. */
export const lapsesTimeoutMs = 600_000;
/** For how many seconds at most the other actions go on around a deadline, and how many cases are submitted first to find the pace. */
export const maxOtherActionsSeconds = 180;
export const paceCases = 40;
/** Extra time for making drafts and sending mails between the submissions and the idle time, ms. */
export const submissionSlackMs = 25_000;
/** How many lapsed cases are looked at after a deadline. */
export const checkedCases = 20;

/** How many actions are timed on cases in the worker's cache, and how many on others. */
export const timedActions = 200;
/** The pause before memory is read, ms. */
export const memoryPauseMs = 10_000;
/** How long mails may take before memory is read, ms. */
export const memoryMailsTimeoutMs = 600_000;

/** How many applications are polled, each by its own applicant. */
export const polledApplications = 64;

/** A big session: so many experts vote at once on so many applications, and how long that may take, s. */
export const ballotExperts = 17;
export const votedApplications = 300;
export const maxBallotSeconds = 60;

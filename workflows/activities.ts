import type { LapseAnswer } from './messages.ts';

/** The activities that workflows may call, as types only; `activities/` implements them. Each is idempotent, since Temporal may run it again. */
export interface Activities {
  /** Finishes the open intents of one number (an application or an integrity case) and records a lapse if its deadline has passed. The name stands in recorded histories. */
  settleLapse(no: string): Promise<LapseAnswer>;
  /** Makes notices of due reminders and delivers mails, until it is cancelled or has run for its ten minutes. */
  deliverNotices(): Promise<'again'>;
}

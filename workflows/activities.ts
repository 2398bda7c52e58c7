import type { LapseAnswer } from './messages.ts';

/** What workflows may call, as types only; `activities/` makes them. Each is idempotent, since Temporal may run it again. */
export interface Activities {
  /** Finishes the open intents of an application, or of what has intents beside it, and records a lapse if one has come. */
  settleLapse(no: string): Promise<LapseAnswer>;
  /** Tells reminders and delivers mails until it is told to stop or its turn is over. */
  deliverNotices(): Promise<'again'>;
}

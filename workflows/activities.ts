import type { ApplicationStatus } from '../domain/case/check-results.ts';
import type { IntegrityQuestion, IntegrityStep, LapseAnswer } from './messages.ts';

/** What workflows may call, as types only; `activities/` makes them. Each is idempotent, since Temporal may run it again. */
export interface Activities {
  /** Settles the line of an application and records its lapse if one has come. */
  settleLapse(no: string): Promise<LapseAnswer>;
  /** What the application of an integrity case has come to, asked through its line; what is still running ends there. */
  askApplication(question: IntegrityQuestion): Promise<ApplicationStatus>;
  /** Writes a step of an integrity case and carries out its decision. */
  settleIntegrityCase(step: IntegrityStep): Promise<void>;
  /** Tells reminders and delivers mails until it is told to stop or its turn is over. */
  deliverNotices(): Promise<'again'>;
}

import { type IsoDate, startOfDayAt } from '../../domain/calendar/dates.ts';
import { announcementDecider } from '../../domain/committee/announcement.ts';
import { meetingsDecider } from '../../domain/committee/meetings.ts';
import {
  type AnnouncementActionName,
  announcementActions,
  type CommitteeActionName,
  type CommitteeContext,
  type CommitteeData,
  type CommitteeYear,
  committeeRole,
  yearOf,
} from '../../domain/committee/year.ts';
import { decideCommand } from '../../domain/entity/decider.ts';
import type { Role } from '../../domain/programme/facts.ts';
import type { Refusal } from '../../domain/refusal.ts';

/** One step of a committee's year on a day, by default by whom it belongs to. */
export type Step = readonly [today: IsoDate, name: CommitteeActionName, data?: CommitteeData, role?: Role];

const isOfAnnouncement = (name: CommitteeActionName): name is AnnouncementActionName =>
  announcementActions.some((each) => each === name);

/** The year of a committee in a test: its announcement and its meetings, decided one step after the other. */
export class Year {
  private announcement = announcementDecider.empty;
  private meetings = meetingsDecider.empty;
  private readonly context: CommitteeContext;
  /** How many results are recorded of any meeting. */
  reviewed = 1;

  constructor(context: Omit<CommitteeContext, 'offices'>) {
    this.context = { ...context, offices: {} };
  }

  get state(): CommitteeYear {
    return yearOf(this.announcement, this.meetings);
  }

  run(...steps: readonly Step[]): this {
    for (const step of steps) {
      const refusal = this.decide(step);
      if (refusal) throw new Error(`${step[1]}: ${JSON.stringify(refusal)}`);
    }
    return this;
  }

  refused(...step: Step): Refusal {
    const refusal = this.decide(step);
    if (refusal) return refusal;
    throw new Error(`${step[1]} was accepted`);
  }

  /** Takes the step where it is accepted. */
  private decide([today, name, data = {}, role = committeeRole[name]]: Step): Refusal | null {
    const by = { person: 'p', role };
    const command = { intent: name, n: 1, by, data, receivedAt: startOfDayAt(today) };
    if (isOfAnnouncement(name)) {
      const own = { ...command, name, context: this.context };
      const decided = decideCommand(announcementDecider, this.announcement, own);
      if ('refusal' in decided) return decided.refusal;
      this.announcement = decided.state;
    } else {
      const own = {
        ...command,
        name,
        context: { ...this.context, notice: this.announcement.notice, reviewed: this.reviewed },
      };
      const decided = decideCommand(meetingsDecider, this.meetings, own);
      if ('refusal' in decided) return decided.refusal;
      this.meetings = decided.state;
    }
    return null;
  }
}

import { type CommitteeKey, findYear, resultsOfMeetings } from '../../db/committees/committee-years.ts';
import type { EntityHead } from '../../db/intent.ts';
import type { EntityNews } from '../../db/intents/outcomes.ts';
import { programmeInForce } from '../../db/programmes/programme-in-force.ts';
import { announcementDecider } from '../../domain/committee/announcement.ts';
import { meetingsDecider } from '../../domain/committee/meetings.ts';
import { committeeNews, committeeReminders } from '../../domain/committee/notifications.ts';
import { committeeContextOf } from '../../domain/committee/offices.ts';
import type {
  Announcement,
  AnnouncementCommand,
  AnnouncementFact,
  CommitteeContext,
  Meeting,
  Meetings,
  MeetingsCommand,
  MeetingsFact,
} from '../../domain/committee/year.ts';
import type { EntityEvent } from '../../domain/entity/decider.ts';
import type { CommandDeps, Kind } from '../deps.ts';
import { entityKind } from './entity-kind.ts';

// Neither kind has a workflow, because nothing waits for a timer and no application changes. The days on which something is due are reminders.

/** The announcement of a committee: its notice of the year. */
export const announcementKind: Kind = entityKind<Announcement, AnnouncementCommand, AnnouncementFact>({
  decider: announcementDecider,
  workflow: null,
  before: async (deps, { entity }) => ({ context: await contextOf(deps, entity) }),
  news: ({ events }, command) => newsOf({ events, meetings: [] }, command),
});

/** The meetings of a committee in a year; none can be reported before its announcement is published. */
export const meetingsKind: Kind = entityKind<Meetings, MeetingsCommand, MeetingsFact>({
  decider: meetingsDecider,
  workflow: null,
  async before(deps, { entity, command }) {
    const [context, year, reviewed] = await Promise.all([
      contextOf(deps, entity),
      findYear(deps.db, keyOf(entity)),
      command.name === 'announceResults' ? reviewedAt(deps, entity, command.data.meetingOn) : 0,
    ]);
    return { context: { ...context, notice: year?.notice ?? null, reviewed } };
  },
  news: ({ events, snapshot }, command) => ({
    ...newsOf({ events, meetings: snapshot.meetings }, command),
    reminders: committeeReminders(snapshot, command.context),
  }),
});

/** How many results are recorded of a meeting. */
async function reviewedAt({ db }: CommandDeps, entity: EntityHead, meetingOn: string | undefined): Promise<number> {
  const results = await resultsOfMeetings(db, keyOf(entity));
  return results.find((each) => each.meetingOn === meetingOn)?.reviewed ?? 0;
}

type Happened = {
  readonly events: readonly EntityEvent<AnnouncementFact | MeetingsFact>[];
  readonly meetings: readonly Meeting[];
};

/** The notices of what happened, to everyone concerned but the person who took the step. */
function newsOf({ events, meetings }: Happened, { by, context }: AnnouncementCommand | MeetingsCommand): EntityNews {
  const notices = events.flatMap((event) =>
    committeeNews({ meetings }, event, context).map((each) => ({ ...each, at: event.at })),
  );
  return { notices, acting: context.offices, notTo: by.person };
}

/** The committee, its programme and its world. */
function keyOf({ no, programme, committee, world }: EntityHead): CommitteeKey {
  if (programme === null || committee === null) throw new Error(`${no} is about no committee`);
  return { programme, committee, world };
}

/** The rules and the dates in force; throws where the programme has no such committee, and the intent stays open. */
async function contextOf({ db, calendar }: CommandDeps, entity: EntityHead): Promise<CommitteeContext> {
  const { programme: id, committee } = keyOf(entity);
  const programme = await programmeInForce(db, id);
  const found = programme && committeeContextOf(programme, committee);
  if (!found) throw new Error(`nothing decides for ${entity.no}`);
  return { ...found, calendar };
}

import type { createNoticeActivities } from './notices.ts';
import type { createRecordingActivities } from './recording.ts';

/** What workflows may call; they import the type only. */
export type Activities = ReturnType<typeof createRecordingActivities> & ReturnType<typeof createNoticeActivities>;

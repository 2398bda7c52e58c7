import type { EntityHead } from '../../db/intent.ts';
import type { CountName } from '../../db/sessions/counts.ts';
import type { Counted } from '../../domain/session/session.ts';
import type { SessionActionName } from '../../domain/session/steps.ts';
import type { CommandDeps } from '../deps.ts';
import { freezeRoster } from './freeze-roster.ts';

/** What each step looks at beside its session; each name is a count of `db/sessions/counts.ts`, and all are read in one statement. */
export const countsOf: Readonly<Record<SessionActionName, readonly CountName[]>> = {
  plan: [],
  publishNotice: [],
  accept: [],
  closeRecheck: ['roster'],
  reportOpening: ['roster'],
  approveOpening: [],
  draw: ['draw'],
  settleRecusals: ['undeclared', 'members'],
  openMeeting: ['roster', 'members', 'strangers', 'presides'],
  closeBallot: [],
  signMinutes: ['presides'],
  publishResults: ['undelivered'],
  announceResults: ['openPublicities'],
  confirm: [],
  fileData: [],
  archive: [],
  reschedule: [],
  refuseOpening: [],
  redraw: [],
  recordAttendance: ['members', 'strangers', 'presides'],
  openBallot: ['custodians', 'ready', 'waiting', 'missing'],
  recordCount: ['count'],
  nextRound: [],
  suspend: [],
  resume: [],
  cancel: [],
  void: [],
  correct: ['enteredBy', 'strangers'],
};

/** A step that is to be decided: of which session, and until when somebody waits (real epoch ms). */
type SessionStep = { readonly entity: Pick<EntityHead, 'no'>; readonly deadlineAt: number };
type Preparing = (deps: CommandDeps, step: SessionStep) => Promise<Counted>;

/**
 * What must be done before a step is decided, once everything else allows it; the counts that come of it stand in place of those read before. It may be
 * done again after a crash.
 */
export const preparingOf: Readonly<Partial<Record<SessionActionName, Preparing>>> = {
  openMeeting: freezeRoster,
};

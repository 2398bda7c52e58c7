import type { StoredHearing } from '../../../db/sessions/meeting/hearings.ts';
import { opinionPlace, writeOpinion, writeSheet } from '../../../db/sessions/meeting/sheets.ts';
import { notHere, no as refusal } from '../../../domain/session/grounds.ts';
import { pointsOf, sheetRefusal, writingRefusal } from '../../../domain/session/meeting/sheets.ts';
import { notFound, refused } from '../../http/errors.ts';
import { defineRoute, type RouteDef } from '../../http/route.ts';
import { ofSession } from '../sessions-schemas.ts';
import { type Writing, writesAbout } from './expert-rights.ts';
import { opinionBody, sheetBody, writtenVersion } from './meeting-schemas.ts';

const tag = 'sessions';
const answers = {
  200: { description: 'Written; the versions before it stay', schema: writtenVersion },
  409: { description: 'The meeting is not on, or the ballot has opened' },
};

/** What experts hand in during the meeting; each is a row of its own, and no step of the session. */
export const writingRoutes: readonly RouteDef[] = [
  defineRoute({
    method: 'post',
    path: '/v1/sessions/:id/sheets',
    summary: 'Hand in a score sheet, or a changed one, until the ballot opens; an expert who is present.',
    tag,
    access: 'login',
    may: writesAbout,
    idempotency: 'stored',
    params: ofSession,
    body: sheetBody,
    answers,
    handle: async ({ services: { db }, granted, caller, body }) => {
      const { session, plan } = granted;
      const hearing = heard(granted);
      const sitting = { ...session.state, plan };
      const why = sheetRefusal(sitting, hearing, body) ?? notPresent(granted);
      if (why) throw refused(why);
      const { application, kind, items = [] } = body;
      const written = await writeSheet(db, writing(granted, application, caller.person), {
        kind,
        points: pointsOf(body),
        items,
      });
      return answered(granted, application, written);
    },
  }),
  defineRoute({
    method: 'post',
    path: '/v1/sessions/:id/opinions',
    summary:
      'Write an opinion of an application for the panel, or another version, until the ballot opens; an expert who is present.',
    tag,
    access: 'login',
    may: writesAbout,
    idempotency: 'stored',
    params: ofSession,
    body: opinionBody,
    answers,
    handle: async ({ services: { db, vault }, granted, caller, body: { application, text } }) => {
      const { session, plan, seat } = granted;
      const why = writingRefusal({ ...session.state, plan }) ?? notPresent(granted);
      if (why) throw refused(why);
      const place = opinionPlace({ session: session.no, application, expert: seat.expert });
      const sealed = vault.seal(text, place);
      return answered(
        granted,
        application,
        await writeOpinion(db, writing(granted, application, caller.person), sealed),
      );
    },
  }),
];

/** Only who is present scores and speaks. */
const notPresent = ({ seat, plan }: Writing) =>
  seat.present
    ? null
    : refusal(
        'NOT_YOURS',
        '未登记到会的评委不得评分、发表评议意见。',
        'An expert who is not recorded as present neither scores nor gives an opinion.',
        plan.rules.quorum,
      );

/** The application in question; whether the caller may write about it was asked with the body. */
function heard({ hearing }: Writing): StoredHearing {
  if (!hearing) throw notFound();
  return hearing;
}

const writing = ({ session, seat }: Writing, application: string, person: string) => ({
  ...{ session: session.no, application, expert: seat.expert, person },
});

/** The session may have gone on since the rights were asked. */
function answered({ plan }: Writing, application: string, version: number | null) {
  if (version === null) throw refused(notHere(plan));
  return { status: 200, body: { application, version } };
}

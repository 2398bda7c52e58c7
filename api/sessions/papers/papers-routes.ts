import { papersOf } from '../../../db/sessions/papers/papers.ts';
import { sessionId } from '../../../db/sessions/sessions.ts';
import { toRfc3339 } from '../../../domain/calendar/dates.ts';
import { docxType } from '../../documents/docx.ts';
import { makePaper } from '../../documents/session/make-paper.ts';
import { paperKinds, paperRules } from '../../documents/session/paper-kinds.ts';
import { notFound } from '../../http/errors.ts';
import { defineRoute, type RouteDef } from '../../http/route.ts';
import type { SeenSession } from '../find-shown.ts';
import { seesSession } from '../session-access.ts';
import { ofSession } from '../sessions-schemas.ts';
import { ofSessionPaper, sessionPapers } from './papers-schemas.ts';

const tag = 'sessions';
const path = '/v1/sessions/:id/papers';
const tagLength = 24;

const readerOf = ({ roles, session: { expert, state } }: SeenSession) => ({
  roles,
  presides: expert !== null && expert === state.chair,
});

/** The papers of a session: which there are, and each as a file. */
export const sessionPaperRoutes: readonly RouteDef[] = [
  defineRoute({
    method: 'get',
    path,
    summary: 'The papers of a session that the caller may have, with the SHA-256 of each version that was made.',
    tag,
    access: 'login',
    may: seesSession,
    params: ofSession,
    answers: { 200: { description: 'The papers', schema: sessionPapers } },
    handle: async ({ services, granted }) => {
      const { no, state } = granted.session;
      const made = Map.groupBy(await papersOf(services.db, no), ({ kind }) => kind);
      const mine = paperKinds.filter((kind) => paperRules[kind].mayHave(readerOf(granted)));
      const items = mine.map((kind) => ({
        kind,
        title: paperRules[kind].title,
        exists: paperRules[kind].exists(state),
        link: `/v1/sessions/${sessionId(no)}/papers/${kind}`,
        versions: (made.get(kind) ?? []).map(({ version, hash, correction, at }) => ({
          ...{ version, sha256: hash, correction, madeAt: toRfc3339(at) },
          signed: kind === 'minutes' && state.minutes?.hash === hash,
        })),
      }));
      return { status: 200, body: { items } };
    },
  }),
  defineRoute({
    method: 'get',
    path: `${path}/:kind`,
    summary:
      'A paper of a session in Chinese, DOCX, the data filing XLSX; the same session gives the same bytes. Score sheets for the office, the minutes also for who presided, experts for the office and the experts, data for the offices.',
    tag,
    access: 'login',
    may: seesSession,
    params: ofSessionPaper,
    answers: {
      200: { description: 'The paper', contentType: docxType, headers: ['ETag'] },
      409: { description: 'What it says has not happened yet' },
    },
    handle: async ({ services, params: { kind }, granted }) => {
      if (!paperRules[kind].mayHave(readerOf(granted))) throw notFound();
      const { hash, ...file } = await makePaper(services, granted, kind);
      return { status: 200, etag: hash.slice(0, tagLength), raw: file };
    },
  }),
];

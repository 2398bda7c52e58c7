import { findAttachment } from '../../../db/attachments/attachments.ts';
import { hearingsOf } from '../../../db/sessions/meeting/hearings.ts';
import { opinionsBy } from '../../../db/sessions/meeting/sheets.ts';
import { mayReadFile } from '../../access/readers.ts';
import { wholeApplication } from '../../applications/load.ts';
import { fileReply } from '../../attachments/attachments-routes.ts';
import { wasSubmitted } from '../../attachments/file-rights.ts';
import { formReply } from '../../form/form-reading.ts';
import { formView } from '../../form/form-views-schemas.ts';
import { notFound } from '../../http/errors.ts';
import { defineRoute, type RouteDef } from '../../http/route.ts';
import { ofSession } from '../sessions-schemas.ts';
import { readsDossier, sitsInSession } from './expert-rights.ts';
import { dossierItem } from './hearing-view.ts';
import { dossierList, ofSessionApplication, ofSessionFile } from './meeting-schemas.ts';

const tag = 'sessions';
const path = '/v1/sessions/:id/applications';

/** What the experts of a session read: what was handed in, without the identity number, the telephone and the photo (model.md, 4). */
export const dossierRoutes: readonly RouteDef[] = [
  defineRoute({
    method: 'get',
    path,
    summary: 'The applications that the caller reviews, with what the caller has handed in.',
    tag,
    access: 'login',
    may: sitsInSession,
    params: ofSession,
    answers: { 200: { description: 'The applications', schema: dossierList } },
    handle: async ({ services: { db }, granted }) => {
      const { session, seat } = granted;
      const hearings = await hearingsOf(db, session.no, { notOf: seat.expert });
      const opinions = await opinionsBy(db, session.no, seat.expert);
      return { status: 200, body: { items: hearings.map((hearing) => dossierItem(hearing, granted, opinions)) } };
    },
  }),
  defineRoute({
    method: 'get',
    path: `${path}/:no`,
    summary: 'The form of an application that the caller reviews, as it was submitted, with its files.',
    tag,
    access: 'login',
    may: readsDossier,
    params: ofSessionApplication,
    answers: { 200: { description: 'The form', schema: formView, headers: ['ETag'] } },
    handle: async ({ services, params: { no } }) =>
      await formReply(services, { key: await wholeApplication(services, no), roles: ['expert'] }),
  }),
  defineRoute({
    method: 'get',
    path: `${path}/:no/attachments/:file`,
    summary: 'One file of an application that the caller reviews, as it was sent.',
    tag,
    access: 'login',
    may: readsDossier as typeof readsDossier & { check: typeof readsDossier.check },
    params: ofSessionFile,
    answers: { 200: { description: 'The file', contentType: 'application/octet-stream', headers: ['ETag'] } },
    handle: async ({ services, params: { no, file: id } }) => {
      const file = await findAttachment(services.db, no, id);
      const readable = file && mayReadFile(file.kind, ['expert']);
      if (!readable || !(file.kind === 'stampedPage' || (await wasSubmitted(services, { no, id })))) throw notFound();
      return fileReply(services, file);
    },
  }),
];

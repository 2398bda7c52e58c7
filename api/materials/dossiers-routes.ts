import { dossierLines } from '../../commands/preparing/needs/dossier.ts';
import { findContent } from '../../db/applications/contents.ts';
import type { Delivered } from '../../domain/case/check-results.ts';
import { dossierFindings } from '../../domain/papers/dossier.ts';
import { readsForm, type Seen } from '../access/on-application.ts';
import { wholeApplication } from '../applications/load.ts';
import { ofApplication } from '../http/common-schemas.ts';
import { notFound } from '../http/errors.ts';
import { defineRoute, type Services } from '../http/route.ts';
import { dossierCheck, dossierResult, dossierView } from './dossiers-schemas.ts';

const tag = 'documents';
const tagLength = 24;

/** The paper dossier of the last submitted content, for the people who may read it. */
async function linesOf(services: Services, { key, roles }: Seen) {
  const { no } = key;
  const row = await wholeApplication(services, no);
  const submitted = row.snapshot?.submission?.contentVersion ?? null;
  const version = roles.includes('applicant') ? key.contentVersion : submitted;
  const materials = services.programmes.get(row.programme)?.materials;
  const content = version === null || !materials ? null : await findContent(services.db, no, version);
  if (!content || !materials) throw notFound();
  return dossierLines(services, { row, materials, content });
}

/** The routes of the paper dossier: its required contents, and what a given dossier lacks. */
export const dossierRoutes = [
  defineRoute({
    method: 'get',
    path: '/v1/applications/:no/dossier',
    summary:
      'What the paper dossier holds: each part in printed order, with copies, how many are bound, and who signs.',
    tag,
    access: 'login',
    may: readsForm,
    params: ofApplication,
    answers: { 200: { description: 'The check list', schema: dossierView, headers: ['ETag'] } },
    handle: async ({ params: { no }, granted, services }) => {
      const body = { no, lines: await linesOf(services, granted) };
      return { status: 200, etag: services.vault.hash(JSON.stringify(body)).slice(0, tagLength), body };
    },
  }),
  defineRoute({
    method: 'post',
    path: '/v1/applications/:no/dossier-checks',
    summary:
      'Compare a dossier with the list, in the order in which it lies there; answers what it lacks and keeps nothing. The act that receives the dossier takes the same list.',
    tag,
    access: 'login',
    may: readsForm,
    params: ofApplication,
    body: dossierCheck,
    answers: { 200: { description: 'What it lacks', schema: dossierResult } },
    handle: async ({ params: { no }, body, granted, services }) => {
      const findings = dossierFindings(await linesOf(services, granted), body.delivered as readonly Delivered[]);
      return { status: 200, body: { no, complete: findings.length === 0, findings } };
    },
  }),
];

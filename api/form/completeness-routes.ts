import { openForm } from '../../commands/preparing/form-content.ts';
import { findingsOn, momentOf } from '../../commands/preparing/needs/form.ts';
import { findContent } from '../../db/applications/contents.ts';
import { dateOf } from '../../domain/calendar/dates.ts';
import { blocking, withoutRemoved } from '../../domain/materials/completeness.ts';
import { conditionsMet } from '../../domain/materials/conditions.ts';
import type { Person } from '../access/caller.ts';
import { ofApplication } from '../applications/applications-schemas.ts';
import { attestationsOn } from '../applications/attestations.ts';
import { submittedVersion, visibleKey, wholeApplication } from '../applications/load.ts';
import { mayReadForm } from '../attachments/shown-files-routes.ts';
import { notFound } from '../http/errors.ts';
import { defineRoute, type Services } from '../http/route.ts';
import { achievementsSchema, achievementsView, completenessView } from './form-schemas.ts';
import { ifTagOf, notApplicant, tagOfContent, writeForm } from './form-writing-routes.ts';

const tag = 'forms';
const tagLength = 24;

/** The form that someone may read: the applicant’s present one, or what was last submitted. */
async function readable(services: Services, no: string, caller: Person) {
  const { key, roles } = await visibleKey(services, no, caller);
  if (!mayReadForm(roles)) throw notFound();
  const own = key.person === caller.person;
  const version = own ? key.contentVersion : await submittedVersion(services, no);
  const content = version === null ? null : await findContent(services.db, no, version);
  if (!content) throw notFound();
  return { key, content, own, form: openForm(services.vault, content.body) };
}

/** What an application lacks, and its achievements by themselves. */
export const completenessRoutes = [
  defineRoute({
    method: 'get',
    path: '/v1/applications/:no/completeness',
    summary:
      'Every printed rule about material with what came of it: what a submission would be judged by today, or what was judged of one that was received.',
    tag,
    access: 'login',
    params: ofApplication,
    answers: { 200: { description: 'The findings', schema: completenessView, headers: ['ETag'] } },
    handle: async ({ params, caller, services }) => {
      const { content, form, own } = await readable(services, params.no, caller);
      const row = await wholeApplication(services, params.no);
      const removedItems = row.snapshot?.removedItems ?? [];
      const acts = await attestationsOn(services, row);
      const moment = await momentOf(services, row, { version: content.version, own });
      const findings = await findingsOn(services, row, form, { ...moment, removedItems, acts });
      const body = {
        no: params.no,
        version: content.version,
        complete: blocking(findings).length === 0,
        conditions: [...conditionsMet(withoutRemoved(form, removedItems).achievements)].sort(),
        findings,
      };
      return { status: 200, etag: services.vault.hash(JSON.stringify(body)).slice(0, tagLength), body };
    },
  }),
  defineRoute({
    method: 'get',
    path: '/v1/applications/:no/achievements',
    summary: 'The achievements of the form, with what they lack.',
    tag,
    access: 'login',
    params: ofApplication,
    answers: { 200: { description: 'The achievements', schema: achievementsView, headers: ['ETag'] } },
    handle: async ({ params, caller, services }) => {
      const { key, content, form, own } = await readable(services, params.no, caller);
      const { version, hash } = content;
      const judged = async () => {
        const row = await wholeApplication(services, params.no);
        const moment = await momentOf(services, row, { version, own });
        return (await findingsOn(services, row, form, moment)).filter(aboutAchievements);
      };
      return {
        status: 200,
        // Whether today judges or the day of receipt depends on the case and on what is on its way.
        etag: tagOfContent(version, hash, `.${dateOf(key.nowMs)}.${key.timelineVersion}.${key.seq}.${key.open}`),
        body: async () => ({
          no: params.no,
          version,
          achievements: form.achievements,
          findings: await judged(),
        }),
      };
    },
  }),
  defineRoute({
    method: 'put',
    path: '/v1/applications/:no/achievements',
    summary: 'Write the achievements of a draft or a correction; the rest of the form stays.',
    tag,
    access: 'login',
    params: ofApplication,
    body: achievementsSchema,
    answers: {
      200: { description: 'Written', schema: achievementsView, headers: ['ETag'] },
      409: { description: 'It was submitted and not returned' },
      412: { description: 'Another version stands' },
    },
    handle: async ({ params, body, caller, services, request }) => {
      const { no } = params;
      const { key } = await visibleKey(services, no, caller);
      if (key.person !== caller.person) throw notApplicant(services.programmes.get(key.programme));
      const content = await findContent(services.db, no, key.contentVersion);
      if (!content) throw notFound();
      const form = { ...openForm(services.vault, content.body), achievements: body.achievements };
      const ifTag = ifTagOf(request.get('if-match')) ?? content;
      const { version, etag } = await writeForm(services, key, { form, ifTag });
      const row = await wholeApplication(services, no);
      const findings = await findingsOn(services, row, form, { asOf: dateOf(row.nowMs) });
      return {
        status: 200,
        etag,
        body: { no, version, achievements: body.achievements, findings: findings.filter(aboutAchievements) },
      };
    },
  }),
];

const aboutAchievements = ({ item }: { readonly item: string }) => item.startsWith('/achievements');

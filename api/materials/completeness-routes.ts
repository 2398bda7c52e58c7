import { findingsOn, momentOf } from '../../commands/preparing/submission/form.ts';
import { dateOf } from '../../domain/calendar/dates.ts';
import { blocking, withoutRemoved } from '../../domain/materials/completeness.ts';
import { conditionsMet } from '../../domain/materials/conditions.ts';
import { readsForm, type Seen } from '../access/on-application.ts';
import { attestationsOn } from '../applications/attestations.ts';
import { wholeApplication } from '../applications/load.ts';
import { findingsBeside } from '../form/findings-beside.ts';
import { writesForm } from '../form/form-rights.ts';
import { achievementsSchema } from '../form/form-schemas.ts';
import { achievementsView, completenessView } from '../form/form-views-schemas.ts';
import { ifTagOf, tagOfContent, writeForm } from '../form/form-writing.ts';
import { readableForm } from '../form/readable-form.ts';
import { ofApplication } from '../http/common-schemas.ts';
import { defineRoute, type Reply, type Services } from '../http/route.ts';

const tag = 'forms';
const tagLength = 24;

/** The routes for what an application lacks, and for its achievements. */
export const completenessRoutes = [
  defineRoute({
    method: 'get',
    path: '/v1/applications/:no/completeness',
    summary:
      'Every printed rule about material with what came of it: what a submission would be judged by today, or what was judged of one that was received.',
    tag,
    access: 'login',
    may: readsForm,
    params: ofApplication,
    answers: { 200: { description: 'The findings', schema: completenessView, headers: ['ETag'] } },
    handle: ({ granted, services }) => completenessReply(services, granted),
  }),
  defineRoute({
    method: 'get',
    path: '/v1/applications/:no/achievements',
    summary: 'The achievements of the form, with what they lack.',
    tag,
    access: 'login',
    may: readsForm,
    params: ofApplication,
    answers: { 200: { description: 'The achievements', schema: achievementsView, headers: ['ETag'] } },
    handle: ({ granted, services }) => achievementsReply(services, granted),
  }),
  defineRoute({
    method: 'put',
    path: '/v1/applications/:no/achievements',
    summary: 'Write the achievements of a draft or a correction; the rest of the form stays.',
    tag,
    access: 'login',
    may: writesForm,
    params: ofApplication,
    body: achievementsSchema,
    answers: {
      200: { description: 'Written', schema: achievementsView, headers: ['ETag'] },
      409: { description: 'It was submitted and not returned' },
      412: { description: 'Another version stands' },
    },
    alsoWrong: async ({ services, params: { no }, granted }, sent) => {
      const { form } = await readableForm(services, granted);
      const found = await findingsBeside(services, no, { ...form, ...(typeof sent === 'object' ? sent : {}) });
      return found.filter(({ path }) => path.startsWith('/achievements'));
    },
    handle: async ({ params: { no }, body: { achievements }, granted, services, request }) => {
      const { key, form: written, content } = await readableForm(services, granted);
      const form = { ...written, achievements };
      const ifTag = ifTagOf(request.get('if-match')) ?? content;
      const { version, etag } = await writeForm(services, key, { form, ifTag });
      const row = await wholeApplication(services, no);
      const findings = await findingsOn(services, row, form, { asOf: dateOf(row.nowMs) });
      return { status: 200, etag, body: { no, version, achievements, findings: findings.filter(aboutAchievements) } };
    },
  }),
];

/** What came of each rule: judged today, or by the day on which it was received. */
async function completenessReply(services: Services, seen: Seen): Promise<Reply> {
  const { content, form, own } = await readableForm(services, seen);
  const { version } = content;
  const row = await wholeApplication(services, seen.key.no);
  const removedItems = row.snapshot?.removedItems ?? [];
  const attestations = await attestationsOn(services, row);
  const moment = await momentOf(services, row, { version, own });
  const findings = await findingsOn(services, row, form, { ...moment, removedItems, attestations });
  const body = {
    no: row.no,
    version,
    complete: blocking(findings).length === 0,
    conditions: [...conditionsMet(withoutRemoved(form, removedItems).achievements)].sort(),
    findings,
  };
  return { status: 200, etag: services.vault.hash(JSON.stringify(body)).slice(0, tagLength), body };
}

/** Only the achievements, with what they lack; that is computed only if the reader does not have this version. */
async function achievementsReply(services: Services, seen: Seen): Promise<Reply> {
  const { key, content, form, own } = await readableForm(services, seen);
  const { version, hash } = content;
  const { no } = key;
  const judged = async () => {
    const row = await wholeApplication(services, no);
    const moment = await momentOf(services, row, { version, own });
    return (await findingsOn(services, row, form, moment)).filter(aboutAchievements);
  };
  // Whether the form is judged as of today or of its receipt depends on the case and on pending actions.
  const etag = tagOfContent(version, hash, `.${dateOf(key.nowMs)}.${key.timelineVersion}.${key.seq}.${key.open}`);
  const body = async () => ({ no, version, achievements: form.achievements, findings: await judged() });
  return { status: 200, etag, body };
}

const aboutAchievements = ({ item }: { readonly item: string }) => item.startsWith('/achievements');

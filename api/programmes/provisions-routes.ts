import { clauses } from '../../config/clauses.ts';
import type { Provision, ProvisionTopic } from '../../domain/programme/provision.ts';
import type { Text } from '../../domain/text.ts';
import { notFound } from '../http/errors.ts';
import { anyone } from '../http/may.ts';
import { defineRoute, type RouteDef } from '../http/route.ts';
import { programmeParams } from './programmes-schemas.ts';
import { provisionList, provisionQuery } from './provisions-schemas.ts';

const labels: Readonly<Record<ProvisionTopic, Text>> = {
  basis: { zh: '依据', en: 'What the notice rests on' },
  standards: { zh: '评价标准', en: 'Standards' },
  otherWays: { zh: '其他途径', en: 'Other ways' },
  channels: { zh: '办理渠道', en: 'Where things are done' },
  announcements: { zh: '通知公告', en: 'Announcements' },
  contacts: { zh: '咨询方式', en: 'Whom to ask' },
  learning: { zh: '继续教育', en: 'Continuing education' },
  filling: { zh: '填写与装订', en: 'Filling in and binding' },
  review: { zh: '评审方式', en: 'How it is reviewed' },
  responsibility: { zh: '责任与监督', en: 'Responsibility and supervision' },
  fallback: { zh: '未尽事宜', en: 'What is not said here' },
};

/** The text of a notice that is no rule: open to everyone. */
export const provisionRoutes: readonly RouteDef[] = [
  defineRoute({
    method: 'get',
    path: '/v1/programmes/:id/provisions',
    summary: 'What the notice says beside its rules: standards, addresses, forms, whom to ask.',
    tag: 'programmes',
    access: 'public',
    may: anyone,
    params: programmeParams,
    query: provisionQuery,
    answers: { 200: { description: 'Provisions', schema: provisionList, headers: ['ETag'] } },
    handle: async ({ services, params, query }) => {
      const programme = services.programmes.get(params.id);
      if (!programme) throw notFound();
      const wanted = (programme.provisions ?? []).filter(({ topic }) => topic === (query.topic ?? topic));
      return {
        status: 200,
        etag: `${programme.id}.${programme.version}.${query.topic ?? 'all'}`,
        body: () => ({ items: wanted.map(viewOf), nextCursor: null }),
      };
    },
  }),
];

function viewOf(provision: Provision) {
  const {
    clause,
    topic,
    documents = [],
    places = [],
    levels = [],
    lists = [],
    readings = [],
    until,
    quality,
  } = provision;
  const printed = clauses.get(clause);
  const quote = printed?.quote ?? [];
  return {
    clause,
    topic,
    documents,
    places,
    levels,
    lists,
    readings,
    topicLabel: labels[topic],
    quote: typeof quote === 'string' ? [quote] : quote,
    rule: printed?.rule ?? { en: '' },
    until: until ?? null,
    suspect: quality === 'suspect',
  };
}

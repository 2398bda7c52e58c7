import type { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { clockHeaderSchema, keyHeader, problemSchema } from '../http/common-schemas.ts';
import { answerHeaders, ifMatchHeader, ifNoneMatchHeader, onlyNewHeader } from '../http/headers-schemas.ts';
import type { AnswerDoc, RouteDef } from '../http/route.ts';

/** The problems that every route with this access may answer, besides its own. */
const commonProblems: Readonly<Record<RouteDef['access'], readonly number[]>> = {
  none: [],
  clock: [400, 404, 503],
  public: [400, 401, 404, 503],
  token: [400, 401, 404, 503],
  login: [400, 401, 403, 404, 503],
};

/** The introduction of the document; Markdown. */
const about = `Applications for professional titles, from draft to certificate, by the printed rules of each year's notice; errors are
\`application/problem+json\` (RFC 9457) in Chinese and English and name the clauses they rest on.

- **Sign in** with \`Authorization: Bearer …\`. In the demonstration, \`GET /demo/accounts\` lists people and
  \`POST /demo/token\` with \`{"account": "zhang-wei"}\` gives a token.
- **Idempotency-Key**: nearly every POST under \`/v1\` needs one; the same key with the same request gives the first answer again.
- **The 2024 programme is over today**, so it is played in a clock world: \`POST /demo/clocks\` with
  \`{"startAt": "2024-07-01T09:00:00+08:00"}\`, then send its id as header \`Demo-Clock\` with every request, also with the one
  for the token: a token is good in its own world only. \`POST /demo/clocks/{id}\` with
  \`{"advanceTo": "2024-07-09T09:00:00+08:00"}\` moves the time forward.
- **What you can do next** is in \`availableActions\` of the view (\`GET /v1/applications/{no}\`), with the points that the action asks you to confirm: their keys
  go into \`checked\`. The form is written with \`PUT …/form\`, which answers everything that it still lacks.`;

/** The OpenAPI 3.1 document of the routes, made from the schemas that check their requests. */
export function openApiDocument(routes: readonly RouteDef[]): object {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of routes) {
    const path = openApiPath(route.path);
    paths[path] = { ...paths[path], [route.method]: operation(route) };
  }
  return createDocument({
    openapi: '3.1.0',
    info: {
      title: '职称评审 Zhicheng',
      version: '1',
      description: about,
    },
    paths,
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
  });
}

/** An express path as OpenAPI writes it. */
export const openApiPath = (path: string): string => path.replaceAll(/:(\w+)/g, '{$1}');

function operation(route: RouteDef): ZodOpenApiOperationObject {
  const { summary, tag, access, may, params, query, body, upload } = route;
  const headers = [
    ...(route.idempotency ? [keyHeader] : []),
    ...(412 in route.answers && route.method !== 'get' ? [ifMatchHeader] : []),
    ...(isTagged(route) ? [ifNoneMatchHeader] : []),
    ...(route.creates ? [onlyNewHeader] : []),
    ...(access === 'none' ? [] : [clockHeaderSchema]),
  ];
  return {
    operationId: `${route.method}${route.path.replaceAll(/[^A-Za-z0-9]+(\w)/g, (_, letter: string) => letter.toUpperCase())}`,
    summary,
    description: `Who may call: ${may.who}`,
    tags: [tag],
    ...(access === 'login' || access === 'token' ? { security: [{ bearer: [] }] } : {}),
    ...(access === 'public' ? { security: [{}, { bearer: [] }] } : {}),
    requestParams: {
      ...(params ? { path: params as z.ZodObject } : {}),
      ...(query ? { query: query as z.ZodObject } : {}),
    },
    parameters: headers,
    ...(body || upload
      ? {
          requestBody: {
            required: true,
            content: { [upload?.type ?? 'application/json']: body ? { schema: body } : {} },
          },
        }
      : {}),
    responses: responses(route),
  };
}

function responses(route: RouteDef): ZodOpenApiOperationObject['responses'] {
  const body = route.method === 'get' ? [] : [413, 415, 422];
  const key = route.idempotency ? [400, 409] : [];
  const query = [400];
  const own = Object.entries(route.answers).map(([status, doc]) => [status, answer(Number(status), doc)]);
  const unchanged = isTagged(route)
    ? [['304', answer(304, { description: 'Nothing changed', headers: ['ETag'] })]]
    : [];
  const common = [...commonProblems[route.access], ...body, ...key, ...query]
    .filter((status) => !(status in route.answers))
    .map((status) => [String(status), problem]);
  return Object.fromEntries([...common, ...own, ...unchanged]);
}

const problem = { description: 'Problem', content: { 'application/problem+json': { schema: problemSchema } } };

/** Whether the answer carries an ETag that a later request may name in `If-None-Match`. */
const isTagged = ({ method, answers }: RouteDef): boolean =>
  method === 'get' && answers[200]?.headers?.includes('ETag') === true;

function answer(status: number, { description, schema, contentType, headers = [] }: AnswerDoc) {
  if (status >= 400 && !schema && !contentType) return { ...problem, description };
  const head = {
    description,
    ...(headers.length > 0 ? { headers: Object.fromEntries(headers.map((name) => [name, answerHeaders[name]])) } : {}),
  };
  if (!schema && !contentType) return head;
  return { ...head, content: { [contentType ?? 'application/json']: schema ? { schema } : {} } };
}

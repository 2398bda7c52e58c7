import { z } from 'zod';
import type { Vault } from '../../db/vault.ts';
import { type DemoPerson, demoPeople, demoUnits } from '../../db/worlds/demo-people.ts';
import { demoPersonId, demoSubject, demoUnitId, seedDemo } from '../../db/worlds/demo-worlds.ts';
import { createWorld } from '../../db/worlds/worlds.ts';
import { toRfc3339 } from '../../domain/calendar/dates.ts';
import { text } from '../../domain/text.ts';
import type { Issuer } from '../http/caller.ts';
import { HttpError, invalid } from '../http/errors.ts';
import { anyone } from '../http/may.ts';
import { defineRoute, type RouteDef } from '../http/route.ts';
import { clockRoutes } from './demo-clocks-routes.ts';
import {
  accountList,
  clockInput,
  clockSchema,
  tokenInput,
  tokenSchema,
  workerInput,
  workerSchema,
} from './demo-schemas.ts';

const tag = 'demonstration';

/** The routes of a demonstration: accounts, tokens, clock worlds. They do not exist in production. */
export function demoRoutes(issuer: Issuer): readonly RouteDef[] {
  return [
    defineRoute({
      method: 'get',
      path: '/demo/accounts',
      summary: 'The seeded people of the clock world: account, name, roles, unit.',
      tag,
      access: 'clock',
      may: anyone,
      answers: { 200: { description: 'Accounts', schema: accountList } },
      handle: async ({ services, world }) => ({
        status: 200,
        body: { items: demoPeople.map((person) => accountOf(services.vault, person, world)), nextCursor: null },
      }),
    }),
    defineRoute({
      method: 'post',
      path: '/demo/token',
      summary: 'A token of a seeded person of the clock world.',
      tag,
      access: 'clock',
      may: anyone,
      body: tokenInput,
      answers: { 200: { description: 'A token', schema: tokenSchema } },
      handle: async ({ world, body }) => {
        if (!demoPeople.some(({ account }) => account === body.account)) throw unknownAccount();
        const { token, expiresIn } = await issuer.sign(demoSubject(body.account, world));
        return {
          status: 200,
          headers: { 'Cache-Control': 'no-store' },
          body: { token, tokenType: 'Bearer', expiresIn },
        };
      },
    }),
    defineRoute({
      method: 'get',
      path: '/demo/jwks',
      summary: 'Public keys of the built-in issuer.',
      tag,
      access: 'none',
      may: anyone,
      answers: {
        200: {
          description: 'JSON Web Key Set',
          schema: z.object({ keys: z.array(z.record(z.string(), z.unknown())) }),
        },
      },
      handle: async () => ({ status: 200, body: issuer.jwks }),
    }),
    defineRoute({
      method: 'post',
      path: '/demo/clocks',
      summary: 'Makes a clock world with its own seeded people, whose time now is the given instant.',
      tag,
      access: 'none',
      may: anyone,
      body: clockInput,
      answers: { 201: { description: 'The world', schema: clockSchema, headers: ['Location'] } },
      handle: async ({ services, body }) => {
        const id = await createWorld(services.db, body.startAt);
        await seedDemo(services.db, services.vault, id);
        return { status: 201, headers: { Location: `/demo/clocks/${id}` }, body: { id, now: toRfc3339(body.startAt) } };
      },
    }),
    ...clockRoutes,
    defineRoute({
      method: 'post',
      path: '/demo/worker',
      summary: 'Kills the worker and leaves it down for some seconds, to show that nothing is lost.',
      tag,
      access: 'none',
      may: anyone,
      body: workerInput,
      answers: {
        202: { description: 'The supervisor was told', schema: workerSchema },
        409: { description: 'No supervisor runs this process' },
      },
      handle: async ({ services: { supervisor }, body }) => {
        if (!supervisor) throw notSupervised();
        supervisor({ type: 'demo:worker', down: body.down });
        return { status: 202, body: { down: body.down } };
      },
    }),
  ];
}

function accountOf(vault: Vault, { account, name, roles, unit }: DemoPerson, world: string | null) {
  const works = demoUnits.find(({ key }) => key === unit);
  return {
    account,
    person: demoPersonId(vault, account, world),
    name,
    roles: roles.map(({ role, scope }) => ({
      role,
      scope: scope?.startsWith('unit:') ? `unit:${demoUnitId(vault, scope.slice(5), world)}` : (scope ?? null),
    })),
    unit: works
      ? { id: demoUnitId(vault, works.key, world), name: works.name, employerClass: works.employerClass }
      : null,
  };
}

const unknownAccount = () =>
  invalid([{ path: '/account', message: text('没有此演示账号', 'there is no such account') }]);

const notSupervised = () =>
  new HttpError(
    409,
    'NOT_SUPERVISED',
    text(
      '本进程不由 npm start 管理，无法停止工作进程。',
      'This process was not started by npm start, so nobody can stop the worker.',
    ),
  );

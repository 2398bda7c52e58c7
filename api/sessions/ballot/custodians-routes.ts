import { countBox } from '../../../commands/sessions/ballot/count.ts';
import { actOnEntity } from '../../actions/act-on-entity.ts';
import { refused } from '../../http/errors.ts';
import { defineRoute, type RouteDef } from '../../http/route.ts';
import { onSession } from '../session-access.ts';
import { ofSession } from '../sessions-schemas.ts';
import { custodianList, privateKeyBody, publicKeyBody } from './ballot-schemas.ts';
import { custodianViews, notCustodian, placesOf, register, release } from './custodian.ts';
import { planOfSession } from './plan-of-session.ts';

const tag = 'sessions';
const path = '/v1/sessions/:id';
const keepsKeys = onSession(
  'The office of the committee, whoever supervises its sessions, and auditors.',
  ({ roles, session }) => placesOf(roles, planOfSession(session)).length > 0,
);
const bytesOf = (key: string): Uint8Array => Uint8Array.from(Buffer.from(key, 'base64'));
const custodians = { description: 'The custodians of the box', schema: custodianList };

/** The two custodians of a ballot box and the count (docs/ballot.md). */
export const custodianRoutes: readonly RouteDef[] = [
  defineRoute({
    method: 'get',
    path: `${path}/custodians`,
    summary: 'The custodians of the ballot box with their public keys, and who has released theirs.',
    tag,
    access: 'login',
    may: keepsKeys,
    params: ofSession,
    answers: { 200: custodians },
    handle: async ({ services, granted: { session }, caller }) => ({
      status: 200,
      body: { items: await custodianViews(services, session.no, caller) },
    }),
  }),
  defineRoute({
    method: 'post',
    path: `${path}/custodians`,
    summary:
      'Register one’s public key as a custodian of the ballot box, until it opens: one of the committee’s office, the other of whoever supervises it, or an auditor; different people, no experts of the session.',
    tag,
    access: 'login',
    may: keepsKeys,
    idempotency: 'stored',
    params: ofSession,
    body: publicKeyBody,
    answers: {
      200: custodians,
      403: { description: 'The same person or key as the other custodian, or an expert of the session' },
      409: { description: 'The box is open, or was' },
    },
    handle: async ({ services, granted, body: { publicKey }, caller }) => {
      await register(services, granted, caller, bytesOf(publicKey));
      return { status: 200, body: { items: await custodianViews(services, granted.session.no, caller) } };
    },
  }),
  defineRoute({
    method: 'post',
    path: `${path}/ballots/release`,
    summary:
      'Release one’s private key to the other custodian, once the box is closed; it is kept sealed for them alone.',
    tag,
    access: 'login',
    may: keepsKeys,
    idempotency: 'stored',
    params: ofSession,
    body: privateKeyBody,
    answers: {
      200: custodians,
      409: { description: 'The box is not closed, or counted already' },
      422: { description: 'It is not the key to the registered public key' },
    },
    handle: async ({ services, granted, body: { privateKey }, caller }) => {
      await release(services, granted, caller, bytesOf(privateKey));
      return { status: 200, body: { items: await custodianViews(services, granted.session.no, caller) } };
    },
  }),
  defineRoute({
    method: 'post',
    path: `${path}/ballots/count`,
    summary:
      'Count the votes with one’s private key, once the other custodian has released theirs: opens all, writes them in random order without voters, and forgets envelopes and key. Sent again, it changes nothing.',
    tag,
    access: 'login',
    may: keepsKeys,
    idempotency: 'stored',
    params: ofSession,
    body: privateKeyBody,
    answers: {
      200: { ...custodians, description: 'The votes are counted, and the session says how many passed' },
      409: { description: 'The box is not closed, or the other key is missing' },
      422: { description: 'It is not the key to the registered public key' },
    },
    handle: async ({ services, granted: { session }, body: { privateKey }, caller }) => {
      const counted = await countBox(services.deps, {
        session: session.no,
        person: caller.person,
        privateKey: bytesOf(privateKey),
      });
      if (!counted) throw notCustodian();
      if ('code' in counted) throw refused(counted);
      await actOnEntity(services, counted);
      return { status: 200, body: { items: await custodianViews(services, session.no, caller) } };
    },
  }),
];

import type { z } from 'zod';
import { findHolder } from '../../db/people/callers.ts';
import { findPerson, hasOpened, identityHash, type PersonRow, writePerson } from '../../db/people/people.ts';
import type { Place, Vault } from '../../db/vault.ts';
import type { Grant } from '../../domain/access/access.ts';
import {
  cardOfDocument,
  documentOf,
  documentText,
  type IdentityDocument,
  maskDocument,
} from '../../domain/access/identity-document.ts';
import { dateOf } from '../../domain/calendar/dates.ts';
import { text } from '../../domain/text.ts';
import { existsAlready, HttpError, invalid, notFound, versionConflict } from '../http/errors.ts';
import { signedIn, tokenHolder } from '../http/may.ts';
import { defineRoute, type Reply, type RouteDef, type Services } from '../http/route.ts';
import { personInput, personSchema } from './people-schemas.ts';

const path = '/v1/people/me';
const tag = 'people';

/** Smaller than any version, so that a person who is registered at the same moment is not overwritten. */
const noVersion = 0;

/** The caller's own data; nobody reads another person's here. */
export const peopleRoutes: readonly RouteDef[] = [
  defineRoute({
    method: 'get',
    path,
    summary: 'The caller.',
    tag,
    access: 'login',
    may: signedIn,
    answers: { 200: { description: 'The caller', schema: personSchema, headers: ['ETag'] } },
    handle: async ({ services, caller }) => replyOf(services, caller.person, caller.grants),
  }),
  defineRoute({
    method: 'put',
    path,
    summary: 'Introduces the caller, or corrects what is known of them.',
    tag,
    access: 'token',
    may: tokenHolder,
    body: personInput,
    creates: true,
    answers: {
      200: { description: 'The caller', schema: personSchema, headers: ['ETag'] },
      409: {
        description:
          'The identity number is set already or belongs to someone else, or the name is fixed by an application',
      },
      412: {
        description: 'Someone changed it since the version in If-Match, or it is there in spite of If-None-Match: *',
      },
      429: { description: 'Too many tries to register an identity number' },
    },
    handle: async ({ services, caller: { person, subject }, world, body, expectedSeq, onlyNew, now }) => {
      const document = documentIn(body);
      const card = document && cardOfDocument(document);
      if (card && card.bornOn > dateOf(await now())) throw notBorn();
      const known = person === null ? null : await findPerson(services.db, person);
      if (onlyNew && known) throw existsAlready();
      if (!known && expectedSeq !== undefined) throw versionConflict();
      if (known && (await isNameFixed(services, known, body.name))) throw nameFixed();
      if (document && !known?.identityHash) {
        await services.countIdentityTry(subject);
        // Also by the number, so that many accounts do not find out together whether it is registered.
        await services.countIdentityTry(identityHash(services.vault, world, document));
      }
      const told = { world, subject, ...sealed(services.vault, { world, body, known }) };
      const written = await writePerson(services.db, told, onlyNew ? noVersion : (expectedSeq ?? null));
      if (written.status !== 'written') throw written.status === 'identityTaken' ? identityTaken() : moved(onlyNew);
      return replyOf(services, written.id, (await findHolder(services.db, subject))?.grants ?? []);
    },
  }),
];

/** After a submission the name is in postings, seals and results, so people can no longer change their own. */
async function isNameFixed({ db, vault }: Services, known: PersonRow, name: string): Promise<boolean> {
  return vault.openText(known.nameEnc, 'person.name') !== name && (await hasOpened(db, known.id));
}

/** The identity document that somebody names; null where they name none. */
const documentIn = ({
  identityType: type = 'citizenId',
  identityNumber: number,
}: Said['body']): IdentityDocument | null => (number === undefined ? null : { type, number });

type Said = {
  readonly world: string | null;
  readonly body: z.infer<typeof personInput>;
  readonly known: PersonRow | null;
};

function sealed(vault: Vault, { world, body, known }: Said) {
  const { name, phone, mail, language } = body;
  const document = documentIn(body);
  const hash = document ? identityHash(vault, world, document) : (known?.identityHash ?? null);
  if (known?.identityHash && hash !== known.identityHash) throw identityFixed();
  if (hash === null && known === null) throw identityMissing();
  const seal = (value: string | null, place: Place) => (value === null ? null : vault.seal(value, place));
  return {
    nameEnc: vault.seal(name, 'person.name'),
    identityEnc: document ? vault.seal(documentText(document), 'person.identity') : (known?.identityEnc ?? null),
    identityHash: hash,
    phoneEnc: seal(phone, 'person.phone'),
    mailEnc: seal(mail, 'person.mail'),
    language,
  };
}

async function replyOf({ db, vault }: Services, id: string, grants: readonly Grant[]): Promise<Reply> {
  const person = await findPerson(db, id);
  if (!person) throw notFound();
  const { nameEnc, identityEnc, phoneEnc, mailEnc, language, version } = person;
  const open = (value: Buffer | null, place: Place) => (value === null ? null : vault.openText(value, place));
  return {
    status: 200,
    unstored: true,
    etag: `${version}.${grantsTag(vault, grants)}`,
    body: () => {
      const identity = open(identityEnc, 'person.identity');
      const document = identity === null ? null : documentOf(identity);
      return {
        id,
        name: vault.openText(nameEnc, 'person.name'),
        identityType: document?.type ?? null,
        identityNumber: document && maskDocument(document),
        phone: open(phoneEnc, 'person.phone'),
        mail: open(mailEnc, 'person.mail'),
        language,
        grants,
        version,
      };
    },
  };
}

/** A short hash of the grants, for the ETag, since the answer lists them. */
const grantsTag = (vault: Vault, grants: readonly Grant[]) =>
  vault.hash(JSON.stringify(grants.map(({ role, scope }) => `${role} ${scope}`).sort())).slice(0, 12);

/** Somebody was faster: introduced themselves, or changed it. */
const moved = (onlyNew: boolean) => (onlyNew ? existsAlready() : versionConflict());

const notBorn = () =>
  invalid([
    {
      path: '/identityNumber',
      message: text('公民身份号码中的出生日期晚于今天。', 'The birth date in the identity number is later than today.'),
    },
  ]);

const identityTaken = () =>
  new HttpError(
    409,
    'IDENTITY_TAKEN',
    text(
      '该身份号码已登记，请联系管理员核实后释放。',
      'This identity number is registered already; an administrator can release it after looking into it.',
    ),
  );

const identityFixed = () =>
  new HttpError(
    409,
    'IDENTITY_FIXED',
    text('身份号码登记后不能自行更改。', 'An identity number cannot be changed by oneself once it is registered.'),
  );

const nameFixed = () =>
  new HttpError(
    409,
    'NAME_FIXED',
    text(
      '已有提交的申报，姓名不能自行更改；请联系管理员更正。',
      'An application was submitted under this name: ask an administrator to correct it.',
    ),
  );

const identityMissing = () =>
  invalid([{ path: '/identityNumber', message: text('须填写身份证件号码', 'is needed the first time') }]);

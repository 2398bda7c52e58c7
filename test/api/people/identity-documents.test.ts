import { beforeAll, expect, it } from 'vitest';
import { completenessView, formView } from '../../../api/form/form-views-schemas.ts';
import { problemSchema } from '../../../api/http/common-schemas.ts';
import { identityReleaseList } from '../../../api/people/identity-releases-schemas.ts';
import { personSchema } from '../../../api/people/people-schemas.ts';
import { demoPeople } from '../../../db/worlds/demo-people.ts';
import { identityCheckDigit } from '../../../domain/access/identity-number.ts';
import { type ApiWorld, TestService } from '../service.ts';

let world: ApiWorld;
beforeAll(async () => {
  world = await (await TestService.shared()).world('2024-07-10T09:00');
});

const path = '/v1/people/me';
const releases = '/v1/identity-releases';
const me = (name: string) => ({ name, phone: '13900000000', mail: null, language: 'zh' });
const passport = { identityType: 'passport', identityNumber: 'k8765432' };

it('somebody without a citizen number registers by another document, which is kept, shown, printed and released like one', async () => {
  const [client, admin] = [await world.as('wu-di'), await world.as('admin')];
  const identityNumber = demoPeople.find(({ account }) => account === 'wu-di')?.identity;
  expect((await admin.post(releases, { identityNumber, reason: '误登记' })).status).toBe(200);
  const wrong = await client.put(path, {
    ...me('吴迪'),
    phone: 'x',
    identityType: 'hkMacaoPermit',
    identityNumber: 'K8765432',
  });
  expect(
    wrong
      .as(problemSchema)
      .errors.map((each) => each.path)
      .sort(),
    'all that is wrong is said at once',
  ).toEqual(['/identityNumber', '/phone']);
  expect((await client.put(path, { ...me('吴迪'), ...passport })).as(personSchema)).toMatchObject({
    identityType: 'passport',
    identityNumber: 'K8******32',
  });
  const no = await world.draft('wu-di');
  expect((await client.get(`/v1/applications/${no}/form`)).as(formView).applicant).toMatchObject({
    identityType: 'passport',
    identity: 'K8765432',
  });
  const { findings } = (await client.get(`/v1/applications/${no}/completeness`)).as(completenessView);
  expect(findings.filter(({ item, outcome }) => /bornOn|gender/.test(item) && outcome !== 'ok')).toEqual([]);

  const hr = await world.as('hr-north');
  const again = { ...passport, identityNumber: 'Ｋ 8765432' };
  expect((await hr.put(path, { ...me('郭晓'), ...again })).as(problemSchema).code).toBe('IDENTITY_TAKEN');
  const permit = { identityType: 'taiwanPermit', identityNumber: '08765432' };
  expect((await hr.put(path, { ...me('郭晓'), ...permit })).as(personSchema).identityType).toBe('taiwanPermit');

  expect((await admin.post(releases, { ...again, reason: '更换护照' })).status).toBe(200);
  expect((await (await world.as('auditor')).get(releases)).as(identityReleaseList).items[0]).toMatchObject({
    identityType: 'passport',
    identityNumber: 'K8******32',
    reason: '更换护照',
  });
});

it('a resident of Hong Kong, Macao or Taiwan registers by the number of the residence permit', async () => {
  const first = '81000019900101003';
  const client = await world.as('group-north');
  const told = await client.put(path, { ...me('组长'), identityNumber: `${first}${identityCheckDigit(first)}` });
  expect(told.as(personSchema)).toMatchObject({ identityType: 'citizenId' });
});

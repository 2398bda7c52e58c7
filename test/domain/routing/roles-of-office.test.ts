import { expect, it } from 'vitest';
import { programmes } from '../../../config/programmes.ts';
import { demoPeople } from '../../../db/worlds/demo-people.ts';
import { officeRoles, type Role } from '../../../domain/programme/facts.ts';
import { rolesOfOffice } from '../../../domain/routing/roles-of-office.ts';

const rolesIn = (office: string): readonly Role[] => [
  ...new Set([...programmes.values()].flatMap((programme) => rolesOfOffice(programme, office))),
];

it.each<[string, readonly Role[]]>([
  ['ln-diit-office', ['committeeOffice', 'committeeOrganiser']],
  ['ln-sasac', ['sealingAuthority']],
  ['ln-security-association', ['association']],
  ['ln-hrss-service-division', ['sealingAuthority', 'delegationAuthority']],
  ['dl-gaoxin', ['preliminaryAuthority', 'industryAuthority']],
  [
    'dl-talent-centre',
    ['committeeOffice', 'committeeOrganiser', 'preliminaryAuthority', 'industryAuthority', 'talentCentre'],
  ],
  ['lyg-title-office', ['committeeOffice', 'preliminaryAuthority', 'cityTitleOffice']],
  ['nowhere', []],
])('%s acts in its roles and in no other', (office, roles) => {
  expect(rolesIn(office)).toEqual(roles);
});

it('everybody of the demonstration acts for an office in a role that it has', () => {
  const held = demoPeople.flatMap(({ account, roles }) =>
    roles.flatMap(({ role, scope }) =>
      officeRoles.some((each) => each === role)
        ? [{ account, role, office: String(scope).replace('office:', '') }]
        : [],
    ),
  );
  expect(held.length).toBeGreaterThan(20);
  expect(held.filter(({ role, office }) => !rolesIn(office).includes(role))).toEqual([]);
});

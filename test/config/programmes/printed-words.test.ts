import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dalian2024 } from '../../../config/programmes/dalian-2024/index.ts';
import { lianyungang2024 } from '../../../config/programmes/lianyungang-2024/index.ts';
import { liaoningDiit2024 } from '../../../config/programmes/liaoning-diit-2024/index.ts';
import { roleNamed } from '../../../domain/access/role-labels.ts';
import type { Programme } from '../../../domain/programme/programme.ts';
import { rolesOf } from '../../../domain/routing/offices-in-charge.ts';

/** A document without its spaces, and without the list of those who get a copy, who decide nothing. */
const printed = ({ source }: Programme): string =>
  readFileSync(`config/seeds/${source}.txt`, 'utf8')
    .replaceAll(/\s/g, '')
    .replaceAll(/抄送：.*$/gm, '')
    .replaceAll(/各市人力资源和社会保障局/g, '');

/** Every Chinese text of a programme, with its English beside it. */
function textsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'zh' in value && typeof value.zh === 'string' && 'en' in value ? [value.zh] : [];
  return [...own, ...Object.values(value).flatMap(textsOf)];
}

const papers = /《[^》]+》/g;
const periods = /\d+(?:个?工作日|个?月|年|天|日|学时|字)/g;
const offices = /[\u4e00-\u9fa5]+?(?:局|厅|委员会|中心|办公室|职称办|国资委|卫健委|协会|部门|单位|机构|领导小组)/g;
const places = /学信网|万方|知网|维普|云平台|政务服务网/g;

/** Names and periods of a text that no sentence of the document has: of an office at least its last four characters are printed. */
function notPrinted(text: string, document: string): string[] {
  const found = (pattern: RegExp) => [...text.matchAll(pattern)].map(([each]) => each);
  const endings = (name: string) => Array.from({ length: Math.max(name.length - 3, 1) }, (_, from) => name.slice(from));
  return [
    ...[papers, periods, places].flatMap(found).filter((each) => !document.includes(each)),
    ...found(offices).filter((name) => !endings(name).some((ending) => document.includes(ending))),
  ];
}

/** What a recorded reading adds to a document that is silent, and words that only join what is printed. */
const byReading: Readonly<Record<string, readonly string[]>> = {
  // the number of hours from which the authority decides. A-09: civil servants and freelancers.
  'dalian-2024': [
    '60学时',
    '含参照公务员法管理的单位',
    '通过人事代理机构',
    '由其履行单位',
    '自由职业者由人事代理机构',
    '履行单位',
    '由该机构',
    '自由职业者通过人事代理机构',
  ],
  'lianyungang-2024': [],
  // the unit of a freelancer.
  'liaoning-diit-2024': [
    '本通知未规定自由职业者的用人单位',
    '由人事代理机构',
    '履行单位',
    '由本人事代理机构',
    '自由职业者由人事代理机构',
  ],
};
/** Forms of printed words in which a conjunction or an adverb stands before them. */
const joined = ['需相关部门', '已由单位', '应由单位', '组织部门'];

describe.each([dalian2024, lianyungang2024, liaoningDiit2024])('the words of $id', (programme) => {
  test('name no office, paper, period or platform that no printed sentence has', () => {
    const document = printed(programme);
    const allowed = [...(byReading[programme.id] ?? []), ...joined];
    const own = programme.authorities.filter(({ printedIn }) => !printedIn);
    const found = textsOf({ ...programme, reference: undefined, authorities: own })
      .flatMap((text) => notPrinted(text, document).map((name) => [name, text] as const))
      .filter(([name]) => !allowed.includes(name));
    expect(found).toEqual([]);
  });

  test('call every office that acts by the name that is printed', () => {
    const document = printed(programme);
    const roles = programme.stages.flatMap(rolesOf).filter((role) => role !== 'applicant');
    const named = [...new Set(roles)].map((role) => roleNamed(role, programme).zh);
    expect(named.flatMap((name) => notPrinted(name, document))).toEqual([]);
  });

  test('name who reviews elsewhere in the words of the document that is given for it', () => {
    for (const { referTo, printedIn } of programme.authorities)
      if (printedIn) expect(printed({ ...programme, source: printedIn.document })).toContain(referTo?.zh);
  });
});

test('LN-2.1.2-b: the sweep finds an office that only another document prints', () => {
  const document = printed(liaoningDiit2024);
  expect(notPrinted('由所在市人力资源和社会保障局负责评审。', document)).toEqual(['由所在市人力资源和社会保障局']);
  expect(notPrinted('由所在市负责评审。', document)).toEqual([]);
});

import { describe, expect, it } from 'vitest';
import { dalian2024 } from '../../../config/programmes/dalian-2024/index.ts';
import { completeness } from '../../../domain/materials/completeness.ts';
import type { MaterialContent } from '../../../domain/materials/content.ts';
import { engineer } from '../../lives/life.ts';
import { changes, wholeContent } from './material-cases.ts';

const facts = engineer;
const whole = wholeContent(facts);
const summary = whole.summary as NonNullable<MaterialContent['summary']>;
const card = { bornOn: summary.bornOn, gender: summary.gender };

const school = whole.education?.[0] as NonNullable<MaterialContent['education']>[number];
const exam = (passedOn: string) => ({ name: '全国统一考试', specialty: '工商管理', passedOn });

/** The items that are found not to be possible, and whether that prevents a submission. */
const found = (content: MaterialContent, asOf = '2024-06-03') =>
  completeness(dalian2024.materials ?? [], {
    content,
    facts,
    asOf,
    card,
    year: 2024,
    cutOffs: [],
    attestations: [],
    fileKinds: [],
    removedItems: [],
  })
    .filter(({ key }) => key === 'plausible')
    .map(({ item, outcome }) => `${item} ${outcome}`);
const { part, project } = changes(whole);

describe('entries that cannot all be true', () => {
  it.each([
    ['the birth date of another', { summary: { ...summary, bornOn: '1985-05-06' } }, ['/summary/bornOn warning']],
    ['another sex', { summary: { ...summary, gender: 'male' as const } }, ['/summary/gender warning']],
    [
      'a graduation before the birth',
      { summary: { ...summary, graduatedOn: '1980-07-01' } },
      ['/summary/graduatedOn invalid'],
    ],
    [
      'an honour of 2099',
      { honours: [{ title: '先进', awardedOn: '2099-01-01', by: '市' }] },
      ['/honours/0/awardedOn invalid'],
    ],
    ['a photograph of 2031', { photo: { takenOn: '2031-01-01' } }, ['/photo/takenOn invalid']],
    ['work that begins later', { experience: [{ from: '2031-01', what: '研发' }] }, ['/experience/0/from invalid']],
    [
      'one certificate twice',
      {
        continuingEducation: [
          { year: 2024, publicHours: 15, professionalHours: 30, certificate: 'JX1' },
          { year: 2024, publicHours: 15, professionalHours: 30, certificate: 'JX1' },
        ],
      },
      ['/continuingEducation/1/certificate invalid'],
    ],
    [
      'one certificate twice, in other letters and width',
      {
        continuingEducation: [
          { year: 2024, publicHours: 15, professionalHours: 30, certificate: 'JX1' },
          { year: 2024, publicHours: 15, professionalHours: 30, certificate: 'ｊｘ 1' },
        ],
      },
      ['/continuingEducation/1/certificate invalid'],
    ],
    [
      'the same hours twice without a number',
      {
        continuingEducation: [
          { year: 2024, publicHours: 15, professionalHours: 30 },
          { year: 2024, publicHours: 15, professionalHours: 30 },
        ],
      },
      ['/continuingEducation/1/certificate invalid'],
    ],
    [
      'the same hours again without a number, beside a numbered one',
      {
        continuingEducation: [
          { year: 2024, publicHours: 15, professionalHours: 30, certificate: 'JX1' },
          { year: 2024, publicHours: 15, professionalHours: 30 },
        ],
      },
      ['/continuingEducation/1/certificate invalid'],
    ],
    [
      'the same hours twice with two numbers, and in another year',
      {
        continuingEducation: [
          { year: 2024, publicHours: 15, professionalHours: 30, certificate: 'JX1' },
          { year: 2024, publicHours: 15, professionalHours: 30, certificate: 'JX2' },
          { year: 2023, publicHours: 15, professionalHours: 30 },
        ],
      },
      [],
    ],
    [
      'a title before the birth',
      { summary: { ...summary, currentTitleSince: '1970-01-01' } },
      ['/summary/currentTitleSince invalid'],
    ],
    [
      'a title of tomorrow',
      { summary: { ...summary, currentTitleSince: '2024-06-04' } },
      ['/summary/currentTitleSince invalid'],
    ],
    [
      'a title before every graduation',
      {
        summary: { ...summary, graduatedOn: '2012-07-01', currentTitleSince: '2012-06-30' },
        education: [{ ...school, graduatedOn: '2012-07-01' }],
      },
      ['/summary/currentTitleSince warning'],
    ],
    [
      'a title after one graduation and before the next',
      {
        summary: { ...summary, graduatedOn: '2020-07-01', currentTitleSince: '2018-08-01' },
        education: [
          { ...school, graduatedOn: '2012-07-01' },
          { ...school, graduatedOn: '2020-07-01' },
        ],
      },
      [],
    ],
    ['an examination before the birth', { examination: exam('1970-10-01') }, ['/examination/passedOn invalid']],
    ['work before the birth', { experience: [{ from: '1970-01', what: '研发' }] }, ['/experience/0/from invalid']],
    [
      'work that ends later than today',
      { experience: [{ from: '2012-07', to: '2024-07', what: '研发' }] },
      ['/experience/0/to invalid'],
    ],
    [
      'a proof of education older than the graduation',
      { education: [{ ...school, graduatedOn: '2024-05-03', reportedOn: '2024-05-02' }] },
      ['/education/0/reportedOn invalid'],
    ],
    [
      'a year of training still to come',
      {
        continuingEducation: [
          ...(whole.continuingEducation ?? []),
          { year: 2025, publicHours: 1, professionalHours: 1 },
        ],
      },
      ['/continuingEducation/1/year invalid'],
    ],
  ])('%s', (_, changed, items) => {
    expect(found(part(changed).content as MaterialContent)).toEqual(items);
  });

  it('a seal of next year', () => {
    const sealed = project({ proofs: [{ kind: 'contract', sealedOn: '2025-01-01' }] }).content as MaterialContent;
    expect(found(sealed)).toEqual(['/achievements/a1/proofs/0/sealedOn invalid']);
  });

  it('an achievement that begins later, and a paper published before its work began', () => {
    const begun = project({ from: '2024-07', to: '2024-08' }).content as MaterialContent;
    expect(found(begun)).toEqual(['/achievements/a1/from invalid']);
    const paper = project({ category: 'paper', from: '2023-05', to: '2023-09', publishedOn: '2023-04-30' });
    expect(found(paper.content as MaterialContent)).toEqual(['/achievements/a1/publishedOn warning']);
  });

  it('a form of today with all in order has none', () => {
    expect(found(whole)).toEqual([]);
    expect(
      found({ ...whole, photo: { takenOn: '2024-06-03' }, experience: [{ from: '2024-06', what: '研发' }] }),
    ).toEqual([]);
  });
});

describe('years that are not of the common calendar (DL-2.3.1-d)', () => {
  const refused = (words: string) =>
    completeness(dalian2024.materials ?? [], {
      content: { ...whole, statement: `${words}${whole.statement}` },
      facts,
      asOf: '2024-06-03',
      year: 2024,
      cutOffs: [],
      attestations: [],
      fileKinds: [],
      removedItems: [],
    }).some(({ clause, outcome }) => clause === 'DL-2.3.1-d' && outcome === 'invalid');

  it.each(['优化了控制指令和3年运行数据的比对方法', '承担三四五六年级机器人兴趣课教学', '完成水平成2年期监测'])(
    '%s names none',
    (words) => expect(refused(words)).toBe(false),
  );
  it.each(['二〇二〇年', '平成30年', '毕业于平成30年', '令和元年', '民国三十五年', '一九九八年'])(
    '%s is one',
    (words) => expect(refused(words)).toBe(true),
  );
});

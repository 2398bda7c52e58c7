import { addMonths } from '../../calendar/dates.ts';
import { countCharacters } from '../characters.ts';
import type { CheckInput, Rule } from './checked-input.ts';
import { doubtful, lacks, type Problem, wrong } from './finding.ts';

/**
 * Matches years in Chinese numerals or in eras, which are not in the Gregorian calendar and Arabic numerals (DL-2.3.1-d). The same characters also meet
 * inside other words (三四五六年级, 控制指令和3年, 水平成2年): a year in numerals is of the 19th to 22nd century, and the name of an era that can be part
 * of such words stands after no word or after a preposition.
 */
const NOT_GREGORIAN = new RegExp(
  [
    '(?<![〇○零一二三四五六七八九])(?:一[八九]|二[〇○零一])[〇○零一二三四五六七八九]{2}年(?!级)',
    `(?:民国|昭和|(?<=^|[^\\p{Script=Han}]|日本|[于在自从至到即为是和与及或])(?:平成|令和))\\s*[\\d元〇零一二三四五六七八九十]+年`,
  ].join('|'),
  'u',
);

/** The seven fields of part 1 of annex 1 are required (LN-A1-b); an applicant for a first title has no present one. */
export function summary({ content, facts }: CheckInput): Problem[] {
  if (!content.summary)
    return [
      lacks(
        '/summary',
        '个人基本情况未填写：性别、出生年月、学历学位、现专业技术资格名称、取得时间、工作岗位情况。',
        'The personal summary is not filled in: sex, birth date, education and degree, present title with its date, post.',
      ),
    ];
  const { currentTitle, currentTitleSince } = content.summary;
  const first = facts.level === 'technician' || facts.level === 'assistant';
  if (currentTitle && currentTitleSince) return [];
  if (first && !currentTitle && !currentTitleSince) return [];
  return [
    ...(currentTitle
      ? []
      : [lacks('/summary/currentTitle', '未填写现专业技术资格名称。', 'The present title is not given.')]),
    ...(currentTitleSince
      ? []
      : [
          lacks(
            '/summary/currentTitleSince',
            '未填写现专业技术资格取得时间。',
            'The date of the present title is not given.',
          ),
        ]),
  ];
}

/** Parts 1 to 6 of the evaluation form are required (DL-2.3.1-b). */
export function parts({ content }: CheckInput): Problem[] {
  const there = {
    '/summary': content.summary !== undefined,
    '/experience': (content.experience?.length ?? 0) > 0,
    '/achievements': content.achievements.length > 0,
    '/education': (content.education?.length ?? 0) > 0,
    '/continuingEducation': (content.continuingEducation?.length ?? 0) > 0,
    '/statement': content.statement !== undefined,
  };
  return Object.entries(there)
    .filter(([, filled]) => !filled)
    .map(([item]) => lacks(item, '评定表表一至表六须由申报人填写，此部分为空。', 'This part of the form is empty.'));
}

/** Dates must be in the Gregorian calendar and Arabic numerals (DL-2.3.1-d). */
export function gregorianDates({ content }: CheckInput): Problem[] {
  const texts: readonly (readonly [string, string | undefined])[] = [
    ['/summary/position', content.summary?.position],
    ['/statement', content.statement],
    ...content.achievements.flatMap(({ id, title, content: says }) => [
      [`/achievements/${id}/title`, title] as const,
      [`/achievements/${id}/content`, says] as const,
    ]),
    ...(content.experience ?? []).map(({ what }, at) => [`/experience/${at}/what`, what] as const),
  ];
  return texts
    .filter(([, text]) => text !== undefined && NOT_GREGORIAN.test(text))
    .map(([item]) =>
      wrong(
        item,
        '时间一律用公历阿拉伯数字填写。',
        'Times are written in the Gregorian calendar with Arabic numerals.',
      ),
    );
}

/** An identity photograph is required (DL-1.7-b), taken within a number of months where the notice says so (LN-A2.3.6-a). */
export function photo({ content, asOf, fileKinds }: CheckInput, { months }: Rule<'photo'>): Problem[] {
  const { photo: given } = content;
  if (!given) {
    if (fileKinds.includes('photo')) return [];
    // Where the notice asks for it on paper, the dossier is checked for it.
    return months === undefined
      ? [lacks('/photo', '未提供证件照。', 'The identity photograph is missing.')]
      : [
          doubtful(
            '/photo',
            '未提供证件照；申报材料须张贴半年内正面免冠证件照片。',
            'There is no photo; the material must carry one taken within half a year.',
          ),
        ];
  }
  if (months === undefined || (given.takenOn <= asOf && asOf <= addMonths(given.takenOn, months))) return [];
  return [
    wrong(
      '/photo/takenOn',
      '照片须为半年内正面免冠证件照。',
      `The photo must have been taken within ${months} months.`,
    ),
  ];
}

/** The length of the work statement is a target: a much shorter one causes a warning, a missing one prevents submission (DL-2.3.1-l, A-05). */
export function statement({ content, facts }: CheckInput, { characters, leastPercent }: Rule<'statement'>): Problem[] {
  const target = characters[facts.level];
  const length = countCharacters(content.statement ?? '');
  if (length === 0)
    return [lacks('/statement', '未填写本人专业技术工作述评。', 'The statement on the technical work is empty.')];
  if (length * 100 >= target * leastPercent) return [];
  return [
    doubtful(
      '/statement',
      `本人专业技术工作述评一般为${target}字，现为${length}字。`,
      `The work statement normally has ${target} characters; it has ${length}.`,
    ),
  ];
}

/** The pledge is required (LYG-5.4-a), in the printed text where one is printed (LN-6.5-a). */
export function pledge({ content }: CheckInput, { text }: Rule<'pledge'>): Problem[] {
  const { pledge: given } = content;
  if (given === undefined)
    return [
      text === undefined
        ? lacks('/pledge', '未作出材料真实性承诺。', 'The pledge of truthfulness is not given.')
        : lacks(
            '/pledge',
            `未作出承诺，须照录原文：“${text}”`,
            `The pledge is not given; its printed words are: “${text}”`,
          ),
    ];
  if (text === undefined) return [];
  if (given !== true && given.text === text) return [];
  return [wrong('/pledge', `承诺须照录原文：“${text}”`, `The pledge must be given in the printed words: “${text}”`)];
}

/** Secret material must be declassified before filing (LN-5.1-e). */
export function secrets({ content }: CheckInput): Problem[] {
  if (content.secrets) return [];
  return [
    doubtful(
      '/secrets',
      '涉密材料须按规定脱密处理后方可申报，请确认。',
      'Secret material must be declassified before filing; please confirm.',
    ),
  ];
}

/** The entries on covers and bag must match the online filing (DL-2.3.2-b, LN-A2.3.1-c). */
export function cover({ content, facts, names }: CheckInput, { fields, always }: Rule<'cover'>): Problem[] {
  const given = content.cover;
  if (!given) {
    if (!always) return [];
    return [lacks('/cover', '未确认封面及材料袋信息。', 'The entries on cover and bag are not confirmed.')];
  }
  return fields
    .filter((field) => given[field] !== facts[field] && given[field] !== names?.[field])
    .map((field) => {
      const filed = names?.[field] ?? facts[field];
      return wrong(
        `/cover/${field}`,
        `所填信息应与网上申报一致：“${filed}”。`,
        `The entries must match the online filing: “${filed}”.`,
      );
    });
}

/** A file of this kind must be attached to the form. */
export function attachment({ fileKinds }: CheckInput, { file }: Rule<'attachment'>): Problem[] {
  return fileKinds.includes(file) ? [] : [lacks('/documents', '缺少附件。', `A file of kind ${file} is missing.`)];
}

import { type IsoDate, yearOf } from '../../calendar/dates.ts';
import type { MaterialContent } from '../content.ts';
import type { CheckInput } from './checked-input.ts';
import { doubtful, type Problem, wrong } from './finding.ts';

/** What no printed rule says and everybody means: the entries agree with the identity number, with one another, and with the calendar. */
export const plausible = (input: CheckInput): Problem[] => [
  ...againstCard(input),
  ...inFuture(input),
  ...beforeBirth(input.content),
  ...countedTwice(input.content),
];

/** The birth date and the sex are those of the identity number. */
function againstCard({ content: { summary }, card }: CheckInput): Problem[] {
  if (!summary || !card) return [];
  const born = doubtful(
    '/summary/bornOn',
    '出生日期与公民身份号码不一致，请核对。',
    'The birth date is not the one in the identity number; please check.',
  );
  const sex = doubtful(
    '/summary/gender',
    '性别与公民身份号码不一致，请核对。',
    'The sex is not the one in the identity number; please check.',
  );
  return [...(summary.bornOn === card.bornOn ? [] : [born]), ...(summary.gender === card.gender ? [] : [sex])];
}

/** A day, month or year that is not yet over cannot be told of as past: compared over the length that was given. */
function inFuture({ content, asOf }: CheckInput): Problem[] {
  return told(content)
    .filter(([, when]) => when !== undefined && when > asOf.slice(0, when.length))
    .map(([item]) => doubtful(item, '所填时间晚于今天，请核对。', 'This date is later than today; please check.'));
}

type Told = readonly (readonly [item: string, when: string | undefined])[];

/** Every date of the form that tells of the past, by its field. */
function told({ summary, photo, examination, ...content }: MaterialContent): Told {
  return [
    ['/summary/bornOn', summary?.bornOn],
    ['/summary/graduatedOn', summary?.graduatedOn],
    ['/summary/currentTitleSince', summary?.currentTitleSince],
    ['/photo/takenOn', photo?.takenOn],
    ['/examination/passedOn', examination?.passedOn],
    ...(content.education ?? []).flatMap(
      ({ graduatedOn, reportedOn }, at): Told => [
        [`/education/${at}/graduatedOn`, graduatedOn],
        [`/education/${at}/reportedOn`, reportedOn],
      ],
    ),
    ...(content.honours ?? []).map(({ awardedOn }, at) => [`/honours/${at}/awardedOn`, awardedOn] as const),
    ...(content.experience ?? []).map(({ from }, at) => [`/experience/${at}/from`, from] as const),
    ...(content.continuingEducation ?? []).map(
      ({ year }, at) => [`/continuingEducation/${at}/year`, `${year}`] as const,
    ),
    ...content.achievements.flatMap(
      ({ id, publishedOn, proofs = [] }): Told => [
        [`/achievements/${id}/publishedOn`, publishedOn],
        ...proofs.map(({ sealedOn }, at) => [`/achievements/${id}/proofs/${at}/sealedOn`, sealedOn] as const),
      ],
    ),
  ];
}

/** Nobody graduates before they are born. */
function beforeBirth({ summary, education = [] }: MaterialContent): Problem[] {
  if (!summary) return [];
  const graduations: readonly (readonly [string, IsoDate | undefined])[] = [
    ['/summary/graduatedOn', summary.graduatedOn],
    ...education.map(({ graduatedOn }, at) => [`/education/${at}/graduatedOn`, graduatedOn] as const),
  ];
  return graduations
    .filter(([, on]) => on !== undefined && yearOf(on) <= yearOf(summary.bornOn))
    .map(([item]) =>
      doubtful(item, '毕业时间早于出生日期，请核对。', 'The graduation is before the birth; please check.'),
    );
}

/** The hours of one certificate count once, in whatever letters and width its number is written. */
function countedTwice({ continuingEducation = [] }: MaterialContent): Problem[] {
  const numbers = continuingEducation.map(({ certificate }) =>
    certificate?.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase(),
  );
  return numbers.flatMap((number, at) =>
    number === undefined || numbers.indexOf(number) === at
      ? []
      : [
          wrong(
            `/continuingEducation/${at}/certificate`,
            '同一继续教育证明只能填写一次，学时不得重复计算。',
            'One certificate of continuing education is given once; its hours count once.',
          ),
        ],
  );
}

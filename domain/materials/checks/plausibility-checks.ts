import { normalForm } from '../../normal-form.ts';
import type { ContinuingEducation, MaterialContent } from '../content.ts';
import type { CheckInput } from './checked-input.ts';
import { datesOutOfOrder } from './date-orders.ts';
import { doubtful, type Problem, wrong } from './finding.ts';

/** What no printed rule says and everybody means: the entries agree with the identity number, with one another, and with the calendar. */
export const plausible = (input: CheckInput): Problem[] => [
  ...againstCard(input),
  ...datesOutOfOrder(input.content, input.asOf),
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

/** The hours of one certificate count once, in whatever letters and width its number is written; the same hours twice need two numbers. */
function countedTwice({ continuingEducation = [] }: MaterialContent): Problem[] {
  return continuingEducation.flatMap((record, at) => {
    const earlier = continuingEducation.slice(0, at);
    const item = `/continuingEducation/${at}/certificate`;
    if (record.certificate !== undefined && earlier.some((each) => numberOf(each) === numberOf(record)))
      return [
        wrong(
          item,
          '同一继续教育证明只能填写一次，学时不得重复计算。',
          'One certificate of continuing education is given once; its hours count once.',
        ),
      ];
    if (earlier.every((each) => !sameHours(each, record) || bothNumbered(each, record))) return [];
    return [
      wrong(
        item,
        '同一年度的相同学时重复填写；确为两次学习的，请分别填写证明编号。',
        'The same hours of the same year are given twice; if it was two courses, give the number of each certificate.',
      ),
    ];
  });
}

const numberOf = ({ certificate }: ContinuingEducation) =>
  certificate === undefined ? undefined : normalForm(certificate);
const sameHours = (one: ContinuingEducation, other: ContinuingEducation): boolean =>
  one.year === other.year && one.publicHours === other.publicHours && one.professionalHours === other.professionalHours;
const bothNumbered = (one: ContinuingEducation, other: ContinuingEducation): boolean =>
  one.certificate !== undefined && other.certificate !== undefined;

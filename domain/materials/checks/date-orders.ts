import { yearOf } from '../../calendar/dates.ts';
import type { MaterialContent } from '../content.ts';
import { doubtful, type Problem, wrong } from './finding.ts';

/** A field and what it tells: a day, a month, or a year. */
type DatedItems = readonly (readonly [item: string, when: string | undefined])[];
/** Two dates of the form (or the day on which it is judged), and the field that is wrong when the first is not the earlier one. */
type Pair = { readonly item: string; readonly earlier: string | undefined; readonly later: string | undefined };

/** What must come before what. */
type Order = {
  readonly pairs: (content: MaterialContent, today: string) => readonly Pair[];
  /** The least number of calendar years between the two; without it the same day will do. */
  readonly years?: number;
  readonly finding: (item: string) => Problem;
};

/** All orders of dates, one a line: what cannot be is invalid; what can be, but rarely is, is to be checked. */
const orders: readonly Order[] = [
  {
    pairs: (content, today) => past(content).map(([item, when]) => ({ item, earlier: when, later: today })),
    finding: (item) => wrong(item, '所填时间晚于今天。', 'This date is later than today.'),
  },
  {
    pairs: (content) => [...graduations(content), ...title(content)].map(sinceBirth(content)),
    years: 1,
    finding: (item) =>
      wrong(
        item,
        '所填毕业或取得职称的时间早于出生日期。',
        'This graduation or title is dated before the birth of its holder.',
      ),
  },
  {
    pairs: (content) => lives(content).map(sinceBirth(content)),
    finding: (item) => wrong(item, '所填时间早于出生日期。', 'This date is before the birth date.'),
  },
  {
    pairs: ({ education = [] }) =>
      education.map(({ graduatedOn, reportedOn }, at) => ({
        item: `/education/${at}/reportedOn`,
        earlier: graduatedOn,
        later: reportedOn,
      })),
    finding: (item) =>
      wrong(
        item,
        '学信网证明的时间早于毕业时间。',
        'The proof of the education is older than the graduation that it proves.',
      ),
  },
  {
    pairs: ({ achievements }) =>
      achievements.map(({ id, from, publishedOn }) => ({
        item: `/achievements/${id}/publishedOn`,
        earlier: from,
        later: publishedOn,
      })),
    finding: (item) =>
      doubtful(
        item,
        '发表时间早于该项业绩的开始时间，请核对。',
        'It was published before the work began; please check.',
      ),
  },
  {
    // A title may be older than the highest education, but not than every education.
    pairs: (content) =>
      title(content).map(([item, later]) => ({ item, earlier: days(graduations(content)).sort()[0], later })),
    finding: (item) =>
      doubtful(
        item,
        '取得现专业技术资格的时间早于毕业时间，请核对。',
        'The present title is older than the graduation; please check.',
      ),
  },
];

/** The dates that are in no possible order with each other, with the birth, or with today; each field is named once. */
export function datesOutOfOrder(content: MaterialContent, today: string): Problem[] {
  const found = orders.flatMap(({ pairs, years = 0, finding }) =>
    pairs(content, today)
      .filter(({ earlier, later }) => earlier !== undefined && later !== undefined && !inOrder(earlier, later, years))
      .map(({ item }) => finding(item)),
  );
  return found.filter(({ item }, at) => found.findIndex((each) => each.item === item) === at);
}

/** Compares as much of two dates as both tell. */
function inOrder(earlier: string, later: string, years: number): boolean {
  if (years > 0) return yearOf(later) - yearOf(earlier) >= years;
  const length = Math.min(earlier.length, later.length);
  return earlier.slice(0, length) <= later.slice(0, length);
}

const days = (dated: DatedItems): string[] => dated.flatMap(([, when]) => when ?? []);

const sinceBirth =
  ({ summary }: MaterialContent) =>
  ([item, later]: DatedItems[number]): Pair => ({ item, earlier: summary?.bornOn, later });

const title = ({ summary }: MaterialContent): DatedItems => [
  ['/summary/currentTitleSince', summary?.currentTitleSince],
];

const graduations = ({ summary, education = [] }: MaterialContent): DatedItems => [
  ['/summary/graduatedOn', summary?.graduatedOn],
  ...education.map(({ graduatedOn }, at) => [`/education/${at}/graduatedOn`, graduatedOn] as const),
];

/** What somebody did or got in the course of their life, beside graduations and titles. */
const lives = ({ photo, examination, ...content }: MaterialContent): DatedItems => [
  ['/photo/takenOn', photo?.takenOn],
  ['/examination/passedOn', examination?.passedOn],
  ...(content.honours ?? []).map(({ awardedOn }, at) => [`/honours/${at}/awardedOn`, awardedOn] as const),
  ...(content.experience ?? []).map(({ from }, at) => [`/experience/${at}/from`, from] as const),
  ...(content.continuingEducation ?? []).map(({ year }, at) => [`/continuingEducation/${at}/year`, `${year}`] as const),
  ...content.achievements.flatMap(
    ({ id, from, publishedOn, proofs = [] }): DatedItems => [
      [`/achievements/${id}/from`, from],
      [`/achievements/${id}/publishedOn`, publishedOn],
      ...proofs.map(({ sealedOn }, at) => [`/achievements/${id}/proofs/${at}/sealedOn`, sealedOn] as const),
    ],
  ),
];

/** Every date of the form that tells of the past. */
const past = (content: MaterialContent): DatedItems => [
  ['/summary/bornOn', content.summary?.bornOn],
  ...title(content),
  ...graduations(content),
  ...(content.education ?? []).map(({ reportedOn }, at) => [`/education/${at}/reportedOn`, reportedOn] as const),
  ...(content.experience ?? []).map(({ to }, at) => [`/experience/${at}/to`, to] as const),
  ...lives(content),
];

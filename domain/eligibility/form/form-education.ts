import type { IsoDate } from '../../calendar/dates.ts';
import { educationTiers, type MaterialContent } from '../../materials/content.ts';
import type { Tier } from '../../programme/eligibility.ts';
import type { Programme } from '../../programme/programme.ts';
import { type Text, text } from '../../text.ts';
import type { EligibilityFacts } from '../facts.ts';
import { agreesWith, contradiction, type FormInput, type Part, statedDay } from './facts-from-form.ts';

type FormTier = (typeof educationTiers)[number];
type Found = { readonly item: string; readonly tier?: FormTier | undefined; readonly on?: IsoDate | undefined };
type StatedEducation = EligibilityFacts['education'];

/** The education in the form: the highest recognised one obtained in time; a later one does not count and does not hide it (LYG-2.2-c). */
export function educationOf({ stated, content, asOf }: FormInput, programme: Programme): Part | null {
  const found = highest(content, lastDay(programme, stated.series, asOf));
  if (!found) return null;
  const { on } = found;
  const before = stated.education;
  const tier = tierOf(found, before);
  const agrees = (before?.tier ?? tier) === (tier ?? before?.tier) && (on === undefined || agreesWith(before, on));
  return {
    facts: { education: { ...before, ...(tier ? { tier } : {}), ...(on ? { obtainedOn: on } : {}) } },
    given: {
      fact: 'education',
      item: found.item,
      ...contradiction(
        educationText(before?.tier, before),
        educationText(tier, { obtainedOn: on }) ?? text('', ''),
        agrees,
      ),
    },
  };
}

function highest({ education = [], summary }: MaterialContent, until: IsoDate): Found | null {
  const recognised = education
    .map((each, at) => ({ ...each, on: each.graduatedOn, item: `/education/${at}/graduatedOn` }))
    .filter((each) => each.recognised);
  const inTime = recognised.filter(({ on }) => on <= until);
  const rank = ({ tier }: Found) => educationTiers.indexOf(tier ?? 'secondary');
  const [first] = (inTime.length > 0 ? inTime : recognised).toSorted((a, b) => rank(b) - rank(a));
  if (first) return first;
  const { highestTier: tier, graduatedOn: on } = summary ?? {};
  if (on !== undefined) return { item: '/summary/graduatedOn', tier, on };
  if (tier !== undefined) return { item: '/summary/highestTier', tier };
  return summary && BELOW.test(summary.education) ? { item: '/summary/education', tier: 'secondary' } : null;
}

/** An education in words that is below secondary vocational, and nothing else beside it. */
const BELOW = /^(?:未上学|文盲|小学|初中|高中|普通高中|中学)(?:文化|学历|毕业|肄业)*$/;

/** The last day that counts for education in the series, if the programme prints one before the given day. */
function lastDay({ eligibility, timeline }: Programme, series: string, asOf: IsoDate): IsoDate {
  const keys = eligibility.flatMap(({ requires }) => (requires.kind === 'educationBy' ? requires.cutOff : []));
  const days = timeline.cutOffs.filter(({ key, series: of }) => keys.includes(key) && of.includes(series));
  return [asOf, ...days.map(({ date }) => date)].sort()[0] ?? asOf;
}

/** The tier as the rules name it: a secondary school is `none`, and the form records a second bachelor’s degree as a bachelor’s. */
function tierOf({ tier }: Found, before: StatedEducation): Tier | undefined {
  if (tier === 'secondary') return 'none';
  return tier === 'bachelor' && before?.tier === 'secondBachelor' ? before.tier : tier;
}

const names: Readonly<Record<Tier, Text>> = {
  none: text('中专以下', 'below secondary vocational'),
  vocationalSecondary: text('中专', 'secondary vocational'),
  college: text('大专', 'college'),
  bachelor: text('本科', 'bachelor'),
  secondBachelor: text('第二学士学位', 'second bachelor'),
  master: text('硕士', 'master'),
  doctor: text('博士', 'doctor'),
};

function educationText(tier: Tier | undefined, day: Parameters<typeof statedDay>[0]): Text | null {
  const parts = [tier ? names[tier] : null, statedDay(day)].filter((each) => each !== null);
  if (parts.length === 0) return null;
  return text(parts.map(({ zh }) => zh).join('，'), parts.map(({ en }) => en).join(', '));
}

import type { IsoDate } from '../../calendar/dates.ts';
import { educationTiers, type MaterialContent } from '../../materials/content.ts';
import type { Tier } from '../../programme/eligibility.ts';
import type { Programme } from '../../programme/programme.ts';
import { type Text, text } from '../../text.ts';
import type { EligibilityFacts } from '../facts.ts';
import { agreesWith, contradiction, type FormInput, type Part, statedDay } from './facts-from-form.ts';

type FormTier = (typeof educationTiers)[number];
type Found = { readonly item: string; readonly tier?: FormTier | undefined; readonly on?: IsoDate | undefined };
type Told = EligibilityFacts['education'];

/** The education that the form gives: the highest recognised one had in time; one had later beside it neither counts nor hides it (LYG-2.2-c). */
export function educationOf({ told, content, asOf }: FormInput, programme: Programme): Part | null {
  const found = highest(content, lastDay(programme, told.series, asOf));
  if (!found) return null;
  const { on } = found;
  const before = told.education;
  const tier = tierOf(found, before);
  const agrees = (before?.tier ?? tier) === (tier ?? before?.tier) && (on === undefined || agreesWith(before, on));
  return {
    facts: { education: { ...before, ...(tier ? { tier } : {}), ...(on ? { obtainedOn: on } : {}) } },
    given: {
      fact: 'education',
      item: found.item,
      ...contradiction(said(before?.tier, before), said(tier, { obtainedOn: on }) ?? text('', ''), agrees),
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
  return tier === undefined ? null : { item: '/summary/highestTier', tier };
}

/** The last day that counts for education in the series, where the programme prints one before the day asked for. */
function lastDay({ eligibility, timeline }: Programme, series: string, asOf: IsoDate): IsoDate {
  const keys = eligibility.flatMap(({ requires }) => (requires.kind === 'educationBy' ? requires.cutOff : []));
  const days = timeline.cutOffs.filter(({ key, series: of }) => keys.includes(key) && of.includes(series));
  return [asOf, ...days.map(({ date }) => date)].sort()[0] ?? asOf;
}

/** The tier by the words of the rules: a secondary school is none, and a second bachelor’s degree is a bachelor’s in the form. */
function tierOf({ tier }: Found, before: Told): Tier | undefined {
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

function said(tier: Tier | undefined, day: Parameters<typeof statedDay>[0]): Text | null {
  const parts = [tier ? names[tier] : null, statedDay(day)].filter((each) => each !== null);
  if (parts.length === 0) return null;
  return text(parts.map(({ zh }) => zh).join('，'), parts.map(({ en }) => en).join(', '));
}

import { at } from '../../materials/checks/evidence.ts';
import { blocking, completeness, withoutRemoved } from '../../materials/completeness.ts';
import type { ContentRule } from '../../programme/materials/materials.ts';
import type { Programme } from '../../programme/programme.ts';
import { listed, text } from '../../text.ts';
import type { EligibilityFacts } from '../facts.ts';
import {
  agreesWith,
  contradiction,
  type FactFromForm,
  type FormInput,
  type Part,
  plain,
  statedDay,
} from './facts-from-form.ts';
import { educationOf } from './form-education.ts';

/** The stated facts, replaced by those that the form provides. */
export function factsWithForm(
  programme: Programme,
  filled: FormInput,
): { readonly facts: EligibilityFacts; readonly given: readonly FactFromForm[] } {
  const mine = { ...filled, content: withoutRemoved(filled.content, filled.removedItems ?? []) };
  const parts = [titleOf, educationOf, examinationOf, specialtyOf, learningOf, worksOf]
    .map((part) => part(mine, programme))
    .filter((part) => part !== null);
  return {
    facts: Object.assign({}, filled.stated, ...parts.map(({ facts }) => facts)) as EligibilityFacts,
    given: parts.map(({ given }) => given),
  };
}

/** The day of the present title; its level is undefined when the stated level was `none`. */
function titleOf({ stated: { heldTitle }, content: { summary } }: FormInput): Part | null {
  const on = summary?.currentTitleSince;
  if (on === undefined) return null;
  const none = heldTitle?.level === 'none';
  const before = none ? text('无职称', 'no title') : statedDay(heldTitle);
  return {
    facts: { heldTitle: { ...(none ? {} : heldTitle), obtainedOn: on } },
    given: {
      fact: 'heldTitle',
      item: '/summary/currentTitleSince',
      ...contradiction(before, plain(on), !none && agreesWith(heldTitle, on)),
    },
  };
}

function examinationOf({ stated, content: { examination } }: FormInput): Part | null {
  if (!examination) return null;
  const { passedOn } = examination;
  const before = { obtainedOn: stated.examPassedOn, obtainedYear: stated.examYear };
  return {
    facts: { examPassedOn: passedOn },
    given: {
      fact: 'examPassedOn',
      item: '/examination/passedOn',
      ...contradiction(statedDay(before), plain(passedOn), agreesWith(before, passedOn)),
    },
  };
}

/** The specialty examined, if the form names one of the series by its name or key. */
function specialtyOf({ stated, content: { examination } }: FormInput, { series }: Programme): Part | null {
  const specialties = series.find(({ key }) => key === stated.series)?.specialties ?? [];
  const named = specialties.find(({ key, name }) => [key, name.zh, name.en].includes(examination?.specialty ?? ''));
  if (!named) return null;
  const before = specialties.find(({ key }) => key === stated.examSpecialty)?.name ?? plain(stated.examSpecialty ?? '');
  const agrees = stated.examSpecialty === undefined || stated.examSpecialty === named.key;
  return {
    facts: { examSpecialty: named.key },
    given: { fact: 'examSpecialty', item: '/examination/specialty', ...contradiction(before, named.name, agrees) },
  };
}

/** The class hours of the programme's year (DL-1.6-b, DL-1.6-c). */
function learningOf({ stated: { continuingEducation: before }, content }: FormInput, { year }: Programme): Part | null {
  const records = (content.continuingEducation ?? []).map((record, at) => ({ ...record, at }));
  const mine = records.filter((record) => record.year === year);
  const [first] = mine;
  if (!first) return null;
  const professional = mine.reduce((sum, { professionalHours }) => sum + professionalHours, 0);
  const total = mine.reduce((sum, { publicHours }) => sum + publicHours, professional);
  const hours = { total, professional };
  const agrees = before === undefined || (before.total === total && before.professional === professional);
  return {
    facts: { continuingEducation: hours },
    given: {
      fact: 'continuingEducation',
      item: `/continuingEducation/${first.at}`,
      ...contradiction(before ? hoursFromForm(before) : null, hoursFromForm(hours), agrees),
    },
  };
}

const hoursFromForm = ({ total, professional }: NonNullable<EligibilityFacts['continuingEducation']>) =>
  text(`共${total}学时，专业科目${professional}学时`, `${total} hours, ${professional} of them professional`);

/** The rules about the form by which an achievement does not count: its days, its class of award, its specialty. */
const recognising: readonly ContentRule['of'][] = [
  'cutOff',
  'afterCurrentTitle',
  'awardWithoutCondition',
  'relation',
  'publicationRelation',
];

/** The achievements that the rules about the form recognise, with the conditions they are mapped to; their days have been looked at there. */
function worksOf({ stated, content, asOf }: FormInput, { materials = [], timeline, year }: Programme): Part | null {
  const { achievements } = content;
  if (!achievements.some(({ conditions = [] }) => conditions.length > 0)) return null;
  const rules = materials.filter(({ check }) => check.kind === 'required' && recognising.includes(check.of));
  const input = { content, facts: stated, asOf, year, cutOffs: timeline.cutOffs, fileKinds: [] };
  const wrong = blocking(completeness(rules, { ...input, removedItems: [], attestations: [] })).map(({ item }) => item);
  const works = achievements
    .filter((work) => !wrong.some((item) => item.startsWith(at(work, ''))))
    .map(({ conditions = [] }) => ({ conditions }));
  const [before, now] = [stated.achievements ?? [], works].map(conditionsFromForm);
  return {
    facts: { achievements: works },
    given: {
      fact: 'achievements',
      item: '/achievements',
      ...contradiction(stated.achievements && before ? plain(before) : null, plain(now ?? ''), before === now),
    },
  };
}

const conditionsFromForm = (works: readonly { readonly conditions: readonly string[] }[]): string =>
  listed([...new Set(works.flatMap(({ conditions }) => conditions))].sort());

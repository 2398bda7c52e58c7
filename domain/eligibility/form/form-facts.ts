import { withoutRemoved } from '../../materials/completeness.ts';
import { dated } from '../../materials/evidence.ts';
import type { Programme } from '../../programme/programme.ts';
import { text } from '../../text.ts';
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

/** The facts told, with those that the form gives in their place; what it does not give stays as it was told. */
export function factsWithForm(
  programme: Programme,
  filled: FormInput,
): { readonly facts: EligibilityFacts; readonly given: readonly FactFromForm[] } {
  const mine = { ...filled, content: withoutRemoved(filled.content, filled.removedItems ?? []) };
  const parts = [titleOf, educationOf, examinationOf, specialtyOf, learningOf, worksOf]
    .map((part) => part(mine, programme))
    .filter((part) => part !== null);
  return {
    facts: Object.assign({}, filled.told, ...parts.map(({ facts }) => facts)) as EligibilityFacts,
    given: parts.map(({ given }) => given),
  };
}

/** The day of the present title; its level is open where it was told that there is none. */
function titleOf({ told: { heldTitle }, content: { summary } }: FormInput): Part | null {
  const on = summary?.currentTitleSince;
  if (on === undefined) return null;
  const none = heldTitle?.level === 'none';
  const told = none ? text('无职称', 'no title') : statedDay(heldTitle);
  return {
    facts: { heldTitle: { ...(none ? {} : heldTitle), obtainedOn: on } },
    given: {
      fact: 'heldTitle',
      item: '/summary/currentTitleSince',
      ...contradiction(told, plain(on), !none && agreesWith(heldTitle, on)),
    },
  };
}

function examinationOf({ told, content: { examination } }: FormInput): Part | null {
  if (!examination) return null;
  const { passedOn } = examination;
  const before = { obtainedOn: told.examPassedOn, obtainedYear: told.examYear };
  return {
    facts: { examPassedOn: passedOn },
    given: {
      fact: 'examPassedOn',
      item: '/examination/passedOn',
      ...contradiction(statedDay(before), plain(passedOn), agreesWith(before, passedOn)),
    },
  };
}

/** The specialty examined, where the form names one of the series by its name or key. */
function specialtyOf({ told, content: { examination } }: FormInput, { series }: Programme): Part | null {
  const specialties = series.find(({ key }) => key === told.series)?.specialties ?? [];
  const named = specialties.find(({ key, name }) => [key, name.zh, name.en].includes(examination?.specialty ?? ''));
  if (!named) return null;
  const before = specialties.find(({ key }) => key === told.examSpecialty)?.name ?? plain(told.examSpecialty ?? '');
  const agrees = told.examSpecialty === undefined || told.examSpecialty === named.key;
  return {
    facts: { examSpecialty: named.key },
    given: { fact: 'examSpecialty', item: '/examination/specialty', ...contradiction(before, named.name, agrees) },
  };
}

/** The class hours of the programme's year (DL-1.6-b, DL-1.6-c). */
function learningOf({ told: { continuingEducation: before }, content }: FormInput, { year }: Programme): Part | null {
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

/** The achievements with the conditions that they are mapped to, each by the first day that shows it. */
function worksOf({ told, content: { achievements } }: FormInput): Part | null {
  if (!achievements.some(({ conditions = [] }) => conditions.length > 0)) return null;
  const works = achievements.map((work) => ({
    conditions: work.conditions ?? [],
    on: [...dated(work)].sort()[0] ?? `${work.to}-01`,
  }));
  const [before, now] = [told.achievements ?? [], works].map(conditionsFromForm);
  return {
    facts: { achievements: works },
    given: {
      fact: 'achievements',
      item: '/achievements',
      ...contradiction(told.achievements && before ? plain(before) : null, plain(now ?? ''), before === now),
    },
  };
}

const conditionsFromForm = (works: readonly { readonly conditions: readonly string[] }[]): string =>
  [...new Set(works.flatMap(({ conditions }) => conditions))].sort().join('、');

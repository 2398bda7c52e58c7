import { documentKinds, type MaterialRule } from '../programme/materials/materials.ts';
import { attachmentKinds, type MaterialContent } from './content.ts';
import { type Form, namedFiles } from './form.ts';

/** The parts of the form by their keys: what a review may ask to be put right, also where the part is still empty. */
const parts = [
  ...['summary', 'achievements', 'education', 'experience', 'continuingEducation', 'examination', 'honours'],
  ...['contribution', 'statement', 'cover', 'photo', 'secrets', 'standard', 'pledge', 'documents', 'remarks', 'form'],
] as const;

/** The parts that are taken out of the review as a whole, as an achievement is (LN-5.4-g). */
export const removableParts = [
  'summary',
  'education',
  'experience',
  'continuingEducation',
  'examination',
  'honours',
  'contribution',
  'statement',
] as const satisfies readonly (keyof MaterialContent)[];

/** Where a review may look for what it asks: the form, the files of the application, and the material that the notice lists. */
export type Named = {
  readonly form: Form;
  readonly files: readonly { readonly id: string }[];
  readonly materials: readonly Pick<MaterialRule, 'key'>[];
};

/** Whether an item is an achievement of the form, or one of its parts that is filled in: what an objection is about, and what is removed. */
export const isRemovable = (form: Form, item: string): boolean =>
  form.achievements.some(({ id }) => id === item) || removableParts.some((part) => part === item && form[part]);

/** Whether a deficiency can be put right there: an achievement or file by its id, a part of the form with or without a field, a paper or material. */
export function isNamed({ form, files, materials }: Named, item: string): boolean {
  const [first = '', ...rest] = item.split(/[./]/);
  const known: readonly string[] = [
    ...form.achievements.map(({ id }) => id),
    ...namedFiles(form),
    ...files.map(({ id }) => id),
    ...attachmentKinds,
    ...materials.map(({ key }) => key),
    ...documentKinds,
  ];
  if (known.includes(item)) return true;
  if (!parts.some((part) => part === first)) return known.includes(first) && rest.length > 0;
  // Where an achievement is named by its place in the form, it must be there.
  if (first !== 'achievements' || rest[0] === undefined) return true;
  return form.achievements.some(({ id }, at) => id === rest[0] || String(at) === rest[0]);
}

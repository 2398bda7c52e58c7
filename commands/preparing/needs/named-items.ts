import { emptyForm } from '../../../domain/materials/form.ts';
import { isNamed, isRemovable } from '../../../domain/materials/named-items.ts';
import { invalidFields } from '../../../domain/refusal.ts';
import { type Text, text } from '../../../domain/text.ts';
import { asideOf, type Gather, type Subject } from '../act.ts';
import { openForm } from '../form-content.ts';

/** Everything that an objection, a removal, a conclusion or a list of deficiencies names must be there; otherwise it would have no effect. */
export const checkItems: Gather = (subject) => {
  const { input } = subject.act;
  const form = formOf(subject);
  const named = { form, files: asideOf(subject, 'files'), materials: subject.inForce.programme.materials ?? [] };
  const errors = [
    ...(input.item === undefined || isRemovable(form, input.item) ? [] : [{ path: '/item', message: notInForm }]),
    ...(input.upheld === true && !isThere(subject) ? [{ path: '/objection', message: aboutNothing }] : []),
    ...(input.deficiencies ?? []).flatMap(({ item }, at) =>
      isNamed(named, item) ? [] : [{ path: `/deficiencies/${at}/item`, message: nowhere }],
    ),
  ];
  return errors.length > 0 ? invalidFields(errors) : {};
};

/** The form that was submitted; the present one while the submission is still to be decided. */
function formOf(subject: Subject) {
  const { deps, row } = subject;
  const content = asideOf(subject, 'submitted') ?? asideOf(subject, 'content');
  return content ? openForm(deps.vault, row.no, content.body) : emptyForm;
}

/** Whether the item of the objection that is upheld is in the form; one recorded before items were checked may name nothing. */
function isThere(subject: Subject): boolean {
  const objection = subject.state.objections.find(({ id }) => id === subject.act.input.objection);
  return !objection?.item || isRemovable(formOf(subject), objection.item);
}

const notInForm: Text = text(
  '申报材料中没有此项；须为业绩编号，或已填写的部分。',
  'The form has no such item; it must be the id of an achievement, or a part that is filled in.',
);
const nowhere: Text = text(
  '申报材料及通知所列材料中没有此项；须为业绩或附件编号、表格部分或材料的名称。',
  'Neither the form nor the notice has such an item; it must be the id of an achievement or file, a part of the form, or a material.',
);
const aboutNothing: Text = text(
  '该异议所指材料不在申报材料中，认定属实也无从剔除；请作不属实结论，另行剔除有关材料。',
  'The form has no such item as this objection names, so upholding it would remove nothing; conclude it otherwise and remove what is meant.',
);

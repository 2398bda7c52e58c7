import type { Clause } from '../../config/clauses.ts';
import type { Confidence, Provenance } from '../../domain/programme/reference-tables.ts';
import { type Text, text } from '../../domain/text.ts';

/** How the software handles a printed rule. */
export const handlingLabel: Readonly<Record<Clause['handling'], Text>> = {
  E: text('由系统执行', 'enforced by the software'),
  C: text('由指定人员核对并确认', 'attested by a named person'),
  M: text('作为数据保存', 'held as data'),
  S: text('作为提示显示', 'shown as guidance'),
};

/** Where the value of a reference cell comes from. */
export const provenanceLabel: Readonly<Record<Provenance, Text>> = {
  printed: text('原文所载', 'as printed'),
  external: text('以另行通知为准', 'left to another notice'),
  lostInText: text('原文缺失', 'lost in the text'),
  notPrinted: text('原文无此项', 'not printed'),
};

/** The confidence of a guess; a guess is shown as such and decides nothing. */
export const confidenceLabel: Readonly<Record<Confidence, Text>> = {
  H: text('推断，可信度高', 'inferred, likely'),
  M: text('推断，可信度中等', 'inferred, fairly likely'),
  L: text('推断，可信度低', 'inferred, uncertain'),
};

/** The remark on a value that can hardly be right. */
export const suspectLabel: Text = text('照录原文，疑有误', 'as printed, probably damaged');

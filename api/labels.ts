import type { Clause } from '../config/clauses.ts';
import { type Text, text } from '../domain/text.ts';

/** What the software does with a printed rule. */
export const handlingLabel: Readonly<Record<Clause['handling'], Text>> = {
  E: text('由系统执行', 'enforced by the software'),
  C: text('由指定人员核对并确认', 'attested by a named person'),
  M: text('作为数据保存', 'held as data'),
  S: text('作为提示显示', 'shown as guidance'),
};

import { type Text, text } from '../../domain/text.ts';

/** The result of a life: as expected, different, or not played on this service. */
export type Ending = { readonly name: string; readonly mark: '✓' | '✗' | '–' };

/** The results of all lives, one line for each language; lives with an unexpected result are named. */
export function summaryOf(ends: readonly Ending[]): Text {
  const of = (mark: Ending['mark']) => ends.filter((each) => each.mark === mark).map(({ name }) => name);
  const [good, failed, skipped] = [of('✓').length, of('✗'), of('–')];
  const also = (zh: string, en: string, names: readonly string[]) =>
    names.length === 0 ? text('', '') : text(`；${zh}：${names.join('、')}`, `; ${en}: ${names.join(', ')}`);
  const [not, left] = [also('不符', 'not as expected', failed), also('未演示', 'not played', skipped)];
  return text(
    `${ends.length} 个申报经历中 ${good} 个结果与预期一致${not.zh}${left.zh}`,
    `${good} of ${ends.length} lives ended as expected${not.en}${left.en}`,
  );
}

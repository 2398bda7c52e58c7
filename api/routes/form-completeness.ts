import { text } from '../../domain/text.ts';
import type { FieldError } from '../errors.ts';
import type { Form } from '../schemas/form.ts';

/** What a form lacks to be submitted: part 1 of annex 1 (LN-A1-b), and the pledge that all of it is true (LN-5.1-b). */
export function missingFrom(form: Form): FieldError[] {
  const missing: FieldError[] = [];
  if (!form.summary) {
    missing.push({
      path: '/form/summary',
      message: text('个人基本情况未填写（LN-A1-b）。', 'The personal summary is not filled in (LN-A1-b).'),
    });
  }
  if (!form.pledge) {
    missing.push({
      path: '/form/pledge',
      message: text('未作出材料真实性承诺（LN-5.1-b）。', 'The pledge of truthfulness is not given (LN-5.1-b).'),
    });
  }
  return missing;
}

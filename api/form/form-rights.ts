import { text } from '../../domain/text.ts';
import { notYours } from '../access/may.ts';
import { onApplication } from '../access/on-application.ts';

/** The refusal for everybody but the applicant, with the clauses of the stage in which the form is filed (LN-5.1-a). */
export const writesForm = onApplication('The applicant.', (seen, { services: { programmes } }) => {
  if (seen.roles.includes('applicant')) return seen;
  const stages = programmes.get(seen.key.programme)?.stages;
  const clauses = stages?.find(({ kind, when }) => kind === 'filing' && !when)?.clauses ?? [];
  return notYours(text('材料由申报人填写。', 'The form is the applicant’s to fill in.'), { clauses });
});

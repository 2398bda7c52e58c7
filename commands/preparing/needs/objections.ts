import type { NewObjection } from '../../../db/postings/objections.ts';
import { maxPublicObjections } from '../../../domain/case/objections.ts';
import { currentStage } from '../../../domain/case/plan/compiled-stages.ts';
import { refuse } from '../../../domain/refusal.ts';
import { asideOf, type Gather, type Subject } from '../act.ts';

/** Who objects without being signed in, or without a name: what is not said is not kept either. */
export const publicPerson = 'public';

/** What an objection says and who made it, sealed. The id is the request's own, so that a repeated request makes it once. */
function sealedObjection({ deps: { vault }, row, act }: Subject): NewObjection {
  const { name, body = '', named = false } = act.input;
  const { id } = act;
  const objector = name === undefined ? null : vault.seal(name, `objection.objector/${id}`);
  const sealed = vault.seal(body, `objection.body/${id}`);
  return { id, no: row.no, posting: act.posted ?? null, named, objector, body: sealed };
}

/** Keeps an objection with its intent; one from a posting waits when there are too many at once. */
export const keepObjection: Gather = (subject) => ({
  data: {
    objection: subject.act.id,
    ...(subject.by.role === 'objector' ? { room: maxPublicObjections.all } : {}),
  },
  keep: { objection: sealedObjection(subject) },
});

/** Reads which objections wait, so that a conclusion makes room for the next one. */
export const readQueue: Gather = (subject) => {
  const waiting = asideOf(subject, 'queue');
  return waiting.length > 0 ? { data: { waiting } } : {};
};

/** Nobody concludes an objection that they signed themselves, also where they were given the office only after it. */
export const refuseOwn: Gather = (subject) => {
  const { act, by, state } = subject;
  if (asideOf(subject, 'objectors')[act.input.objection ?? ''] !== by.person) return {};
  const stage = currentStage(state);
  return refuse(
    'OBJECTION_OWN',
    { zh: '本人提出的异议须由他人核查处理。', en: 'An objection is concluded by somebody else than who signed it.' },
    { clauses: stage?.kind === 'publicity' ? stage.objectionClauses : [] },
  );
};

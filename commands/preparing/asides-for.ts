import type { AsideName, Wanted } from '../../db/applications/asides.ts';
import type { Need } from '../../domain/case/needs.ts';
import { needsAt } from '../../domain/lifecycle/needs.ts';
import type { Programme } from '../../domain/programme/programme.ts';

/** What each need reads beside the application. */
const reads: Readonly<Record<Need, readonly AsideName[]>> = {
  form: ['content', 'files', 'opened'],
  changes: ['content', 'submitted'],
  stampedPage: ['files'],
  announcement: [],
  committee: [],
  objection: [],
  reuse: ['reuse'],
  dossier: ['submitted'],
  opening: [],
  posting: ['unitName', 'submitted'],
  claims: ['identityHash', 'overrides'],
};

/** What the first submission reads beside that. */
const readsFirst: readonly AsideName[] = ['records', 'identityHash', 'overrides'];

/** All that these needs read. */
export const asidesFor = (needed: readonly Need[], first: boolean): AsideName[] => [
  ...new Set([...needed.flatMap((need) => reads[need]), ...(first ? readsFirst : [])]),
];

type Programmes = ReadonlyMap<string, Programme>;

/** What was found for each action, by the programmes that it was found in. */
type Kept = { readonly of: readonly Programme[]; readonly byName: Map<string, readonly Wanted[]> };
const known = new WeakMap<Programmes, Kept>();

/** What is to be read along with an application because an action of this name needs it at a stage of some programme; '' stands for a draft. */
export function wantedFor(programmes: Programmes, name: string): readonly Wanted[] {
  const { byName } = keptFor(programmes);
  const wanted = byName.get(name) ?? wantedAnew(programmes, name);
  // The names are those of the routes: a closed set.
  byName.set(name, wanted);
  return wanted;
}

/** What is kept, begun anew where a newer version of a programme has taken the place of the one before it. */
function keptFor(programmes: Programmes): Kept {
  const kept = known.get(programmes);
  const of = [...programmes.values()];
  if (kept && kept.of.length === of.length && of.every((each, at) => each === kept.of[at])) return kept;
  const begun: Kept = { of, byName: new Map() };
  known.set(programmes, begun);
  return begun;
}

function wantedAnew(programmes: Programmes, name: string): readonly Wanted[] {
  const stagesOf = new Map<AsideName, Set<string>>();
  const add = (stage: string) => (aside: AsideName) =>
    stagesOf.set(aside, (stagesOf.get(aside) ?? new Set<string>()).add(stage));
  for (const { stages } of programmes.values())
    for (const stage of stages) asidesFor(needsAt(stage, name), false).forEach(add(stage.key));
  if (name === 'submit') asidesFor(['form'], true).forEach(add(''));
  return [...stagesOf].map(([aside, stages]) => ({ aside, stages: [...stages] }));
}

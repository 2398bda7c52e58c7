import type { AsideName, Wanted } from '../../db/applications/asides.ts';
import type { Need } from '../../domain/case/needs.ts';
import { reopens } from '../../domain/claims/claims.ts';
import { needsAt } from '../../domain/lifecycle/needs.ts';
import type { Programme } from '../../domain/programme/programme.ts';

/** What each need reads beside the application. */
const reads: Readonly<Record<Need, readonly AsideName[]>> = {
  form: ['content', 'files', 'opened'],
  changes: ['content', 'submitted'],
  stampedPage: ['files'],
  announcement: [],
  void: [],
  committee: [],
  items: ['submitted', 'content', 'files'],
  objection: [],
  queue: ['queue'],
  objectors: ['objectors'],
  reuse: ['reuse'],
  dossier: ['submitted'],
  opening: [],
  session: ['session'],
  posting: ['unitName', 'submitted', 'posting'],
  certificateNumber: [],
  claims: ['identityHash', 'overrides', 'rivals'],
};

/** What a first submission reads in addition. */
const readsFirst: readonly AsideName[] = ['records', 'identityHash', 'overrides'];

/** All that these needs read. */
export const asidesFor = (needed: readonly Need[], first: boolean): AsideName[] => [
  ...new Set([...needed.flatMap((need) => reads[need]), ...(first ? readsFirst : [])]),
];

type Programmes = ReadonlyMap<string, Programme>;

/** What each action reads, and the versions of the programmes for which that was worked out. */
type Kept = { readonly of: readonly Programme[]; readonly byName: Map<string, readonly Wanted[]> };
const known = new WeakMap<Programmes, Kept>();

/** What is read with an application because an action of this name needs it at some stage of some programme; the stage '' is a draft. */
export function wantedFor(programmes: Programmes, name: string): readonly Wanted[] {
  const { byName } = keptFor(programmes);
  const wanted = byName.get(name) ?? wantedAnew(programmes, name);
  // Cannot grow without bound, since the names are those of the routes.
  byName.set(name, wanted);
  return wanted;
}

/** What is cached for these programmes; empty again after a new version of one of them is in force. */
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
  const anywhere: readonly AsideName[] = reopens(name, { upheld: true }) ? asidesFor(['claims'], false) : [];
  for (const { stages } of programmes.values())
    for (const stage of stages) asidesFor(needsAt(stage, name), false).forEach(add(stage.key));
  if (name === 'submit') asidesFor(['form'], true).forEach(add(''));
  const atStages = [...stagesOf].filter(([aside]) => !anywhere.includes(aside));
  return [
    ...atStages.map(([aside, stages]) => ({ aside, stages: [...stages] })),
    // What has ended stands at no stage.
    ...anywhere.map((aside) => ({ aside, stages: null })),
  ];
}

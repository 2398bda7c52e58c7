import type { Text } from '../../domain/text.ts';
import { type Life as Acted, type Step, startOf } from '../lives/life.ts';
import type { Life, Play } from './life.ts';
import { applicant, type Cast } from './people.ts';
import { type Applying, apply } from './steps/apply.ts';
import { type Case, whereIs } from './steps/case.ts';
import { draft, PROGRAMME } from './steps/liaoning.ts';
import { walk } from './steps/walk.ts';

/** A life, who lives it, and who acts on it; `steps` where not all of it is played, `stated` what the applicant states beside the usual. */
export type Played = {
  readonly life: Acted;
  readonly by: string;
  readonly cast: Cast;
  readonly steps?: readonly Step[];
  readonly stated?: Readonly<Record<string, unknown>>;
};

/** A life of the demonstration that is played as the table has it, several in one world. */
export function played(what: { readonly title: Text; readonly about: Text; readonly lives: readonly Played[] }): Life {
  const parts = what.lives.map((each) => ({ ...each, steps: each.steps ?? each.life.steps }));
  return {
    title: what.title,
    about: what.about,
    startAt: parts.map(({ steps }) => startOf(steps)).toSorted()[0] ?? '',
    expected: parts.map(({ steps }) => endOf(steps)).join(' + '),
    play: async (play) => {
      const ready = [];
      for (const part of parts) ready.push({ ...part, one: await begin(play, part, parts.length > 1) });
      await walk(...ready);
      const ends = await Promise.all(ready.map(({ one }) => one.view()));
      return ends.map(whereIs).join(' + ');
    },
  };
}

/** The place that the steps lead to. */
const endOf = (steps: readonly Step[]): string =>
  steps.flatMap((step) => ('corrects' in step ? [] : (step.sees?.place ?? []))).at(-1) ?? '';

/** The draft with which a life begins, with a form in which nothing is missing. */
export function begin(
  { world, show }: Play,
  { life, by, stated }: Omit<Played, 'cast'>,
  oneOfMany = false,
): Promise<Case> {
  const { series, specialty, level, track } = life.facts;
  const wish = { series, specialty, level, ...(track === 'standard' ? {} : { track }) };
  const common = { applicant: applicant(by), oneOfMany };
  if (life.programme.id === PROGRAMME) return draft(world, show, { ...common, wish, ...stated });
  const applying: Applying = { ...common, application: { programme: life.programme.id, ...wish, ...stated } };
  return apply(world, show, applying);
}

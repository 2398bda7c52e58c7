import type { Text } from '../../domain/text.ts';
import type { Timeline } from './timeline.ts';
import type { World } from './world.ts';

/** What a life needs to be played. */
export type Play = { readonly world: World; readonly show: Timeline };

/** One life of the demonstration; `play` throws `Unexpected` if the service does not do what is printed. */
export type Life = {
  readonly title: Text;
  /** Who applies for what. */
  readonly about: Text;
  /** Wall-clock time in China at which its world begins. */
  readonly startAt: string;
  /** The expected outcome; `play` returns the actual one. */
  readonly expected: string;
  readonly play: (play: Play) => Promise<string>;
};

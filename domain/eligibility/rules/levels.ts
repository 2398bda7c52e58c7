import { levels } from '../../programme/facts.ts';
import { type Answer, attested, type Context, decided, notStated, type Of, requirements } from '../answer.ts';

/** The next level after the title held; a technician's grade is not needed before an assistant's (LYG-2.1-b). */
export function levelByLevel(context: Context): Answer {
  const skipped = levelsSkipped(context);
  if (skipped === null) return notStated('heldTitle');
  if (skipped <= 0) return decided(skipped === 0);
  return decided(
    requirements(context, 'directTitle').some((rule) => mayBeDirect(context, rule)),
    { skipped },
  );
}

/** The exception for those who come from abroad, from party and government or from the army, at their first application (LYG-2.1-c). */
export function directTitle(context: Context, rule: Of<'directTitle'>): Answer {
  const skipped = levelsSkipped(context);
  if (skipped === null || skipped <= 0) return null;
  const { background, firstApplication } = context.facts;
  if (background === undefined || !rule.backgrounds.includes(background)) return null;
  if (firstApplication === undefined) return notStated('firstApplication');
  return firstApplication ? attested({ background }) : decided(false);
}

function mayBeDirect({ facts }: Context, { backgrounds }: Of<'directTitle'>): boolean {
  // Whether it is the first application is asked by the exception itself.
  return facts.background !== undefined && backgrounds.includes(facts.background) && facts.firstApplication !== false;
}

/** How many levels lie between the title held and the one applied for; below 0 where it is held already, null where the title was not told. */
function levelsSkipped({ facts }: Context): number | null {
  const level = facts.heldTitle?.level;
  if (level === undefined) return null;
  const target = levels.indexOf(facts.level);
  // Without a title one begins as a technician or as an assistant.
  const held = level === 'none' ? -1 : levels.indexOf(level);
  const distance = target - held - 1;
  return level === 'none' && target >= 1 ? distance - 1 : distance;
}

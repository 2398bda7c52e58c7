import { levels } from '../../programme/facts.ts';
import { type Answer, attested, type Context, decided, notStated, type Of, requirements } from '../answer.ts';

/** The level must be the next one after the title held; a technician's title is not required for an assistant's (LYG-2.1-b). */
export function levelByLevel(context: Context): Answer {
  const skipped = levelsSkipped(context);
  if (skipped === null) return notStated('heldTitle');
  if (skipped <= 0) return decided(skipped === 0);
  return decided(
    requirements(context, 'directTitle').some((rule) => mayBeDirect(context, rule)),
    { skipped },
  );
}

/** The exception for first applications of people from abroad, from party and government organs or from the army (LYG-2.1-c). */
export function directTitle(context: Context, rule: Of<'directTitle'>): Answer {
  const skipped = levelsSkipped(context);
  if (skipped === null || skipped <= 0) return null;
  const { background, firstApplication } = context.facts;
  if (background === undefined || !rule.backgrounds.includes(background)) return null;
  if (firstApplication === undefined) return notStated('firstApplication');
  return firstApplication ? attested({ background }) : decided(false);
}

function mayBeDirect({ facts }: Context, { backgrounds }: Of<'directTitle'>): boolean {
  // `directTitle` itself asks whether it is the first application.
  return facts.background !== undefined && backgrounds.includes(facts.background) && facts.firstApplication !== false;
}

/** The number of levels between the title held and the one applied for; below 0 when it is held already, null when the title was not stated. */
function levelsSkipped({ facts }: Context): number | null {
  const level = facts.heldTitle?.level;
  if (level === undefined) return null;
  const target = levels.indexOf(facts.level);
  // Without a title the first level is technician or assistant.
  const held = level === 'none' ? -1 : levels.indexOf(level);
  const distance = target - held - 1;
  return level === 'none' && target >= 1 ? distance - 1 : distance;
}

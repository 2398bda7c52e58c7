import { type Frozen, freezeRosterOf } from '../../db/sessions/roster.ts';
import type { Counted } from '../../domain/session/session.ts';
import type { CommandDeps } from '../deps.ts';
import { finish } from '../intents/finish.ts';
import { NotAnswered } from '../intents/not-answered.ts';

/**
 * Freezes the roster when the meeting begins: what was recorded of its applications before is decided first, so a withdrawal that came before the
 * opening counts. Throws `NotAnswered` while one of them cannot be decided; the opening is then taken up again later.
 */
export async function freezeRoster(
  deps: CommandDeps,
  { entity: { no }, deadlineAt }: { readonly entity: { readonly no: string }; readonly deadlineAt: number },
): Promise<Counted> {
  for (;;) {
    const frozen: Frozen = await freezeRosterOf(deps.db, no);
    if (frozen.open.length === 0) return { roster: frozen.roster };
    if (Date.now() >= deadlineAt) throw new NotAnswered(`applications of ${no} have not answered yet`);
    for (const application of frozen.open) await finish(deps, application, { deadlineAt });
  }
}

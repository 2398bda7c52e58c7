import type { Plan } from '../../programme/programme.ts';
import type { AnnouncedWindow } from '../../programme/timeline.ts';
import { type Refusal, refuse } from '../../refusal.ts';

/** Refuses a filing while a window that it must reach has no announced dates (LYG-3.3-a, A-33). */
export function unannounced(
  { stages, timeline, committee }: Pick<Plan, 'stages' | 'timeline' | 'committee'>,
  announced: readonly AnnouncedWindow[],
): Refusal | null {
  const gates = stages.flatMap((stage) => (stage.kind === 'review' && stage.pass.gate ? [stage.pass.gate] : []));
  const missing = gates.find(({ window, orWindow }) => {
    return !timeline.windows[window] && !timeline.windows[orWindow ?? window];
  });
  if (!missing) return null;
  const later = announced.find(
    ({ key, committees }) => key === missing.window && (committees?.includes(committee ?? '') ?? true),
  );
  return refuse(
    'WINDOW_NOT_OPEN',
    {
      zh: '计划表未列明受理时间，须待评委会办事机构经会签的年度通知公布后申报。',
      en: 'The plan prints no period here: it can be filed once the countersigned notice of the committee has announced one.',
    },
    {
      clauses: [...new Set([...(later?.clauses ?? []), ...missing.clauses])],
      readings: later?.readings ?? [],
      details: { window: missing.window },
    },
  );
}

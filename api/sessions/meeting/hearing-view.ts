import type { z } from 'zod';
import type { StoredHearing } from '../../../db/sessions/meeting/hearings.ts';
import { opinionPlace, opinionsOf, sheetsOf } from '../../../db/sessions/meeting/sheets.ts';
import { toRfc3339 } from '../../../domain/calendar/dates.ts';
import { averagesOf, outliersOf } from '../../../domain/session/meeting/scores.ts';
import { waitingFor } from '../../../domain/session/meeting/waiting.ts';
import type { SessionPlan, SessionState } from '../../../domain/session/session.ts';
import type { Services } from '../../http/route.ts';
import { shownHundredths } from '../hundredths.ts';
import type { Conducting, Sitting } from './expert-rights.ts';
import type { dossierList, hearingList, hearingView } from './meeting-schemas.ts';

type Meeting = { readonly plan: SessionPlan; readonly state: SessionState };

/** What everybody who has to do with an application sees of its hearing. */
function aboutOf(hearing: StoredHearing, { plan, state }: Meeting) {
  const { application, series, specialty, level, defenceAt, room, moved, absent, voters, ready } = hearing;
  const waits = ready ? null : waitingFor(plan, { voters, members: state.members ?? 0 });
  return {
    ...{ no: application, series, specialty, level, voters, ready },
    defence: hearing.hearing?.defence
      ? { at: defenceAt === null ? null : toRfc3339(defenceAt), room, moved, absent }
      : null,
    waiting: waits?.message ?? null,
  };
}

const shownOrNull = (hundredths: number | null): number | null =>
  hundredths === null ? null : shownHundredths(hundredths);

function scoresOf({ sheets, hearing }: StoredHearing) {
  const { quantified, defence, composite } = averagesOf(sheets, hearing);
  return {
    weights: hearing?.weights ?? null,
    quantified: shownOrNull(quantified),
    defence: shownOrNull(defence),
    composite: shownOrNull(composite),
  };
}

const countedOf = ({ sheets, opinions }: StoredHearing) => ({
  quantified: sheets.filter(({ kind }) => kind === 'quantified').length,
  defence: sheets.filter(({ kind }) => kind === 'defence').length,
  opinions,
});

/** An application as one of the experts sees it. Averages tell what others gave, so they are shown once nobody changes a sheet any more. */
export function dossierItem(
  hearing: StoredHearing,
  { session: { state }, plan, seat }: Sitting,
  opinions: ReadonlySet<string>,
): z.infer<typeof dossierList>['items'][number] {
  const mine = (kind: 'quantified' | 'defence') =>
    shownOrNull(hearing.sheets.find((sheet) => sheet.expert === seat.expert && sheet.kind === kind)?.points ?? null);
  return {
    ...aboutOf(hearing, { plan, state }),
    mine: { quantified: mine('quantified'), defence: mine('defence'), opinion: opinions.has(hearing.application) },
    scores: state.ballot === null ? null : scoresOf(hearing),
  };
}

/** An application as the office and who presides see it. */
export const hearingItem = (
  hearing: StoredHearing,
  { session: { state }, plan }: Conducting,
): z.infer<typeof hearingList>['items'][number] => ({
  ...aboutOf(hearing, { plan, state }),
  counted: countedOf(hearing),
  scores: scoresOf(hearing),
});

/** The same with every version of each sheet, and the opinions. */
export async function hearingDetail(
  { db, vault }: Pick<Services, 'db' | 'vault'>,
  hearing: StoredHearing,
  conducting: Conducting,
): Promise<z.infer<typeof hearingView>> {
  const { application, sheets: counting } = hearing;
  const { no } = conducting.session;
  const [sheets, opinions] = [await sheetsOf(db, no, application), await opinionsOf(db, no, application)];
  return {
    ...hearingItem(hearing, conducting),
    sheets: sheets.map(({ points, items, at, ...sheet }) => ({
      ...sheet,
      points: shownHundredths(points),
      items: items.map((item) => ({ key: item.key, points: shownHundredths(item.points) })),
      at: toRfc3339(at),
    })),
    outliers:
      conducting.chair === null
        ? null
        : outliersOf(counting).map((each) => ({ ...each, points: shownHundredths(each.points) })),
    opinions: opinions.map(({ expert, version, text }) => ({
      expert,
      version,
      text: vault.openText(text, opinionPlace({ session: no, application, expert })),
    })),
  };
}

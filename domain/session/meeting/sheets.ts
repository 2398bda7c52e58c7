import type { HearingRule } from '../../programme/stages/stages.ts';
import type { Refusal } from '../../refusal.ts';
import { isScore } from '../../stages/composite-score.ts';
import { no, notHere } from '../grounds.ts';
import type { SessionPlan, SessionState } from '../session.ts';
import type { SheetKind } from './scores.ts';

/** A part of a sheet: what it is for, and its points in hundredths. */
export type SheetItem = { readonly key: string; readonly points: number };

/** A sheet as an expert hands it in: the points, or the items whose sum they are. */
export type NewSheet = {
  readonly kind: SheetKind;
  readonly points?: number | undefined;
  readonly items?: readonly SheetItem[] | undefined;
};

/** How an application of a session is heard: by which rule, and whether the applicant stayed away from the defence. */
export type Heard = { readonly hearing: HearingRule | null; readonly absent: boolean };

type Sitting = Pick<SessionState, 'status' | 'ballot'> & { readonly plan: SessionPlan };

/** The points of a sheet, in hundredths. */
export const pointsOf = ({ points, items = [] }: NewSheet): number =>
  points ?? items.reduce((sum, item) => sum + item.points, 0);

/** Why experts write no more sheets or opinions: the meeting is not on, or the ballot has opened. */
export function writingRefusal({ status, ballot, plan }: Sitting): Refusal | null {
  if (ballot !== null && status === 'IN_SESSION')
    return no(
      'BALLOT_OPEN',
      '投票已开始，评分表和评议意见不再更改。',
      'The ballot has opened; sheets and opinions no longer change.',
      plan.rules.opinions,
    );
  return status === 'IN_SESSION' ? null : notHere(plan);
}

/** Why an expert cannot hand in a sheet; null where nothing stands against it (LN-7-d, LN-7-g, DL-1.1.1-c, A-20). */
export function sheetRefusal(sitting: Sitting, { hearing, absent }: Heard, sheet: NewSheet): Refusal | null {
  return (
    writingRefusal(sitting) ??
    kindRefusal({ hearing, absent }, sheet.kind) ??
    valueRefusal(sitting.plan, hearing, sheet)
  );
}

function kindRefusal({ hearing, absent }: Heard, kind: SheetKind): Refusal | null {
  // Where no rule of a hearing is printed, the committee's own notice says how it scores.
  if (!hearing) return null;
  if (kind === 'defence' && !hearing.defence)
    return no('INVALID_DATA', '本层级不组织答辩。', 'There is no oral defence at this level.', basisOf(hearing));
  if (kind === 'quantified' && !hearing.weights)
    return no('INVALID_DATA', '本层级不作量化赋分。', 'There is no quantified score at this level.', basisOf(hearing));
  return absent
    ? no(
        'INVALID_DATA',
        '申报人未参加答辩，不再评分；如已改期，请先登记新的答辩时间。',
        'The applicant was absent from the defence and gets no score, unless the office moves the slot first.',
        basisOf(hearing),
      )
    : null;
}

function valueRefusal(plan: SessionPlan, hearing: HearingRule | null, sheet: NewSheet): Refusal | null {
  const { points, items } = sheet;
  const basis = hearing ? basisOf(hearing) : { clauses: plan.stage.clauses };
  const total = pointsOf(sheet);
  if (points === undefined && !items?.length)
    return no('INVALID_DATA', '须填写分数或各项得分。', 'The points or their items are missing.', basis);
  if (new Set(items?.map(({ key }) => key)).size !== (items?.length ?? 0))
    return no('INVALID_DATA', '同一评分项目只填一次。', 'An item of a sheet stands there once.', basis);
  if (items && items.reduce((sum, item) => sum + item.points, 0) !== total)
    return no('INVALID_DATA', '各项得分之和与总分不符。', 'The items do not add up to the points.', basis);
  return isScore(total)
    ? null
    : no('INVALID_DATA', '各项成绩为0至100分。', 'Each score lies between 0 and 100 points.', basis);
}

const basisOf = ({ clauses, readings = [] }: HearingRule) => ({ clauses, readings });

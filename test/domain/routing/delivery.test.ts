import { describe, expect, test } from 'vitest';
import { dalian2024 } from '../../../config/programmes/dalian-2024/index.ts';
import { lianyungang2024 } from '../../../config/programmes/lianyungang-2024/index.ts';
import { liaoningDiit2024 } from '../../../config/programmes/liaoning-diit-2024/index.ts';
import { stagePathOf } from '../../../domain/case/plan/compile.ts';
import type { HandoverStage, StageDef } from '../../../domain/programme/stages/stages.ts';
import { deliveredTo } from '../../../domain/routing/delivery.ts';
import { forProvince, senior } from '../../lives/dalian.ts';
import { courier } from '../../lives/lianyungang.ts';
import { engineer } from '../../lives/life.ts';

const handedOver = { action: 'handOver', role: 'unitHr' } as const;
const forwarded = { action: 'forward', role: 'preliminaryAuthority' } as const;
const both = (word: string) => ({ zh: word, en: word });

describe('a delivery', () => {
  const dalian = stagePathOf(dalian2024, senior);

  test('leads in Dalian from the unit to the authority, and from there to the organiser (DL-2.1.2-a, DL-2.2.4-a)', () => {
    expect(deliveredTo(dalian, handedOver, 'UNIT_RECOMMENDED')).toMatchObject({ to: 'preliminaryAuthority' });
    expect(deliveredTo(dalian, forwarded, 'FORWARDING')).toMatchObject({ to: 'committeeOrganiser' });
  });

  test('leads in Dalian to the talent centre with what the province reviews (DL-2.2.4-c)', () => {
    expect(deliveredTo(stagePathOf(dalian2024, forProvince), forwarded, 'FORWARDING')).toMatchObject({
      to: 'talentCentre',
    });
  });

  test('leads in Liaoning to the office that receives the dossier in the same stage (LN-5.7-b)', () => {
    const stagePath = stagePathOf(liaoningDiit2024, engineer);
    expect(deliveredTo(stagePath, handedOver, 'PAPER_DELIVERY')).toEqual({
      to: 'committeeOffice',
      clauses: ['LN-5.7-b'],
    });
  });

  test('leads nowhere in Lianyungang, where nothing is delivered by a unit', () => {
    expect(deliveredTo(stagePathOf(lianyungang2024, courier), handedOver, null)).toBeNull();
  });

  test('means the same step before and after it was done, and of two the one that the case has reached', () => {
    expect(deliveredTo(dalian, handedOver, 'RE_REVIEW')).toEqual(deliveredTo(dalian, handedOver, 'UNIT_REVIEW'));
    const harbour = (key: string, next: string): HandoverStage => ({
      kind: 'handover',
      key,
      name: both(key),
      next,
      clauses: [],
      steps: [
        { key: 'bring', action: 'handOver', role: 'unitHr', name: both('送'), clauses: [key] },
        { key: 'count', action: 'seal', role: 'unitHr', name: both('点'), clauses: [] },
      ],
    });
    const looks = (key: string, role: 'association' | 'cityTitleOffice', next: string): StageDef => ({
      kind: 'review',
      key,
      name: both(key),
      role,
      pass: { action: 'pass', next },
      clauses: [],
    });
    const stagePath = [
      harbour('FIRST', 'LOOK'),
      looks('LOOK', 'association', 'SECOND'),
      harbour('SECOND', 'END'),
      looks('END', 'cityTitleOffice', 'END'),
    ];
    const at = (stage: string) => deliveredTo(stagePath, handedOver, stage);
    expect([at('FIRST'), at('LOOK'), at('SECOND'), at('END')]).toEqual([
      { to: 'association', clauses: ['FIRST'] },
      { to: 'association', clauses: ['FIRST'] },
      { to: 'cityTitleOffice', clauses: ['SECOND'] },
      { to: 'cityTitleOffice', clauses: ['SECOND'] },
    ]);
  });
});

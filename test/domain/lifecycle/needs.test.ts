import { describe, expect, it } from 'vitest';
import { calendar } from '../../../config/calendars.ts';
import { dalian2024 } from '../../../config/programmes/dalian-2024/index.ts';
import { lianyungang2024 } from '../../../config/programmes/lianyungang-2024/index.ts';
import { liaoningDiit2024 } from '../../../config/programmes/liaoning-diit-2024/index.ts';
import { compile } from '../../../domain/case/plan/compile.ts';
import { stageActions } from '../../../domain/lifecycle/actions.ts';
import { generalActions, remedyActions } from '../../../domain/lifecycle/general/general-actions.ts';
import { needsAt } from '../../../domain/lifecycle/needs.ts';
import type { Programme } from '../../../domain/programme/programme.ts';
import type { ReviewStage } from '../../../domain/programme/stages/stages.ts';

const facts = {
  series: 'engineering',
  specialty: 'expressDelivery',
  level: 'mid',
  track: 'standard',
  employerClass: 'private',
} as const;

/** What an action needs at a stage of a programme. */
function needs({ stages }: Programme, key: string, action: string) {
  const stage = stages.find((each) => each.key === key);
  if (!stage) throw new Error(`there is no stage ${key}`);
  return needsAt(stage, action);
}

describe('what must be looked at before an action', () => {
  it.each<[Programme, string, string, readonly string[]]>([
    [liaoningDiit2024, 'UNIT_REVIEW', 'agree', []],
    [liaoningDiit2024, 'ONLINE_REVIEW', 'submit', ['form']],
    [liaoningDiit2024, 'ONLINE_REVIEW', 'pass', ['reuse']],
    [liaoningDiit2024, 'UNIT_PUBLICITY', 'postPublicity', ['posting']],
    [liaoningDiit2024, 'UNIT_PUBLICITY', 'recordObjection', ['items', 'objection']],
    [lianyungang2024, 'RESULT_PUBLICITY', 'postPublicity', ['posting']],
    [lianyungang2024, 'COMMITTEE_REVIEW', 'recordResult', ['opening']],
    [lianyungang2024, 'CERTIFIED', 'certify', ['announcement', 'certificateNumber']],
    [dalian2024, 'UNIT_REVIEW', 'return', ['items']],
  ])('%#: stands in the data of its stage', (programme, key, action, expected) => {
    expect(needs(programme, key, action)).toEqual(expected);
  });

  it.each(['agree', 'select', 'pass', 'approve', 'confirmDossier', 'consent', 'designate'] as const)(
    'is the reuse of works and the dossier for %s, where the stage has the rules',
    (action) => {
      const stage: ReviewStage = {
        key: 'REVIEW',
        kind: 'review',
        name: { zh: '审核', en: 'Review' },
        role: 'committeeOffice',
        clauses: [],
        pass: { action, next: 'NEXT', dossier: { clauses: [] } },
        reuse: { among: 'samePersonPassed', clauses: [], readings: [] },
      };
      expect(needsAt(stage, action)).toEqual(['reuse', 'dossier']);
      expect(needsAt({ ...stage, pass: { action, next: 'NEXT' } }, action)).toEqual(['reuse']);
    },
  );

  it.each([liaoningDiit2024, lianyungang2024, dalian2024])(
    'is nothing for what the service does by itself, in $id',
    (programme) => {
      const plan = compile(programme, facts, calendar);
      const actions = [...plan.stages.flatMap(stageActions), ...generalActions(plan), ...remedyActions(plan)];
      const own = actions.filter(({ roles }) => roles.includes('system'));
      expect(own.map(({ name }) => name)).toContain('endForFraud');
      expect(own.flatMap(({ needs: needed = [] }) => needed)).toEqual([]);
    },
  );
});

import { describe, expect, it } from 'vitest';
import { dossierProblems } from '../../../config/programme-checks/dossier-problems.ts';
import { programmes } from '../../../config/programmes.ts';
import type { Programme } from '../../../domain/programme/programme.ts';

const of = (id: string): Programme => {
  const programme = programmes.get(id);
  if (!programme) throw new Error(`no programme ${id}`);
  return programme;
};

/** A programme in which no review receives a dossier. */
const unreceived = (programme: Programme): Programme => ({
  ...programme,
  stages: programme.stages.map((stage) => {
    if (stage.kind !== 'review') return stage;
    const { dossier: _none, ...pass } = stage.pass;
    return { ...stage, pass };
  }),
});

describe('the papers that a programme wants delivered', () => {
  it.each([...programmes.keys()])('are received or confirmed by somebody in %s', (id) => {
    expect(dossierProblems(of(id))).toEqual([]);
  });

  it.each([
    ['liaoning-diit-2024', 'photos (LN-A2.3.8-a) is delivered, and nobody receives or confirms it'],
    ['dalian-2024', 'volume (DL-2.3.3-a) is delivered, and nobody receives or confirms it'],
  ])('are a problem of %s where nobody receives them', (id, problem) => {
    expect(dossierProblems(unreceived(of(id)))).toContain(problem);
  });

  it('are enough confirmed by a check that names their rule', () => {
    expect(dossierProblems(unreceived(of('lianyungang-2024')))).toEqual([]);
    expect(dossierProblems(unreceived(of('dalian-2024'))).join()).not.toContain('DL-2.3.1-g');
  });

  it('are some where a dossier is received', () => {
    expect(dossierProblems({ ...of('dalian-2024'), materials: [] })).toEqual([
      'PRELIMINARY_REVIEW receives a dossier that holds nothing',
    ]);
  });
});

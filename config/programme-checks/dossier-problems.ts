import type { Programme } from '../../domain/programme/programme.ts';
import { requestedChecks } from '../../domain/stages/asked-checks.ts';

/** Finds contradictions between the papers that a programme requires and the steps that receive them, one sentence each. */
export function dossierProblems({ stages, materials = [] }: Programme): string[] {
  const delivered = materials.filter(({ check }) => check.kind === 'delivered');
  const receiving = stages.filter((stage) => stage.kind === 'review' && stage.pass.dossier !== undefined);
  if (delivered.length === 0) return receiving.map(({ key }) => `${key} receives a dossier that holds nothing`);
  if (receiving.length > 0) return [];
  const confirmed = new Set(stages.flatMap(requestedChecks).flatMap(({ check }) => check.clauses));
  return delivered
    .filter(({ clause }) => !confirmed.has(clause))
    .map(({ key, clause }) => `${key} (${clause}) is delivered, and nobody receives or confirms it`);
}

import { findHeads } from '../../db/applications/applications.ts';
import type { Programme } from '../../domain/programme/programme.ts';
import type { HandoverStep } from '../../domain/programme/stages/stages.ts';
import { text } from '../../domain/text.ts';
import { invalid } from '../http/errors.ts';
import type { Services } from '../http/route.ts';

/** The steps by which dossiers are forwarded in a programme. */
const forwardingSteps = (programme: Programme | undefined): readonly HandoverStep[] =>
  (programme?.stages ?? [])
    .flatMap((stage) => (stage.kind === 'handover' ? stage.steps : []))
    .filter(({ action }) => action === 'forward');

/** Requires that all forwarded applications are of one programme, series and level (DL-2.2.4-a); throws a 422 that names the others. */
export async function requireSameSeriesAndLevel({ db, programmes }: Services, items: readonly string[]): Promise<void> {
  const heads = new Map((await findHeads(db, items)).map((head) => [head.no, head]));
  const kindOf = (no: string | undefined) => {
    const head = heads.get(no ?? '');
    return [head?.programme, head?.series, head?.level].join('/');
  };
  const [first = ''] = items;
  const message = text('须为同一系列、同一级别。', 'All must be of one series and level.');
  const errors = items.flatMap((no, at) => (kindOf(no) === kindOf(first) ? [] : [{ path: `/items/${at}`, message }]));
  if (errors.length === 0) return;
  const steps = forwardingSteps(programmes.get(heads.get(first)?.programme ?? ''));
  throw invalid(errors, { clauses: steps.flatMap(({ checks = [] }) => checks.flatMap(({ clauses }) => clauses)) });
}

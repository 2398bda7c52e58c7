import type { CaseEvent } from './case.ts';

/** Who is told what about an event: audience is a role, params are codes and dates, never a name. */
export type Notice = {
  readonly seq: number;
  readonly audience: string;
  readonly template: string;
  readonly params: Readonly<Record<string, unknown>>;
};

const toldOf: Readonly<Partial<Record<CaseEvent['name'], readonly string[]>>> = {
  returned: ['applicant', 'unitHr'],
  posted: ['applicant'],
  objectionRecorded: ['unitHr'],
  itemRemoved: ['applicant'],
  publicityInvalidated: ['applicant', 'unitHr'],
  stageEntered: ['applicant'],
  resultRecorded: ['applicant'],
  attemptGranted: ['applicant'],
  reopened: ['applicant'],
  ended: ['applicant', 'unitHr'],
};

/** The notices that a decision's events call for; the first entry into the first stage tells nobody anything new. */
export function noticesFor(events: readonly CaseEvent[]): Notice[] {
  return events.flatMap((event) => {
    if (event.name === 'stageEntered' && event.stage === null) return [];
    const audiences = toldOf[event.name] ?? [];
    const params = {
      name: event.name,
      stage: event.data.to ?? event.stage,
      outcome: event.data.outcome ?? null,
      lastDay: event.data.lastDay ?? null,
    };
    return audiences.map((audience) => ({ seq: event.seq, audience, template: event.name, params }));
  });
}

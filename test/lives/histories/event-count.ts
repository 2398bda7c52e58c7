import { temporal as proto } from '../../../commands/temporal/proto.ts';
import type { Life } from '../../../ops/lives/life.ts';
import { applicationWorkflowId } from '../../../workflows/messages.ts';
import { TestBackend } from '../../support/backend.ts';
import { draftOf, take } from '../on-servers.ts';

const { EventType } = proto.api.enums.v1;
const ofFastForwarding = [
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_OPTIONS_UPDATED,
  EventType.EVENT_TYPE_WORKFLOW_EXECUTION_TIME_SKIPPING_TRANSITIONED,
];

/** Events of an application's history, without those that moving its clock writes. */
export async function countEvents({ deps }: TestBackend, no: string): Promise<number> {
  const { events } = await deps.temporal.workflow.getHandle(applicationWorkflowId(no)).fetchHistory();
  return (events ?? []).filter((event) => !ofFastForwarding.includes(event.eventType as never)).length;
}

/** Takes a whole life on a backend of its own: its events until the certificate, and at its end. */
export async function eventsOfLife(life: Life): Promise<{ untilCertificate: number; inAll: number; row: object }> {
  const backend = await TestBackend.open();
  try {
    const [world, one] = await draftOf(backend, life);
    let untilCertificate = 0;
    for (const step of life.steps) {
      await take(world, one, step);
      if ('does' in step && step.does === 'certify') untilCertificate = await countEvents(backend, one.no);
    }
    return { untilCertificate, inAll: await countEvents(backend, one.no), row: await one.row() };
  } finally {
    await backend.close();
  }
}

import type { z } from 'zod';
import { draftNow } from '../applications/draft-plan.ts';
import { wholeApplication } from '../applications/load.ts';
import type { Services } from '../http/route.ts';
import { requireNoBar } from '../integrity/integrity.ts';
import { type Applicant, draftOf, writeDraft } from './drafting.ts';
import type { newApplication } from './drafts-schemas.ts';

/** Creates a draft if the rules and the integrity archive let its applicant apply; returns it with its warnings. */
export async function makeDraft(services: Services, body: z.infer<typeof newApplication>, applicant: Applicant) {
  const records = await requireNoBar(services, applicant.person, applicant.now);
  const no = await writeDraft(services, await draftOf(services, body, applicant), applicant.keyHash);
  const row = await wholeApplication(services, no);
  return { row, warnings: [...(await draftNow(services, row)).warnings, ...records] };
}

import { attachmentView } from '../../../api/attachments/attachments-schemas.ts';
import type { ApiWorld } from '../service.ts';

/** Brings 张蔚's application from the draft until the office has her paper dossier before it, in a world of 2024-07-01; the world then stands at 08-07. */
export async function untilDossier(world: ApiWorld): Promise<string> {
  const [engineer, hr, group, seal, office] = await Promise.all(
    ['zhang-wei', 'hr-liaobei', 'group-liaobei', 'seal-sasac', 'office-diit'].map((account) => world.as(account)),
  );
  if (!engineer || !hr || !group || !seal || !office) throw new Error('nobody is there');
  const no = await world.draft('zhang-wei');
  await engineer.does(no, 'submit');
  await hr.does(no, 'agree');
  await group.does(no, 'select');
  await hr.does(no, 'postPublicity');
  await world.moveTo('2024-07-09T08:00');
  await engineer.does(no, 'submit');
  await office.does(no, 'pass');
  await hr.does(no, 'seal');
  await seal.does(no, 'seal');
  const form = new FormData();
  form.set('kind', 'stampedPage');
  form.set('file', new Blob(['%PDF-1.7\n%stamped page\n']), '盖章页.pdf');
  const answer = await engineer.post(`/v1/applications/${no}/attachments`, form);
  await engineer.does(no, 'uploadStampedPage', { attachment: answer.as(attachmentView.omit({ createdAt: true })).id });
  await world.moveTo('2024-08-07T10:00');
  await office.does(no, 'approve');
  await hr.does(no, 'handOver');
  await office.does(no, 'receivePaper');
  return no;
}

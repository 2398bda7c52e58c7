import { sessionView } from '../../../api/sessions/sessions-schemas.ts';
import type { ApiClient } from '../service.ts';

/** Plans a session and gives its path. */
export async function planned(office: ApiClient, body: object): Promise<string> {
  const answer = await office.post('/v1/sessions', body);
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return `/v1/sessions/${answer.as(sessionView).id}`;
}

/** Takes a step and expects that it was taken. */
export async function takes(client: ApiClient, path: string, name: string, body?: object) {
  const answer = await client.post(`${path}/actions/${name}`, body);
  if (answer.status !== 200) throw new Error(`${name}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.as(sessionView);
}

/** Publishes the notice of a session and begins to accept applications. */
export async function accepting(office: ApiClient, path: string): Promise<void> {
  await takes(office, path, 'publishNotice');
  await takes(office, path, 'accept');
}

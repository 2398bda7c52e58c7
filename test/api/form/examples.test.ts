import { expect, test } from 'vitest';
import { z } from 'zod';
import { exampleEvidence, exampleForm } from '../../../api/form/example-form.ts';
import { resourceRoutes } from '../../../api/resources.ts';
import { TestService } from '../service.ts';

const bodies = resourceRoutes(null).flatMap(({ method, path, body }) => {
  const example: unknown = body?.meta()?.example;
  return body && example !== undefined ? [{ name: `${method} ${path}`, body, example }] : [];
});

test('every example of a body in the documentation fits its schema', () => {
  const wrong = bodies.flatMap(({ name, body, example }) => {
    const { error } = body.safeParse(example);
    return error ? [`${name}: ${z.prettifyError(error)}`] : [];
  });
  expect(wrong).toEqual([]);
  expect(bodies.length).toBeGreaterThan(15);
});

test('the examples of a draft and of its form lead to a complete form by the notice of Liaoning', async () => {
  const world = await (await TestService.shared()).world('2024-07-10T09:00');
  const client = await world.as('zhang-wei');
  const example = bodies.find(({ name }) => name === 'post /v1/applications')?.example;
  const made = await client.post('/v1/applications', {
    ...(example as object),
    employer: await world.unitOf('zhang-wei'),
  });
  expect(made.status).toBe(201);
  const { no } = made.as(z.object({ no: z.string() }));
  const file = new FormData();
  file.set('kind', 'evidence');
  file.set('file', new Blob(['%PDF-1.7\n1 0 obj\nstartxref\n']), '合同.pdf');
  const { id } = (await client.post(`/v1/applications/${no}/attachments`, file)).as(z.object({ id: z.string() }));
  const form: unknown = JSON.parse(JSON.stringify(exampleForm).replaceAll(exampleEvidence, id));
  const written = await client.put(`/v1/applications/${no}/form`, form);
  expect(written.body).toMatchObject({ no, missing: [] });
  await client.does(no, 'submit');
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { TestBackend } from '../../support/backend.ts';
import { RealProcess } from '../../support/servers/processes.ts';
import { until } from '../../support/until.ts';
import { meetingBegins } from './ballot-box.ts';
import { bigBox, countNow, expectCounted, expectUncounted } from './big-box.ts';
import { type CountTask, countingName } from './count-process.ts';

let backend: TestBackend;
beforeAll(async () => {
  backend = await TestBackend.open({ withoutWorker: true });
});
afterAll(() => backend.close());

it('a process killed while it opens the votes leaves the box as it was, and the next one counts it once', {
  timeout: 60_000,
}, async () => {
  const box = await bigBox(await backend.world(meetingBegins));
  const counting = new RealProcess('test/commands/sessions/count-process.ts', backend.env);
  const task: CountTask = {
    session: box.no,
    person: box.custodians[1],
    privateKey: Buffer.from(box.keys[1].privateKey).toString('base64'),
  };
  counting.child.stdin?.end(JSON.stringify(task));
  await until('the count to begin', async () => {
    const [found] = await box.db.sql`
      select 1 from pg_stat_activity where application_name = ${countingName} and xact_start is not null`;
    return found !== undefined;
  });
  await counting.kill();
  expect(counting.output, counting.words).toBe('');
  await expectUncounted(box);
  expect(await countNow(box)).toMatchObject({ action: 'recordCount' });
  await expectCounted(box);
});

it('whoever counts again after the count was written, but not its step, gets the same step and changes nothing', async () => {
  const box = await bigBox(await backend.world(meetingBegins));
  const first = await countNow(box);
  await expectCounted(box);
  expect(await countNow(box)).toEqual(first);
  await expectCounted(box);
});

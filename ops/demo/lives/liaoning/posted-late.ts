import { text } from '../../../../domain/text.ts';
import { postedTooLate } from '../../../lives/liaoning/unit.ts';
import { startOf, upTo } from '../../../lives/life.ts';
import { expect } from '../../client/expect.ts';
import type { Life } from '../../life.ts';
import { haiyun } from '../../people.ts';
import { begin } from '../../played.ts';
import { whereIs } from '../../steps/case.ts';
import { walk } from '../../steps/walk.ts';

const untilPosted = upTo(postedTooLate.steps, 'postPublicity');

/** Life 4: the publicity ends with the window, so that nothing can be filed (LN-5.4-c, LN-4.3-a). */
export const postedLate: Life = {
  title: text('四、公示过晚', '4. Posted too late'),
  about: text(
    '工程系列 · 工业设计（新兴专业）· 中级 · 民营企业；7月24日张贴公示',
    'Engineering · industrial design (an emerging specialty) · mid · private company; posted on 07-24',
  ),
  startAt: startOf(postedTooLate.steps),
  expected: postedTooLate.outcome,
  play: async (play) => {
    const one = await begin(play, { life: postedTooLate, by: 'zhao-min' });
    await walk({ one, cast: haiyun, steps: untilPosted });
    const filing = (await one.view()).forecast.find(({ stage }) => stage === 'ONLINE_REVIEW');
    expect('forecast of filing', [filing?.earliest, filing?.latest], [null, '2024-07-31']);
    await walk({ one, cast: haiyun, steps: postedTooLate.steps.slice(untilPosted.length) });
    return whereIs(await one.view());
  },
};

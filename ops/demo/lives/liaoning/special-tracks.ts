import { text } from '../../../../domain/text.ts';
import { greenChannel, letterMissing } from '../../../lives/liaoning/tracks.ts';
import { delegationHr, liaobei } from '../../people.ts';
import { played } from '../../played.ts';

/** Life 16: the green channel needs the consent of the office first; a delegated review needs the written letter (LN-8.3, LN-8.1). */
export const specialTracks = played({
  title: text('十六、绿色通道与委托评审', '16. The green channel and a delegated review'),
  about: text(
    '两名申报人 · 工程系列 · 机器人科学与工程 · 副高级；一人走绿色通道，一人为外省单位、委托评审函未返回',
    'Two applicants · engineering, robotics · deputy-senior; one by the green channel, one of another province whose letter does not come back',
  ),
  lives: [
    { life: greenChannel, by: 'zhang-wei', cast: liaobei },
    { life: letterMissing, by: 'he-lan', cast: { ...liaobei, unitHr: delegationHr } },
  ],
});

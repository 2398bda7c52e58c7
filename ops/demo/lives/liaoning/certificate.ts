import { text } from '../../../../domain/text.ts';
import { certifiedAfterOneReturn } from '../../../lives/liaoning/certified.ts';
import { liaobei } from '../../people.ts';
import { played } from '../../played.ts';

/** Life 1: all printed stages, N1 to N12. */
export const certificate = played({
  title: text('一、从个人申请到领证', '1. From the application to the certificate'),
  about: text(
    '工程系列 · 机器人科学与工程（新兴专业）· 副高级 · 省属国有企业',
    'Engineering · robotics (an emerging specialty) · deputy-senior · provincial state-owned enterprise',
  ),
  lives: [{ life: certifiedAfterOneReturn, by: 'zhang-wei', cast: liaobei }],
});

import { text } from '../../../../domain/text.ts';
import { midCertified, midNotPassed } from '../../../lives/dalian/reviewed.ts';
import { gaoxin } from '../../people.ts';
import { played } from '../../played.ts';

/** Life 9: a mid-level title of Dalian, D1 to D10: originals returned, forwarded in a batch, defence in writing only. */
export const dalianCertificate = played({
  title: text('九、大连：中级职称从申报到领证', '9. Dalian: a mid-level title, whole'),
  about: text(
    '两名申报人 · 工程系列 · 中级 · 高新区民营企业；原件返还，按系列、级别成批报送，不答辩',
    'Two applicants · engineering · mid · private company of the high-tech zone; originals back, one batch, no defence',
  ),
  lives: [
    { life: midCertified, by: 'chen-jing', cast: gaoxin },
    { life: midNotPassed, by: 'zhao-min', cast: gaoxin },
  ],
});

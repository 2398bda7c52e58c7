import { text } from '../../../../domain/text.ts';
import { inJune, inNovember } from '../../../lives/lianyungang/designated.ts';
import { haizhouDesignation as cast } from '../../people.ts';
import { played } from '../../played.ts';

/** A graduate after the year of probation: assistant without a review (LYG-2.11-d). */
const stated = {
  heldTitle: { level: 'none' },
  education: { tier: 'bachelor', obtainedOn: '2022-07-01', recognised: true, majorMatches: true },
  probation: { from: '2022-08-01', assessed: true },
};

/** Life 12: a district designates in its June round; whoever comes after it waits for the second (LYG-3.1-c, LYG-7-f, A-31). */
export const lianyungangDesignation = played({
  title: text('十二、连云港：6月一轮初定', '12. Lianyungang: initial designation in the June round'),
  about: text(
    '两名申报人 · 快递工程 · 助理级初定 · 海州区（计划表第66行）；一人6月初定，一人错过一轮，11月初定',
    'Two applicants · express delivery · assistant, by designation · Haizhou (row 66); one in June, one too late for it, in November',
  ),
  lives: [
    { life: inJune, by: 'xu-lei', cast, stated },
    { life: inNovember, by: 'shen-yan', cast, stated },
  ],
});

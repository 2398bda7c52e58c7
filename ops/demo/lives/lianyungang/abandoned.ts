import { text } from '../../../../domain/text.ts';
import { abandoned } from '../../../lives/lianyungang/unit.ts';
import { haizhou } from '../../people.ts';
import { played } from '../../played.ts';

/** Life 10: what the one list of the bureau asks for is not there in time, and the application counts as given up (LYG-4.3-b, LYG-4.3-c, A-30). */
export const lianyungangAbandoned = played({
  title: text('十、连云港：逾期未补正，视为放弃', '10. Lianyungang: correction overdue, deemed abandoned'),
  about: text(
    '工程系列 · 快递工程（计划表第60行，6月受理）· 中级 · 海州区民营企业',
    'Engineering · express delivery (row 60 of the plan, accepted in June) · mid · private company of Haizhou',
  ),
  lives: [{ life: abandoned, by: 'xu-lei', cast: haizhou }],
});

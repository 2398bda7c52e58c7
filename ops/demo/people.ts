import type { Role } from '../../domain/programme/facts.ts';
import type { Text } from '../../domain/text.ts';

/** A person who acts in a life: an account of the demonstration, and the role. */
export type Actor = { readonly account: string; readonly as: Text };

const actor = (account: string, zh: string, en: string): Actor => ({ account, as: { zh, en } });

/** An applicant. */
export const applicant = (account: string): Actor => actor(account, '申报人', 'Applicant');

/** Who acts in which role on the applications of one unit. */
export type Cast = Readonly<Partial<Record<Role, Actor>>>;

/** The committee office of Liaoning. */
export const office = actor('office-diit', '评委会办公室', 'Committee office');

/** Who acts for a unit of Liaoning, and which authority seals after it (LN-5.6-b, LN-5.6-c). */
const unitOfLiaoning = (unit: string, sealingAuthority: Actor): Cast => ({
  unitHr: actor(`hr-${unit}`, '单位人事部门', 'Personnel dept. of unit'),
  unitAssessmentGroup: actor(`group-${unit}`, '单位民主评议组', 'Assessment group of unit'),
  sealingAuthority,
  committeeOffice: office,
});

/** A provincial state-owned enterprise. */
export const liaobei = unitOfLiaoning('liaobei', actor('seal-sasac', '省国资委', 'Provincial SASAC'));
/** A private company. */
export const haiyun = unitOfLiaoning('haiyun', actor('seal-city', '市人社部门', 'City HRSS department'));
/** The personnel department of an institute of another province (LN-8.1-a). */
export const delegationHr = actor('hr-huabei', '外省单位人事部门', 'Unit of another province');
/** A provincial university. */
export const north = unitOfLiaoning('north', actor('seal-education', '省教育厅', 'Education department'));

const organiser = actor('organiser-engineering', '评委会组建单位', 'Organiser of committee');
/** The people who act for a private company of Dalian's high-tech zone (DL-1.2-c, DL-2.2.2-a). */
export const gaoxin: Cast = {
  unitHr: actor('hr-haiyun', '单位人事部门', 'Personnel dept. of unit'),
  unitAssessmentGroup: actor('group-haiyun', '单位考评领导小组', 'Assessment group of unit'),
  preliminaryAuthority: actor('first-gaoxin', '区初审主管部门', 'Authority of the district'),
  committeeOrganiser: organiser,
  committeeOffice: organiser,
};

const bureau = actor('first-haizhou', '海州区人社局', 'Haizhou HRSS bureau');
export const postal = actor('office-postal', '市邮政管理局', 'Office at postal bureau');
export const titleOffice = actor('title-office', '市职称办', 'City title office');
/** The people who act for a private company of Haizhou in Lianyungang (LYG-4.0-a, LYG-4.4-e). */
export const haizhou: Cast = {
  unitHr: actor('hr-express', '单位人事部门', 'Personnel dept. of unit'),
  preliminaryAuthority: bureau,
  committeeOffice: postal,
  cityTitleOffice: titleOffice,
};
/** … for the initial designation, which the bureau decides itself (LYG-7-f). */
export const haizhouDesignation: Cast = { ...haizhou, committeeOffice: bureau };

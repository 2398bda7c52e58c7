import type { Role } from '../programme/facts.ts';
import type { Programme } from '../programme/programme.ts';
import type { Text } from '../text.ts';

/** The usual name of each role; a programme whose document prints another one says so (`roleNames`). */
export const roleLabels: Readonly<Record<Role, Text>> = {
  applicant: { zh: '申报人', en: 'The applicant' },
  unitHr: { zh: '单位人事部门', en: 'The unit’s personnel department' },
  unitAssessmentGroup: { zh: '单位考评领导小组', en: 'The unit’s assessment group' },
  sealingAuthority: { zh: '人社或主管部门', en: 'The human resources department or the authority in charge' },
  association: { zh: '行业协会', en: 'The industry association' },
  delegationAuthority: { zh: '委托评审受理部门', en: 'The department for delegated reviews' },
  preliminaryAuthority: { zh: '初审部门', en: 'The authority of the preliminary review' },
  industryAuthority: { zh: '行业主管部门', en: 'The industry authority' },
  talentCentre: { zh: '人才服务中心', en: 'The talent service centre' },
  committeeOrganiser: { zh: '评委会组建单位', en: 'The committee’s organiser' },
  committeeOffice: { zh: '评委会办事机构', en: 'The committee’s office' },
  cityTitleOffice: { zh: '市职称办', en: 'The city title office' },
  administrator: { zh: '系统管理员', en: 'The administrator' },
  auditor: { zh: '审计员', en: 'The auditor' },
  expert: { zh: '评审专家', en: 'The expert' },
  objector: { zh: '异议人', en: 'The objector' },
  system: { zh: '系统', en: 'The system' },
};

/** The name of a role as the document of a programme prints it. */
export const roleNamed = (role: Role, { roleNames = {} }: Pick<Programme, 'roleNames'>): Text =>
  roleNames[role] ?? roleLabels[role];

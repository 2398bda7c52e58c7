import { identityCheckDigit } from '../../domain/access/identity-number.ts';
import type { Role } from '../../domain/programme/facts.ts';
import type { Employer } from '../people/units.ts';

/** A unit of the demonstration. */
export type DemoUnit = Employer & { readonly key: string; readonly name: string };

/** An invented person of the demonstration; `unit` is where the person works. */
export type DemoPerson = {
  readonly account: string;
  readonly name: string;
  readonly roles: readonly { readonly role: Role; readonly scope?: string }[];
  readonly unit?: string;
  readonly identity?: string;
};

/**
 * Invented units: of Liaoning an enterprise of the province, a private company registered in Dalian, a university; one of another province; an institute of the city of Dalian;
 * of Lianyungang a private company, a school of a county, and the agency that acts for freelancers.
 */
export const demoUnits: readonly DemoUnit[] = [
  { key: 'liaobei-heavy', name: '辽北重型装备集团有限公司（虚构）', employerClass: 'provincialStateOwned' },
  {
    key: 'haiyun-tech',
    name: '大连海韵智能科技有限公司（虚构）',
    employerClass: 'private',
    territory: 'dl-gaoxin',
  },
  { key: 'huabei-institute', name: '华北智能装备研究所（虚构）', employerClass: 'centralOrOtherProvince' },
  { key: 'north-university', name: '辽宁北方理工大学（虚构）', employerClass: 'provincialUniversity' },
  {
    key: 'binhai-institute',
    name: '大连滨海数字产业研究院（虚构）',
    employerClass: 'municipal',
    supervisor: 'dl-industry-bureau',
  },
  {
    key: 'haizhou-express',
    name: '连云港云台快递有限公司（虚构）',
    employerClass: 'private',
    territory: 'lyg-haizhou',
  },
  {
    key: 'ganyu-school',
    name: '赣榆新港实验学校（虚构）',
    employerClass: 'districtOrCounty',
    territory: 'lyg-ganyu',
  },
  {
    key: 'haizhou-agency',
    name: '连云港人事代理（虚构）',
    employerClass: 'freelance',
    agencyClient: true,
  },
];

/** A synthetic identity number: region, birth date, order of the day, and the check digit. */
const number = (first17: string): string => `${first17}${identityCheckDigit(first17)}`;
const applicant = (account: string, name: string, unit: string, first17: string): DemoPerson => ({
  account,
  name,
  roles: [{ role: 'applicant' }],
  unit,
  identity: number(first17),
});
const ofUnit = (account: string, name: string, unit: string, role: Role): DemoPerson => ({
  account,
  name,
  roles: [{ role, scope: `unit:${unit}` }],
  unit,
});
const ofOffice = (account: string, name: string, role: Role, office: string): DemoPerson => ({
  account,
  name,
  roles: [{ role, scope: `office:${office}` }],
});

/** People who act for several offices, or for one in several roles. */
const ofOffices = (
  account: string,
  name: string,
  ...roles: readonly (readonly [role: Role, office: string])[]
): DemoPerson => ({ account, name, roles: roles.map(([role, office]) => ({ role, scope: `office:${office}` })) });

const dalianPeople: readonly DemoPerson[] = [
  applicant('dong-yu', '董煜', 'binhai-institute', '21019919830811011'),
  applicant('qiao-an', '乔安', 'binhai-institute', '21019919910223012'),
  ofUnit('hr-binhai', '钱雯', 'binhai-institute', 'unitHr'),
  ofUnit('group-binhai', '魏东', 'binhai-institute', 'unitAssessmentGroup'),
  ofOffice('first-gaoxin', '姚磊', 'preliminaryAuthority', 'dl-gaoxin'),
  ofOffices(
    'bureau-dalian',
    '石楠',
    ['preliminaryAuthority', 'dl-industry-bureau'],
    ['industryAuthority', 'dl-industry-bureau'],
  ),
  ofOffices(
    'organiser-economics',
    '白桦',
    ['committeeOrganiser', 'dl-industry-bureau'],
    ['committeeOffice', 'dl-industry-bureau'],
  ),
  ofOffices(
    'organiser-engineering',
    '陶然',
    ['committeeOrganiser', 'dl-organiser-engineering'],
    ['committeeOffice', 'dl-organiser-engineering'],
  ),
  ofOffices(
    'talent-dalian',
    '安宁',
    ['talentCentre', 'dl-talent-centre'],
    ['committeeOffice', 'dl-talent-centre'],
    ['committeeOrganiser', 'dl-talent-centre'],
  ),
  ofOffice('industry-dalian', '秦川', 'industryAuthority', 'dl-industry-authority'),
];

const lianyungangPeople: readonly DemoPerson[] = [
  applicant('xu-lei', '徐蕾', 'haizhou-express', '21019919840516013'),
  applicant('shen-yan', '沈岩', 'haizhou-express', '21019919890927014'),
  applicant('tang-jie', '唐洁', 'ganyu-school', '21019919930308015'),
  applicant('pan-yun', '潘云', 'haizhou-agency', '21019919870619016'),
  ofUnit('hr-express', '陆鸣', 'haizhou-express', 'unitHr'),
  ofUnit('hr-ganyu', '方晴', 'ganyu-school', 'unitHr'),
  ofUnit('hr-agency', '任远', 'haizhou-agency', 'unitHr'),
  ofOffices('first-haizhou', '江涛', ['preliminaryAuthority', 'lyg-haizhou'], ['committeeOffice', 'lyg-haizhou']),
  ofOffices('first-ganyu', '孟夏', ['preliminaryAuthority', 'lyg-ganyu'], ['committeeOffice', 'lyg-ganyu']),
  ofOffices(
    'agency-lianyungang',
    '顾盼',
    ['preliminaryAuthority', 'lyg-talent-centre'],
    ['committeeOffice', 'lyg-talent-centre'],
  ),
  ofOffice('industry-lianyungang', '夏青', 'preliminaryAuthority', 'lyg-industry-authority'),
  ofOffice('office-postal', '谭松', 'committeeOffice', 'lyg-postal'),
  ofOffice('office-finance', '邱实', 'committeeOffice', 'lyg-finance'),
  ofOffices('title-office', '齐鸣', ['cityTitleOffice', 'lyg-title-office'], ['committeeOffice', 'lyg-title-office']),
];

/** Everyone in the demonstration. Region 210199 is no real district, so no real person has one of these numbers. */
export const demoPeople: readonly DemoPerson[] = [
  applicant('zhang-wei', '张蔚', 'liaobei-heavy', '21019919820314001'),
  applicant('li-na', '李娜', 'liaobei-heavy', '21019919850722002'),
  applicant('wang-qiang', '王强', 'liaobei-heavy', '21019919791105003'),
  applicant('zhao-min', '赵敏', 'haiyun-tech', '21019919880219004'),
  applicant('liu-yang', '刘洋', 'haiyun-tech', '21019919900430005'),
  applicant('chen-jing', '陈静', 'haiyun-tech', '21019919860918006'),
  applicant('sun-hao', '孙浩', 'north-university', '21019919811201007'),
  applicant('zhou-lin', '周琳', 'north-university', '21019919840607008'),
  applicant('wu-di', '吴迪', 'north-university', '21019919921015009'),
  applicant('zheng-shuang', '郑爽', 'liaobei-heavy', '21019919870103010'),
  applicant('he-lan', '贺岚', 'huabei-institute', '21019919850415017'),
  ofUnit('hr-huabei', '夏临', 'huabei-institute', 'unitHr'),
  ofUnit('hr-liaobei', '高洁', 'liaobei-heavy', 'unitHr'),
  ofUnit('group-liaobei', '马腾', 'liaobei-heavy', 'unitAssessmentGroup'),
  ofUnit('hr-haiyun', '林芳', 'haiyun-tech', 'unitHr'),
  ofUnit('group-haiyun', '何勇', 'haiyun-tech', 'unitAssessmentGroup'),
  ofUnit('hr-north', '郭晓', 'north-university', 'unitHr'),
  ofUnit('group-north', '罗平', 'north-university', 'unitAssessmentGroup'),
  ofOffice('seal-sasac', '梁栋', 'sealingAuthority', 'ln-sasac'),
  ofOffice('seal-education', '宋佳', 'sealingAuthority', 'ln-education'),
  ofOffice('seal-health', '唐宁', 'sealingAuthority', 'ln-health'),
  ofOffice('seal-province', '韩雪', 'sealingAuthority', 'ln-provincial-authority'),
  ofOffice('seal-city', '冯涛', 'sealingAuthority', 'ln-hrss-city'),
  ofOffice('association', '曹颖', 'association', 'ln-security-association'),
  ofOffices(
    'delegation',
    '段平',
    ['delegationAuthority', 'ln-hrss-service-division'],
    ['sealingAuthority', 'ln-hrss-service-division'],
  ),
  ofOffice('office-diit', '许珂', 'committeeOffice', 'ln-diit-office'),
  ofOffice('office-diit-2', '邓超群', 'committeeOffice', 'ln-diit-office'),
  ofOffice('organiser-diit', '费扬', 'committeeOrganiser', 'ln-diit-office'),
  ...dalianPeople,
  ...lianyungangPeople,
  { account: 'admin', name: '系统管理员', roles: [{ role: 'administrator', scope: 'programme:*' }] },
  { account: 'auditor', name: '审计员', roles: [{ role: 'auditor', scope: 'programme:*' }] },
];

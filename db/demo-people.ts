import type { EmployerClass, Role } from '../domain/facts.ts';
import { identityCheckDigit } from '../domain/identity-number.ts';

/** A unit of the demonstration. */
export type DemoUnit = { readonly key: string; readonly name: string; readonly employerClass: EmployerClass };

/** An invented person of the demonstration; `unit` is where the person works. */
export type DemoPerson = {
  readonly account: string;
  readonly name: string;
  readonly roles: readonly { readonly role: Role; readonly scope?: string }[];
  readonly unit?: string;
  readonly identity?: string;
};

/** Invented units: a provincial state-owned enterprise, a private company, a provincial university. */
export const demoUnits: readonly DemoUnit[] = [
  { key: 'liaobei-heavy', name: '辽北重型装备集团有限公司（虚构）', employerClass: 'provincialStateOwned' },
  { key: 'haiyun-tech', name: '大连海韵智能科技有限公司（虚构）', employerClass: 'private' },
  { key: 'north-university', name: '辽宁北方理工大学（虚构）', employerClass: 'provincialUniversity' },
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

/** Everyone in the demonstration. Region 210199 is no real district, so no number is a living person's. */
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
  ofOffice('office-diit', '许可', 'committeeOffice', 'ln-diit-office'),
  ofOffice('office-diit-2', '邓超群', 'committeeOffice', 'ln-diit-office'),
  { account: 'admin', name: '系统管理员', roles: [{ role: 'administrator', scope: 'programme:*' }] },
  { account: 'auditor', name: '审计员', roles: [{ role: 'auditor', scope: 'programme:*' }] },
];

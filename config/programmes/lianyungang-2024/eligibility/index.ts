import type { EligibilityRule } from '../../../../domain/programme/eligibility.ts';
import { text } from '../../../../domain/text.ts';
import { employersBut } from '../../../employers.ts';
import { conditions } from './conditions.ts';
import { designation } from './designation.ts';
import { special } from './tracks.ts';

const employers = employersBut('freelance');

/** Who may apply (LYG-1). */
const persons: readonly EligibilityRule[] = [
  {
    key: 'contract',
    when: { employerClasses: employers },
    requires: { kind: 'employment' },
    message: text(
      '须在我市企事业单位从事专业技术工作，与用人单位签订劳动（聘用）合同。',
      'The applicant works in a unit of the city and has a labour or employment contract with it.',
    ),
    clause: 'LYG-1.1-a',
    attestedBy: 'unitHr',
  },
  {
    key: 'freelancer',
    when: { employerClasses: ['freelance'] },
    requires: { kind: 'attestation' },
    message: text(
      '在我市就业的自由职业专业技术人才可以申报，由市人才服务中心负责审核上报。',
      'Freelance professionals employed in the city may apply; the talent service centre reviews and reports them.',
    ),
    clause: 'LYG-1.1-b',
    attestedBy: 'preliminaryAuthority',
  },
  {
    key: 'hongKongMacaoTaiwan',
    requires: { kind: 'origin', origin: 'hkMacaoTaiwan' },
    message: text(
      '在我市就业的港澳台专业技术人才可以申报。',
      'Professionals from Hong Kong, Macao and Taiwan employed in the city may apply.',
    ),
    clause: 'LYG-1.2-a',
    attestedBy: 'unitHr',
  },
  {
    key: 'foreigner',
    requires: {
      kind: 'origin',
      origin: 'foreigner',
      documents: ['workPermit', 'permanentResidence', 'overseasTalentPermit'],
    },
    message: text(
      '外籍人员须持有外国人来华工作许可证、外国人永久居留身份证或江苏省海外高层次人才居住证。',
      'A foreigner holds a work permit, a permanent-residence identity card or the Jiangsu permit for overseas high-level talents.',
    ),
    clause: 'LYG-1.2-b',
  },
  {
    key: 'notCivilServant',
    requires: { kind: 'status', not: ['civilServant', 'managedAsCivilServant'] },
    message: text(
      '公务员（含列入参照公务员法管理的单位工作人员）不得申报评审或考核认定职称。',
      'Civil servants, and staff of units managed by reference to the civil-service law, may not apply.',
    ),
    clause: 'LYG-1.3-a',
    mustBeTold: true,
  },
  {
    key: 'notRetired',
    requires: { kind: 'status', not: ['retired'] },
    message: text('离退休人员不得申报评审或考核认定职称。', 'Retired people may not apply.'),
    clause: 'LYG-1.3-b',
    mustBeTold: true,
  },
  {
    key: 'notUnderDiscipline',
    requires: { kind: 'noDiscipline', from: 'warning' },
    message: text(
      '受到党纪、政务、行政处分的人员，在影响期内不得申报职称评审或考核认定。',
      'Whoever is under party, governmental or administrative discipline may not apply while it has effect.',
    ),
    clause: 'LYG-1.3-c',
    mustBeTold: true,
  },
];

/** The conditions of applying in Lianyungang (LYG-1, LYG-2). */
export const eligibility: readonly EligibilityRule[] = [...persons, ...conditions, ...special, ...designation];

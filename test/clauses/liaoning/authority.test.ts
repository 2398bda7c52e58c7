import { describe, it } from 'vitest';
import { ask, type Question } from '../ask.ts';

const engineer = {
  ...{ series: 'engineering', specialty: 'robotics', level: 'deputySenior', employerClass: 'provincialStateOwned' },
  ...{ status: 'inService', hasEmployment: true, discipline: { measure: 'none' }, asOf: '2024-07-10' },
  ...{ heldTitle: { level: 'mid', obtainedYear: 2019 }, standard: { years: 5 }, usedBefore: false },
};
const economist = {
  ...{ series: 'economics', specialty: 'finance', examCertificate: true, examPassedOn: '2022-09-01' },
  asOf: '2024-08-12',
};

const whole =
  '负责全省：建材、机电、电子、电力、冶金、石油化工、纺织、轻工行业及网信行业有关专业等正高级专业技术资格评审';
const provincial =
  '负责省属国有企业、事业单位及社会组织：建材、机电、电子、电力、冶金、石油化工、纺织、轻工行业及网信行业有关专业等副高级、中初级专业技术资格评审工作';
const byCity = '按照评审权限，民营企业和市及以下所属国企、事业单位由所在市负责评审';
const emerging =
  '负责全省：机器人科学与工程、数据科学与工程、工业设计、管理科学与工程、安防工程、无人机科学与工程各层级专业技术资格评审';
const industries = [
  ...['buildingMaterials', 'electromechanics', 'electronics', 'electricPower', 'metallurgy'],
  ...['petrochemicals', 'textiles', 'lightIndustry', 'cyberspace'],
];
const full = { level: 'fullSenior', heldTitle: { level: 'deputySenior', obtainedYear: 2018 } };
const authority: readonly Question[] = [
  ...industries.map(
    (specialty, index): Question => ({
      ...{ id: `P201.${index}`, clause: 'LN-2.1.1-a', sentence: whole, barred: false },
      tells: { specialty, ...full, employerClass: 'private' },
    }),
  ),
  ...industries.map(
    (specialty, index): Question => ({
      ...{ id: `P211.${index}`, clause: 'LN-2.1.2-b', sentence: byCity, barred: true },
      tells: { specialty, employerClass: index % 2 ? 'cityOrBelow' : 'private' },
      says: { routing: { office: null, referTo: { zh: '所在市' } } },
    }),
  ),
  ...['provincialStateOwned', 'provincialInstitution', 'provincialSocialOrganisation'].map(
    (employerClass, index): Question => ({
      ...{ id: `P221.${index}`, clause: 'LN-2.1.2-a', sentence: provincial, barred: false },
      tells: { specialty: 'electronics', employerClass },
    }),
  ),
  ...['robotics', 'industrialDesign', 'managementScience', 'securityEngineering', 'unmannedAircraft'].map(
    (specialty, index): Question => ({
      ...{ id: `P231.${index}`, clause: 'LN-2.1.3-a', sentence: emerging, barred: false },
      tells: {
        ...{ specialty, level: 'mid', employerClass: 'private' },
        heldTitle: { level: 'assistant', obtainedYear: 2018 },
      },
    }),
  ),
  {
    ...{ id: 'P236', clause: 'LN-2.1.3-a', sentence: emerging, barred: false },
    tells: { specialty: 'dataScience', employerClass: 'private' },
  },
  {
    ...{ id: 'P237', clause: 'LN-2.2.2-b', sentence: byCity, barred: true },
    tells: { ...economist, employerClass: 'private' },
    says: { routing: { referTo: { zh: '所在市' } } },
  },
  {
    ...{ id: 'P238', clause: 'LN-2.2.2-a', barred: false },
    sentence: '负责省属企业、事业单位及社会组织：经济系列以上9个专业副高级专业技术资格评审',
    tells: economist,
  },
  {
    ...{ id: 'P239', clause: 'LN-2.2.1-a', barred: false },
    sentence: '9个专业的正高级专业技术资格评审',
    tells: { ...economist, ...full, employerClass: 'private' },
  },
];

describe('who reviews in Liaoning', () => {
  it.each(authority)('$id $clause: $sentence', (question) => ask('liaoning-diit-2024', engineer, question));
});

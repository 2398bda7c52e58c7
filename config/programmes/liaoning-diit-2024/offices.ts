import type { Office } from '../../../domain/programme/offices.ts';

/** The committee office, the sealing authorities and the association that act in this review. */
export const offices: readonly Office[] = [
  {
    id: 'ln-diit-office',
    name: {
      zh: '辽宁省工业和信息化厅评委会办公室',
      en: 'Committee office of the Liaoning Department of Industry and Information Technology',
    },
    address: {
      zh: '沈阳市皇姑区泰山路64号219房间（高德地图导航：辽宁省经济和信息化委员会离退休干部局，地铁2号线北陵公园站B口，西行800米，不在省政府院内）',
      en: 'Room 219, 64 Taishan Road, Huanggu District, Shenyang (metro line 2, Beiling Park exit B, 800 m west; not inside the provincial government compound)',
    },
    clauses: ['LN-5.7-c'],
  },
  {
    id: 'ln-education',
    name: { zh: '省教育厅', en: 'Liaoning Department of Education' },
    clauses: ['LN-5.6-c'],
  },
  {
    id: 'ln-sasac',
    name: {
      zh: '省国资委',
      en: 'Liaoning State-owned Assets Supervision and Administration Commission',
    },
    clauses: ['LN-5.6-c'],
  },
  {
    id: 'ln-health',
    name: { zh: '省卫健委', en: 'Liaoning Health Commission' },
    clauses: ['LN-5.6-c'],
  },
  {
    id: 'ln-provincial-authority',
    name: { zh: '相应省直主管部门', en: 'The provincial authority in charge of the unit' },
    clauses: ['LN-5.6-b'],
  },
  {
    id: 'ln-hrss-city',
    name: {
      zh: '市（县、区）人力资源和社会保障部门',
      en: 'City, county or district department of human resources and social security',
    },
    clauses: ['LN-5.6-b'],
  },
  {
    id: 'ln-security-association',
    name: {
      zh: '辽宁省公共安全防范行业协会',
      en: 'Liaoning Public Security Technology Industry Association',
    },
    clauses: ['LN-5.6-e'],
  },
  {
    id: 'ln-hrss-service-division',
    name: {
      zh: '辽宁省人力资源和社会保障厅专业技术人员服务处',
      en: 'Professional and Technical Personnel Service Division, Liaoning Human Resources and Social Security Department',
    },
    clauses: ['LN-8.1-b'],
  },
];

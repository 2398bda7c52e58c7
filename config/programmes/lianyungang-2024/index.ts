import type { Programme } from '../../../domain/programme/programme.ts';
import { nationalDraw, nationalSession } from '../../national-session.ts';
import { authorities, fixedOffices, sealing } from './authorities.ts';
import { eligibility } from './eligibility/index.ts';
import { integrity } from './integrity.ts';
import { materials } from './materials/index.ts';
import { committees, offices, territories, titleOffice } from './offices.ts';
import { papers } from './papers.ts';
import { process } from './process.ts';
import { provisions } from './provisions.ts';
import { reference } from './reference.ts';
import { series } from './series.ts';
import { committeeYear } from './stages/committee-year.ts';
import { timeline } from './timeline.ts';

/** The 2024 title reviews of Lianyungang, by the notice of its title office of 2024-05-08. */
export const lianyungang2024: Programme = {
  id: 'lianyungang-2024',
  version: 1,
  year: 2024,
  name: { zh: '2024年度连云港市职称评审', en: 'Lianyungang 2024 review of professional titles' },
  authority: {
    zh: '连云港市专业技术人员职称（职业资格）工作领导小组办公室',
    en: 'Lianyungang office of the leading group for professional titles',
  },
  source: 'lianyungang-2024',
  office: titleOffice,
  offices,
  fixedOffices,
  committees,
  territories,
  series,
  roleNames: {
    unitHr: { zh: '申报人所在单位', en: 'The unit of the applicant' },
    preliminaryAuthority: {
      zh: '县区人社部门、行业主管部门或人事代理部门',
      en: 'The bureau of the county or district, the industry authority or the personnel agency',
    },
    talentCentre: { zh: '市人才服务中心', en: 'The talent service centre of the city' },
  },
  tracks: ['standard', 'exceptional', 'initialDesignation', 'urgentTalent', 'sameLevelTransfer'],
  scope: ['LYG-7-a'],
  eligibility,
  authorities,
  sealing,
  placeRule: {
    zh: '申报人应根据属地管理和个人自愿原则，按规定程序逐级报送，由县区人社部门、行业主管部门及人事代理部门初审。',
    en: 'Applications go up level by level from the place of the employer, whose authority reviews them first.',
  },
  timeline,
  provisions,
  reference,
  papers,
  materials,
  integrity,
  ...process,
  committeeYear,
  session: {
    ...nationalSession,
    certificate: { prefix: 'LYG', digits: 4 },
    voided: { ...nationalSession.voided, clauses: ['LYG-5.3-b'] },
    off: [],
    approves: 'cityTitleOffice',
    confirms: 'cityTitleOffice',
    supervises: ['cityTitleOffice'],
    draw: { ...nationalDraw(['cityTitleOffice', 'auditor']), clauses: ['LYG-5.2-a'] },
  },
};

import type { Provision } from '../../../domain/programme/provision.ts';

const cloud = '江苏人才服务云平台';

/** Provisions of the notice: its legal basis, separate tracks, supervision and measures (LYG-0 to LYG-7). */
export const provisions: readonly Provision[] = [
  { clause: 'LYG-0-a', topic: 'basis', documents: ['连职称办〔2024〕4号', '苏人社发〔2024〕21号'] },
  { clause: 'LYG-2.1-a', topic: 'standards' },
  { clause: 'LYG-2.4-a', topic: 'standards', documents: ['苏人社发〔2019〕183号'] },
  { clause: 'LYG-2.4-b', topic: 'otherWays', documents: ['连职称办〔2021〕58号'] },
  { clause: 'LYG-2.4-c', topic: 'otherWays', documents: ['苏人社发〔2021〕132号'] },
  { clause: 'LYG-2.5-a', topic: 'otherWays', documents: ['苏人社发〔2020〕152号'] },
  { clause: 'LYG-2.6-a', topic: 'otherWays' },
  { clause: 'LYG-2.6-c', topic: 'otherWays', levels: ['mid'], documents: ['连职称办〔2020〕1号'] },
  { clause: 'LYG-2.8.2-a', topic: 'otherWays' },
  { clause: 'LYG-2.11-b', topic: 'standards' },
  { clause: 'LYG-2.11-g', topic: 'otherWays', until: '2024-12-31', readings: ['A-38'] },
  { clause: 'LYG-2.9-c', topic: 'learning' },
  { clause: 'LYG-3.1-c', topic: 'channels' },
  { clause: 'LYG-3.2-a', topic: 'channels', levels: ['technician', 'assistant', 'mid'] },
  { clause: 'LYG-3.2-b', topic: 'channels', levels: ['technician', 'assistant'] },
  { clause: 'LYG-4.1-a', topic: 'channels', places: [cloud, '职称评审（初定）申报系统'] },
  { clause: 'LYG-4.1-c', topic: 'filling' },
  {
    clause: 'LYG-5.5-a',
    topic: 'channels',
    lists: [
      { zh: '申报', en: 'filing' },
      { zh: '审核', en: 'review of material' },
      { zh: '结果公布', en: 'announcement of results' },
      { zh: '证书下载核验', en: 'download and verification of certificates' },
    ],
  },
  {
    clause: 'LYG-5.5-b',
    topic: 'announcements',
    lists: [
      { zh: '职称政策', en: 'policies' },
      { zh: '职称评价标准', en: 'standards' },
      { zh: '职称通知公告', en: 'notices' },
    ],
  },
  { clause: 'LYG-5.5-e', topic: 'contacts' },
  {
    clause: 'LYG-5.1-a',
    topic: 'review',
    documents: ['人社厅发〔2022〕60号', '苏人社发〔2022〕156号'],
    lists: [
      { zh: '唯论文', en: 'papers' },
      { zh: '唯学历', en: 'education' },
      { zh: '唯资历', en: 'seniority' },
      { zh: '唯奖项', en: 'awards' },
    ],
  },
  { clause: 'LYG-5.1-c', topic: 'review' },
  { clause: 'LYG-5.2-d', topic: 'responsibility', places: ['市职称办'] },
  { clause: 'LYG-4.4-c', topic: 'responsibility', places: ['市职称办'] },
  {
    clause: 'LYG-5.3-b',
    topic: 'responsibility',
    lists: [
      { zh: '限期纠正', en: 'ordered to correct by a date' },
      { zh: '停止评审', en: 'review stopped' },
      { zh: '宣布评审结果无效', en: 'results declared void' },
      { zh: '取消评审权', en: 'right to review removed' },
    ],
  },
  {
    clause: 'LYG-5.3-c',
    topic: 'responsibility',
    lists: [
      { zh: '通报批评', en: 'criticism circulated' },
      { zh: '提请纪检监察部门严肃追究责任', en: 'discipline inspection asked to hold them responsible' },
    ],
  },
  { clause: 'LYG-5.4-e', topic: 'responsibility' },
  { clause: 'LYG-6-a', topic: 'fallback' },
];

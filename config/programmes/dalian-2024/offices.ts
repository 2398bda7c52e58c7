import type { CommitteeDef, Office, Territory } from '../../../domain/programme/offices.ts';
import { printed, type ReferenceRow } from '../../../domain/programme/reference-tables.ts';
import { type Text, text } from '../../../domain/text.ts';
import { series } from './series.ts';

type Place = {
  readonly id: string;
  readonly place: Text;
  readonly name: Text;
  readonly address: Text;
  readonly tel: string;
};

/** The 12 district, county and zone authorities, exactly as the annexed table prints them (DL-3-a). */
const places: readonly Place[] = [
  {
    id: 'dl-zhongshan',
    place: text('中山区', 'Zhongshan District'),
    name: text('中山区人力资源和社会保障事务服务中心', 'Zhongshan District HRSS service centre'),
    address: text('中山区杏林街62号421室', 'Room 421, 62 Xinglin Street, Zhongshan District'),
    tel: '82745253',
  },
  {
    id: 'dl-xigang',
    place: text('西岗区', 'Xigang District'),
    name: text('西岗区人力资源和社会保障事务服务中心', 'Xigang District HRSS service centre'),
    address: text(
      '西岗区长江路588号（白云物业404室）',
      '588 Changjiang Road, Xigang District (Baiyun property, room 404)',
    ),
    tel: '83625421',
  },
  {
    id: 'dl-shahekou',
    place: text('沙河口区', 'Shahekou District'),
    name: text('沙河口区人力资源和社会保障事务服务中心', 'Shahekou District HRSS service centre'),
    address: text('沙河口区成仁街9号银都大厦420室', 'Room 420, Yindu Building, 9 Chengren Street, Shahekou District'),
    tel: '84600470',
  },
  {
    id: 'dl-ganjingzi',
    place: text('甘井子区', 'Ganjingzi District'),
    name: text('甘井子区人力资源和社会保障事务服务中心', 'Ganjingzi District HRSS service centre'),
    address: text('甘井子区山东路5号', '5 Shandong Road, Ganjingzi District'),
    tel: '84215866',
  },
  {
    id: 'dl-gaoxin',
    place: text('高新区', 'High-tech Zone'),
    name: text('高新区人才服务中心', 'High-tech Zone talent service centre'),
    address: text(
      '高新区海外学子创业园B座南侧负一层（流动人员人事档案馆）',
      'Basement, south side of building B, Overseas Students Pioneer Park, High-tech Zone (archive of personnel files)',
    ),
    tel: '39750679',
  },
  {
    id: 'dl-lushunkou',
    place: text('旅顺口区', 'Lüshunkou District'),
    name: text('旅顺口区就业和人才服务中心', 'Lüshunkou District employment and talent service centre'),
    address: text(
      '旅顺口区新城大街9号行政服务大厅一楼28号窗口',
      'Window 28, ground floor, administrative service hall, 9 Xincheng Avenue, Lüshunkou District',
    ),
    tel: '81616339',
  },
  {
    id: 'dl-jinpu',
    place: text('金普新区', 'Jinpu New Area'),
    name: text('金普新区就业和人才服务中心', 'Jinpu New Area employment and talent service centre'),
    address: text(
      '大连开发区金马路203号金普新区人才会客厅',
      'Jinpu New Area talent reception hall, 203 Jinma Road, Dalian Development Zone',
    ),
    tel: '87658502',
  },
  {
    id: 'dl-wafangdian',
    place: text('瓦房店市', 'Wafangdian'),
    name: text('瓦房店市人力资源和社会保障局', 'Wafangdian HRSS bureau'),
    address: text(
      '瓦房店市世纪广场1号政府办公楼229室',
      'Room 229, government office building, 1 Shiji Square, Wafangdian',
    ),
    tel: '85615983',
  },
  {
    id: 'dl-pulandian',
    place: text('普兰店区', 'Pulandian District'),
    name: text('普兰店区就业和人才服务中心', 'Pulandian District employment and talent service centre'),
    address: text(
      '普兰店区市民服务中心二楼A区5号窗口',
      'Window 5, area A, first floor, citizen service centre, Pulandian District',
    ),
    tel: '83181566',
  },
  {
    id: 'dl-zhuanghe',
    place: text('庄河市', 'Zhuanghe'),
    name: text('庄河市就业和人才服务中心', 'Zhuanghe employment and talent service centre'),
    address: text('庄河市世纪大街一段18号409室', 'Room 409, 18 Shiji Avenue section 1, Zhuanghe'),
    tel: '89725628',
  },
  {
    id: 'dl-changhai',
    place: text('长海县', 'Changhai County'),
    name: text('长海县就业和人才服务中心', 'Changhai County employment and talent service centre'),
    address: text(
      '长海县大长山岛镇长海东路55号惠民大厦3楼',
      '2nd floor, Huimin Building, 55 Changhai East Road, Dachangshandao, Changhai County',
    ),
    tel: '39377008',
  },
  {
    id: 'dl-changxing',
    place: text('长兴岛经济技术开发区', 'Changxing Island Economic and Technological Development Zone'),
    name: text('长兴岛经济技术开发区社会事业管理局', 'Changxing Island Zone social affairs bureau'),
    address: text(
      '长兴岛经济技术开发区长兴路598号政务服务大厅二楼47号窗口',
      'Window 47, first floor, government service hall, 598 Changxing Road, Changxing Island Zone',
    ),
    tel: '85283609',
  },
];

/** The places where an employer may be registered; each has the authority of the same id (DL-1.2-c). */
export const territories: readonly Territory[] = places.map(({ id, place }) => ({ key: id, name: place }));

/** The annexed table, cell by cell; it has no row for units of the city (DL-3-a, DL-3-b). */
export const officeRows: readonly ReferenceRow[] = places.map(({ id, name, address, tel }, i) => ({
  no: i + 1,
  office: id,
  cells: { name: printed(name.zh), address: printed(address.zh), telephone: printed(tel) },
  clauses: ['DL-3-a'],
}));

const organiser = (key: string) => `dl-organiser-${key}`;

/** The guide names the organiser of economics deputy-senior, but not those of the other series (DL-1.1.2-e, DL-2.2.4-a). */
export const committees: readonly CommitteeDef[] = [
  {
    id: 'economics-deputySenior',
    office: 'dl-industry-bureau',
    name: text('经济系列副高级评委会', 'Committee for economics, deputy-senior'),
    clauses: ['DL-1.1.2-e'],
  },
  ...series.map(({ key, name }) => ({
    id: key,
    office: organiser(key),
    name: text(`${name.zh}评委会`, `Committee for ${name.en.toLowerCase()}`),
    clauses: ['DL-2.2.4-a'],
  })),
];

/** All offices in Dalian: the 12 of the table, those of the city that the text names, and the unnamed organisers. */
export const offices: readonly Office[] = [
  ...places.map(({ id, name, address, tel }) => ({ id, name, address, telephone: tel, clauses: ['DL-3-a'] })),
  {
    id: 'dl-municipal-authority',
    name: text(
      '市直单位主管部门（一般为市政府各委办局）',
      'The municipal commission or bureau that supervises the unit',
    ),
    clauses: ['DL-1.2-d', 'DL-3-b'],
  },
  {
    id: 'dl-industry-bureau',
    name: text('大连市工业和信息化局', 'Dalian Bureau of Industry and Information Technology'),
    clauses: ['DL-1.1.2-e'],
  },
  {
    id: 'dl-talent-centre',
    name: text('大连市就业和人才服务中心', 'Dalian employment and talent service centre'),
    clauses: ['DL-2.2.4-c'],
  },
  {
    id: 'dl-industry-authority',
    name: text('行业主管部门', 'The authority of the industry'),
    clauses: ['DL-2.2.4-c'],
  },
  {
    id: 'dl-hrss',
    name: text('大连市人力资源和社会保障局', 'Dalian Bureau of Human Resources and Social Security'),
    clauses: ['DL-1.7-a'],
  },
  ...series.map(({ key, name }) => ({
    id: organiser(key),
    name: text(`${name.zh}评委会组建单位`, `Organiser of the committee for ${name.en.toLowerCase()}`),
    clauses: ['DL-2.2.4-a'],
  })),
];

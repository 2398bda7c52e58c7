import type { CommitteeDef, Office, Territory } from '../../../domain/programme/offices.ts';
import { type Text, text } from '../../../domain/text.ts';
import { type PlanRow, planRows } from './plan-rows.ts';

/** The offices whose names the plan prints, by the row that prints each: 16 of the city, 10 of counties and districts (LYG-7-a). */
const ids: Readonly<Record<number, readonly [id: string, en: string]>> = {
  1: ['lyg-statistics', 'Municipal Bureau of Statistics'],
  2: ['lyg-sports', 'Municipal Bureau of Sports'],
  4: ['lyg-finance', 'Municipal Bureau of Finance'],
  5: ['lyg-audit', 'Municipal Audit Bureau'],
  7: ['lyg-justice', 'Municipal Bureau of Justice'],
  19: ['lyg-science', 'Municipal Bureau of Science and Technology'],
  20: ['lyg-literary-federation', 'Municipal Federation of Literary and Art Circles'],
  42: ['lyg-market', 'Market Supervision Bureau'],
  49: ['lyg-industry', 'Municipal Bureau of Industry and Information Technology'],
  54: ['lyg-ecology', 'Municipal Bureau of Ecology and Environment'],
  55: ['lyg-natural-resources', 'Municipal Bureau of Natural Resources and Planning'],
  57: ['lyg-science-association', 'Municipal Association for Science and Technology'],
  58: ['lyg-cyberspace', 'Municipal Cyberspace Office'],
  59: ['lyg-railway', 'Municipal Railway Office'],
  60: ['lyg-postal', 'Municipal Postal Administration'],
  61: ['lyg-civil-affairs', 'Municipal Bureau of Civil Affairs'],
  62: ['lyg-donghai', 'Donghai County HRSS bureau'],
  63: ['lyg-guanyun', 'Guanyun County HRSS bureau'],
  64: ['lyg-guannan', 'Guannan County HRSS bureau'],
  65: ['lyg-ganyu', 'Ganyu District HRSS bureau'],
  66: ['lyg-haizhou', 'Haizhou District HRSS bureau'],
  67: ['lyg-lianyun', 'Lianyun District HRSS bureau'],
  68: ['lyg-development-zone', 'Development Zone HRSS bureau'],
  69: ['lyg-xuwei', 'Xuwei New Area HRSS bureau'],
  70: ['lyg-scenic-area', 'Scenic Area HRSS bureau'],
  71: ['lyg-talent-centre', 'Municipal talent service centre'],
};

/** 市职称办: it assigns the committee where the plan names none, and reviews what goes to the province (LYG-4.4-e). */
export const titleOffice = 'lyg-title-office';
const titleOfficeName: Text = text('连云港市职称办', 'Lianyungang title office');

const officeOfRow = ({ no }: PlanRow): string => ids[no]?.[0] ?? titleOffice;

/** The office of a row as printed; a printed space within a name is a line break. */
function printedOffice(row: PlanRow): Office[] {
  const found = ids[row.no];
  const { office, address, telephone } = row.cells;
  if (!found || office.value === null) return [];
  const [id, en] = found;
  return [
    {
      id,
      name: text(office.value.replaceAll(' ', ''), en),
      ...(address.value === null ? {} : { address: text(address.value, address.value) }),
      ...(telephone.value === null ? {} : { telephone: telephone.value }),
      clauses: row.clauses,
    },
  ];
}

/** All offices of the plan, the title office, and the industry authorities, which the notice does not name. */
export const offices: readonly Office[] = [
  ...planRows.flatMap(printedOffice),
  { id: titleOffice, name: titleOfficeName, clauses: ['LYG-0-a'] },
  {
    id: 'lyg-industry-authority',
    name: text('行业主管部门', 'The authority of the industry that supervises the unit'),
    clauses: ['LYG-4.3-a'],
  },
];

/** What the plan prints of an office whose name the text lost: its telephone and address, where they are there. */
function shownAs({ cells: { office, address, telephone } }: PlanRow): Pick<CommitteeDef, 'shownAs'> {
  if (office.value !== null) return {};
  return {
    shownAs: {
      name: text('评委会办事机构（现有文本未载名称）', 'The committee office (the text at hand lost its name)'),
      ...(address.value === null ? {} : { address: text(address.value, address.value) }),
      ...(telephone.value === null ? {} : { telephone: telephone.value }),
    },
  };
}

/** A committee for each row except those of self-review; where the row's office is lost, the title office is in charge. */
export const committees: readonly CommitteeDef[] = planRows
  .filter(({ no }) => no < 72)
  .map((row) => ({
    id: `row-${row.no}`,
    office: officeOfRow(row),
    name: text(`计划表第${row.no}行：${row.cells.specialty.value}`, `Row ${row.no} of the plan`),
    ...shownAs(row),
    planRow: row.no,
    clauses: row.clauses,
  }));

const place = (key: string, zh: string, en: string): Territory => ({ key, name: text(zh, en) });

/** The four counties that decide some titles themselves (LYG-7-e), by row of the plan. */
export const counties: readonly (readonly [row: number, place: Territory])[] = [
  [62, place('lyg-donghai', '东海县', 'Donghai County')],
  [63, place('lyg-guanyun', '灌云县', 'Guanyun County')],
  [64, place('lyg-guannan', '灌南县', 'Guannan County')],
  [65, place('lyg-ganyu', '赣榆区', 'Ganyu District')],
];

/** The five districts and zones that only do initial designation (LYG-7-f), by row of the plan. */
export const districts: readonly (readonly [row: number, place: Territory])[] = [
  [66, place('lyg-haizhou', '海州区', 'Haizhou District')],
  [67, place('lyg-lianyun', '连云区', 'Lianyun District')],
  [68, place('lyg-development-zone', '开发区', 'Development Zone')],
  [69, place('lyg-xuwei', '徐圩新区', 'Xuwei New Area')],
  [70, place('lyg-scenic-area', '景区', 'Scenic Area')],
];

/** The places where an employer may be registered; each has the HRSS bureau of the same id (LYG-4.0-a). */
export const territories: readonly Territory[] = [...counties, ...districts].map(([, territory]) => territory);

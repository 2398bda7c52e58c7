import * as dalianAuthorities from '../../config/programmes/dalian-2024/authorities.ts';
import * as dalianOffices from '../../config/programmes/dalian-2024/offices.ts';
import { series as dalianSeries } from '../../config/programmes/dalian-2024/series.ts';
import { timeline as dalianTimeline } from '../../config/programmes/dalian-2024/timeline.ts';
import type { Programme } from '../../domain/programme.ts';

const both = (word: string) => ({ zh: word, en: word });

/** What routing does not look at. */
const rest = {
  version: 1,
  year: 2024,
  name: both('x'),
  authority: both('x'),
  tracks: ['standard', 'initialDesignation', 'urgentTalent', 'sameLevelTransfer'],
  eligibility: [],
  stages: [],
  outcomes: {},
  remedyDays: 30,
  withdrawUntil: 'X',
  cancel: { role: 'committeeOffice', outcome: 'X', clauses: [] },
  lateAcceptances: [],
  claims: [],
} as const;

/** The routing data of Dalian, without stages. */
export const dalian: Programme = {
  ...rest,
  id: 'dalian-2024',
  source: 'dalian-2024',
  office: 'dl-hrss',
  offices: dalianOffices.offices,
  committees: dalianOffices.committees,
  territories: dalianOffices.territories,
  fixedOffices: dalianAuthorities.fixedOffices,
  authorities: dalianAuthorities.authorities,
  sealing: dalianAuthorities.sealing,
  series: dalianSeries,
  scope: ['DL-1.2-a'],
  timeline: dalianTimeline,
};

import { createHash } from 'node:crypto';
import { recordPaper } from '../../../db/sessions/papers/papers.ts';
import { text } from '../../../domain/text.ts';
import { HttpError } from '../../http/errors.ts';
import type { Services } from '../../http/route.ts';
import { writeTable, xlsxType } from '../../sheets/xlsx.ts';
import type { Block } from '../blocks.ts';
import { docxType, toDocx } from '../docx.ts';
import { lastCorrection } from './corrections.ts';
import { dataFiling } from './data-filing.ts';
import { defenceSchedule, expertList, roster } from './lists.ts';
import { type PaperOf, PaperSource } from './load.ts';
import { minutes } from './minutes.ts';
import { openingReport } from './opening-report.ts';
import { type PaperKind, paperRules } from './paper-kinds.ts';
import { resultList } from './result-list.ts';
import { scoreSheets } from './score-sheets.ts';

type Made = { readonly data: Buffer; readonly type: string; readonly filename: string; readonly hash: string };

/** Makes a paper of a session and writes its hash down; throws a 409 with the clauses where what it says has not happened yet. */
export async function makePaper(services: Pick<Services, 'db' | 'vault'>, of: PaperOf, kind: PaperKind): Promise<Made> {
  const { no, state } = of.session;
  const { title, exists, after } = paperRules[kind];
  if (!exists(state)) {
    const message = text(`${title.zh}在${after.zh}才有。`, `${title.en}: there is none before ${after.en}.`);
    throw new HttpError(409, 'NOT_PRINTED_YET', message, { clauses: state.plan?.stage.clauses ?? [] });
  }
  const source = new PaperSource(services, of);
  const [data, type, ending] =
    kind === 'dataFiling'
      ? [await filedData(source), xlsxType, 'xlsx']
      : [await toDocx(title.zh, await builders[kind](source)), docxType, 'docx'];
  const hash = createHash('sha256').update(data).digest('hex');
  await recordPaper(services.db, { session: no, kind, hash, correction: lastCorrection(state, kind) });
  return { data, type, hash, filename: `${title.zh}.${ending}` };
}

/** The SHA-256 of the minutes as they stand, in hex: what whoever presided signs. */
export const minutesHash = async (services: Pick<Services, 'db' | 'vault'>, of: PaperOf): Promise<string> =>
  (await makePaper(services, of, 'minutes')).hash;

const builders: Readonly<Record<Exclude<PaperKind, 'dataFiling'>, (source: PaperSource) => Promise<Block[]>>> = {
  openingReport: async (source) => openingReport(source.session, await source.roster()),
  roster: async (source) => roster(source.session, await source.roster()),
  expertList: async (source) => expertList(source.session, await source.experts()),
  defenceSchedule: async (source) => defenceSchedule(source.session, await source.roster()),
  scoreSheets: async (source) =>
    scoreSheets(source.session, {
      roster: await source.roster(),
      experts: await source.experts(),
      sheets: await source.sheets(),
    }),
  minutes: async (source) => {
    const lines = await source.roster();
    return minutes(source.session, {
      roster: lines,
      experts: await source.experts(),
      recusals: await source.recusals(),
      opinions: await source.opinions(),
      results: await source.results(lines),
    });
  },
  resultList: async (source) => {
    const lines = await source.roster();
    return resultList(source.session, { roster: lines, results: await source.results(lines) });
  },
};

async function filedData(source: PaperSource): Promise<Buffer> {
  const lines = await source.roster();
  const [results, people] = [await source.results(lines), await source.people()];
  return writeTable(dataFiling(source.session, { roster: lines, results, people }));
}

import { openForm } from '../../../commands/preparing/form-content.ts';
import { opinionPlace } from '../../../db/sessions/meeting/sheets.ts';
import {
  expertRows,
  type FiledRow,
  filedRows,
  opinionRows,
  recusalRows,
  resultRows,
  rosterRows,
  sheetRows,
} from '../../../db/sessions/papers/paper-rows.ts';
import { type SessionRow, sessionId } from '../../../db/sessions/sessions.ts';
import type { Vault } from '../../../db/vault.ts';
import { cardOfDocument, documentOf } from '../../../domain/access/identity-document.ts';
import { printedNamesOf } from '../../../domain/programme/printed-names.ts';
import type { Programme } from '../../../domain/programme/programme.ts';
import { averagesOf } from '../../../domain/session/meeting/scores.ts';
import { committeesOf } from '../../../domain/session/offices.ts';
import type { Services } from '../../http/route.ts';
import type { FiledPerson } from './data-filing.ts';
import type { ExpertLine, OpinionLine, PaperSession, ResultLine, RosterLine, SheetLine } from './session-paper.ts';

/** A session and its programme, of which papers are made. */
export type PaperOf = {
  readonly session: Pick<SessionRow, 'no' | 'committee' | 'state'>;
  readonly programme: Programme;
};

/** What the papers of one session are made from; each part is read when a paper asks for it. */
export class PaperSource {
  readonly #services: Pick<Services, 'db' | 'vault'>;
  readonly #of: PaperOf;

  constructor(services: Pick<Services, 'db' | 'vault'>, of: PaperOf) {
    this.#services = services;
    this.#of = of;
  }

  get session(): PaperSession {
    const { session, programme } = this.#of;
    const { no, committee, state } = session;
    const name = committeesOf(programme).find(({ id }) => id === committee)?.name.zh ?? committee;
    return { id: sessionId(no), programme: programme.name.zh, year: programme.year, committee: name, state };
  }

  async roster(): Promise<readonly RosterLine[]> {
    const rows = await rosterRows(this.#services.db, this.#of.session.no);
    return rows.map(({ name, defenceAt, room, ...row }) => ({
      ...row,
      ...printedNamesOf(this.#of.programme, row),
      name: this.#services.vault.openText(name, 'person.name'),
      defence: defenceAt === null ? null : { at: defenceAt, room },
    }));
  }

  async experts(): Promise<readonly ExpertLine[]> {
    const rows = await expertRows(this.#services.db, this.#of.session.no);
    return rows.map((row) => ({ ...row, name: this.#services.vault.openText(row.name, `expert.name/${row.id}`) }));
  }

  recusals() {
    return recusalRows(this.#services.db, this.#of.session.no);
  }

  sheets(): Promise<readonly SheetLine[]> {
    return sheetRows(this.#services.db, this.#of.session.no);
  }

  async opinions(): Promise<readonly OpinionLine[]> {
    const { db, vault } = this.#services;
    const { no } = this.#of.session;
    const rows = await opinionRows(db, no);
    return rows.map(({ application, expert, text }) => ({
      application,
      expert,
      text: vault.openText(text, opinionPlace({ session: no, application, expert })),
    }));
  }

  /** The results with the scores as the sheets now stand, so that a corrected sheet is in every sum. */
  async results(roster: readonly RosterLine[]): Promise<readonly ResultLine[]> {
    const sheets = Map.groupBy(await this.sheets(), ({ application }) => application);
    const hearings = new Map(roster.map(({ no, hearing }) => [no, hearing]));
    const rows = await resultRows(this.#services.db, this.#of.session.no);
    return rows.map((row) => ({
      ...row,
      ...averagesOf(sheets.get(row.application) ?? [], hearings.get(row.application) ?? null),
    }));
  }

  async people(): Promise<ReadonlyMap<string, FiledPerson>> {
    const rows = await filedRows(this.#services.db, this.#of.session.no);
    return new Map(rows.map((row) => [row.no, filedPerson(this.#services.vault, this.#of.programme, row)]));
  }
}

/** The person as the register has it. A document that does not tell the sex leaves it to the form. */
function filedPerson(vault: Vault, programme: Programme, row: FiledRow): FiledPerson {
  const document = row.identity && documentOf(vault.openText(row.identity, 'person.identity'));
  const told = document && cardOfDocument(document)?.gender;
  const written = () => row.form && openForm(vault, row.no, row.form).summary?.gender;
  return {
    identity: document?.number ?? null,
    gender: told ?? written() ?? null,
    territory: programme.territories?.find(({ key }) => key === row.territory)?.name.zh ?? row.territory ?? '',
    supervisor: programme.offices.find(({ id }) => id === row.supervisor)?.name.zh ?? row.supervisor ?? '',
  };
}

import type { Db } from '../../../db/connection.ts';
import { statementsDuring } from '../../support/statements/statement-count.ts';
import type { Answer, ApiClient } from '../service.ts';

/** How many statements an accepted action on an application may send to PostgreSQL. */
const maxForAction = 4;

/** In a clock world the clock of a workflow is moved along with its world, and that is written down; in real time it never is. */
const isClockMove = (statement: string) => /^update "?applications"? set "?clock_offset_ms/.test(statement);

/** Counts the statements of each request in turn; those over the budget are listed with what was sent. */
export class Ledger {
  readonly counts: (readonly [what: string, statements: number])[] = [];
  readonly over: Record<string, readonly string[]> = {};
  private readonly db: Db;

  constructor(db: Db) {
    this.db = db;
  }

  /** Does an action as somebody; the view is read before, so that it does not count. */
  async does(
    client: ApiClient,
    no: string,
    [action, body = {}]: readonly [string, object?],
    budget: number = maxForAction,
  ): Promise<void> {
    const open = (await client.view(no)).availableActions.find(({ name }) => name === action);
    const checks = open?.checks ? { checked: open.checks.map(({ key }) => key) } : {};
    const dossier = open?.dossier ? { delivered: await client.wholeDossier(no) } : {};
    await this.sends(action, budget, () => client.act(no, action, { ...checks, ...dossier, ...body }));
  }

  /** Sends any request and expects that it is answered with what it asked for. */
  async sends(what: string, budget: number, request: () => Promise<Answer>): Promise<Answer> {
    const answers: Answer[] = [];
    const all = await statementsDuring(this.db, async () => void answers.push(await request()));
    const [answer] = answers;
    if (!answer || answer.status >= 300) throw new Error(`${what}: ${answer?.status} ${JSON.stringify(answer?.body)}`);
    const sent = all.filter((statement) => !isClockMove(statement));
    this.counts.push([what, sent.length]);
    if (sent.length > budget) this.over[`${this.counts.length} ${what}: ${sent.length} > ${budget}`] = sent;
    return answer;
  }
}

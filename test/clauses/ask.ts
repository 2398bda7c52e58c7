import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { z } from 'zod';
import { eligibilityView } from '../../api/eligibility/eligibility-schemas.ts';
import { ROOT } from '../../ops/start/own-programs.ts';
import { TestService } from '../api/service.ts';

type View = z.infer<typeof eligibilityView>;
type Outcome = View['findings'][number]['outcome'];
type Authority = keyof typeof authorities;

/** A question of somebody who thinks of applying, and the answer that the printed sentence gives. */
export type Question = {
  readonly id: string;
  readonly clause: string;
  /** As printed; it is looked up in the text of the notice. */
  readonly sentence: string;
  /** The answers that differ from those of the usual person of the table. */
  readonly tells?: object;
  /** Whether this person may not apply. */
  readonly barred?: boolean;
  /** What is found by the clause of the question, or by others. */
  readonly found?: Outcome;
  readonly alsoFound?: Readonly<Record<string, Outcome>>;
  /** What else the answer says. */
  readonly says?: Readonly<Record<string, unknown>>;
  /** The office that has the case at a stage, as printed. */
  readonly office?: { readonly stage: string; readonly name: string; readonly tel?: string; readonly address?: string };
  /** The material that is asked for, with its number of copies. */
  readonly material?: { readonly clause: string; readonly copies: number };
};

const authorities = {
  'dalian-2024': 'dalian-2024',
  'lianyungang-2024': 'lianyungang-2024',
  'liaoning-diit-2024': 'liaoning-gxt-2024',
};

const texts = new Map<string, string>();
/** The text of a notice without the breaks and spaces of its lines. */
function printedText(authority: Authority): string {
  const file = authorities[authority];
  const known = texts.get(file) ?? readFileSync(join(ROOT, 'config/seeds', `${file}.txt`), 'utf8').replace(/\s/gu, '');
  texts.set(file, known);
  return known;
}

let world: ReturnType<TestService['world']> | undefined;
/** One world for all questions: the day is part of each. */
async function asker() {
  world ??= TestService.shared().then((service) => service.world('2024-05-20T09:00'));
  return (await world).anyone;
}

/** The notice prints this sentence. */
export function isPrinted(authority: Authority, sentence: string): void {
  expect(printedText(authority)).toContain(sentence.replace(/\s/gu, ''));
}

/** Asks over HTTP, and compares the answer with what the sentence says. */
export async function ask(authority: Authority, person: object, question: Question): Promise<void> {
  isPrinted(authority, question.sentence);
  const client = await asker();
  const answer = await client.post(`/v1/programmes/${authority}/eligibility-checks`, { ...person, ...question.tells });
  expect([answer.status, answer.status === 200 ? '' : answer.body]).toEqual([200, '']);
  const view = answer.as(eligibilityView);
  const found = { ...(question.found ? { [question.clause]: question.found } : {}), ...question.alsoFound };
  for (const [clause, outcome] of Object.entries(found)) {
    const outcomes = view.findings.filter((each) => each.clause === clause).map((each) => each.outcome);
    expect({ [clause]: outcomes }).toEqual({ [clause]: expect.arrayContaining([outcome]) });
  }
  if (question.barred !== undefined) {
    const against = view.findings.filter(({ outcome }) => outcome === 'notMet').map(({ clause }) => clause);
    expect({ barred: view.eligible === 'no', by: question.barred ? [] : against }).toEqual({
      barred: question.barred,
      by: [],
    });
  }
  if (question.says) expect(view).toMatchObject(question.says);
  if (question.office) {
    const { stage, name, tel, address } = question.office;
    const office = view.routing?.channel.find((step) => step.stage === stage && step.office !== null)?.office;
    expect([office?.name.zh, office?.telephone ?? null, bare(office?.address?.zh)]).toEqual([
      name,
      tel ?? null,
      bare(address),
    ]);
  }
  if (question.material) expect(view.materials).toContainEqual(expect.objectContaining(question.material));
}

const bare = (printed: string | undefined): string | null => printed?.replace(/\s/gu, '') ?? null;

import type { MaterialFinding } from '../../case/check-results.ts';
import type { Programme } from '../../programme/programme.ts';
import type { Refusal } from '../../refusal.ts';
import { type Text, text } from '../../text.ts';
import type { Finding, FormFact } from '../finding.ts';
import { type Eligibility, eligibilityRefusal, mayApply } from '../may-apply.ts';
import type { FactFromForm, FormInput } from './facts-from-form.ts';
import { factsWithForm } from './form-facts.ts';

/** The conditions of applying, evaluated with the facts of the form in place of the stated ones. */
export type JudgedByForm = Eligibility & {
  /** The result of each condition that uses a fact of the form, located at its field; a contradiction with a stated fact is a warning. */
  readonly inForm: readonly MaterialFinding[];
};

/** Evaluates every condition of applying with the facts of the form, and with the stated facts where the form has none. */
export function mayApplyByForm(programme: Programme, filled: FormInput): JudgedByForm {
  const { facts, given } = factsWithForm(programme, filled);
  const judged = mayApply(programme, facts, filled.asOf);
  return { ...judged, inForm: given.flatMap((each) => findingsAt(each, judged.findings)) };
}

/**
 * The refusal to apply that no change of the form can remove, or null. Findings that the form can correct are reported with its other deficiencies
 * instead.
 */
export function refusalOutsideForm(judged: JudgedByForm): Refusal | null {
  const blocked = new Set(
    judged.inForm.filter(({ outcome }) => outcome === 'invalid').map(({ clause, key }) => `${clause} ${key}`),
  );
  const beside = judged.findings.filter(({ clause, fact }) => !blocked.has(`${clause} ${fact}`));
  return eligibilityRefusal({ ...judged, findings: beside }) ? eligibilityRefusal(judged) : null;
}

function findingsAt({ fact, item, otherwise }: FactFromForm, findings: readonly Finding[]): MaterialFinding[] {
  const looking = findings.filter((finding) => finding.fact === fact);
  const [first] = looking;
  if (!first) return [];
  return [
    ...looking.flatMap((finding) => {
      const outcome = outcomeOf(finding);
      const { clause, readings, message } = finding;
      return outcome ? [{ key: fact, clause, readings, item, outcome, message }] : [];
    }),
    ...(otherwise
      ? [
          {
            key: 'toldOtherwise',
            clause: first.clause,
            readings: [],
            item,
            outcome: 'warning' as const,
            message: contradictions(names[fact], otherwise),
          },
        ]
      : []),
  ];
}

function outcomeOf({ outcome, mustBeTold }: Finding): MaterialFinding['outcome'] | null {
  switch (outcome) {
    case 'met':
      return 'ok';
    case 'notMet':
      return 'invalid';
    case 'needsAttestation':
      return 'needsAttestation';
    case 'notToldYet':
      return mustBeTold ? 'invalid' : null;
  }
}

const names: Readonly<Record<FormFact, Text>> = {
  heldTitle: text('现专业技术资格取得时间', 'day of the present title'),
  education: text('学历', 'education'),
  examPassedOn: text('考试通过时间', 'day of passing the examination'),
  examSpecialty: text('考试专业', 'specialty examined'),
  continuingEducation: text('继续教育学时', 'hours of continuing education'),
  achievements: text('业绩成果对应的条件', 'conditions that the achievements fulfil'),
};

const contradictions = (name: Text, { stated, form }: NonNullable<FactFromForm['otherwise']>): Text =>
  text(
    `${name.zh}：建立草稿时所填为“${stated.zh}”，申报表所填为“${form.zh}”，两者不一致，按申报表审核，请核对。`,
    `The ${name.en}: the draft states “${stated.en}”, the form states “${form.en}”. They contradict each other; the form counts. Please check.`,
  );

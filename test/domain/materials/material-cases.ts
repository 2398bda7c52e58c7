import type { CheckInput } from '../../../domain/materials/checks/checked-input.ts';
import { type Attestation, completeness } from '../../../domain/materials/completeness.ts';
import type { Achievement, MaterialContent } from '../../../domain/materials/content.ts';
import type { MaterialRule } from '../../../domain/programme/materials/materials.ts';
import type { Timeline } from '../../../domain/programme/timeline.ts';

/** A project as all three notices want it. */
export const project: Achievement = {
  id: 'a1',
  title: '机器人焊接产线',
  category: 'project',
  role: 'lead',
  from: '2022-03',
  to: '2023-11',
  content: '主持设计并投产。',
  proofs: [{ kind: 'contract', sealedOn: '2022-03-10', roleShown: 'lead' }],
  conditions: ['1'],
  relation: 'same',
  representative: true,
};

/** A published paper as all three notices want it. */
export const publication: Achievement = {
  id: 'p1',
  title: '焊接机器人路径规划',
  category: 'paper',
  role: 'sole',
  from: '2023-01',
  to: '2023-05',
  content: '论文。',
  publishedOn: '2023-05-20',
  publishedIn: '机器人',
  searchPage: 'file-1',
  retrievals: ['pressAdministration', 'wanfang', 'cnki', 'vip'],
  conditions: ['2'],
  relation: 'same',
};

/** A form in which nothing is missing, of an applicant with these facts; the pledge is the programme's to give. */
export const wholeContent = ({ series, specialty, level }: CheckInput['facts']): MaterialContent => ({
  summary: {
    gender: 'female',
    bornOn: '1985-05-05',
    education: '本科',
    highestTier: 'bachelor',
    degree: '学士',
    graduatedFrom: '东北大学',
    graduatedOn: '2007-07-01',
    currentTitle: '工程师',
    currentTitleSince: '2018-11-30',
    position: '研发部部长',
  },
  achievements: [project, publication],
  education: [
    {
      tier: 'bachelor',
      institution: '东北大学',
      graduatedOn: '2007-07-01',
      mode: 'fullTime',
      recognised: true,
      verifiedBy: 'chsi',
      reportedOn: '2024-04-18',
    },
  ],
  experience: [{ from: '2007-07', what: '从事机器人研发。' }],
  continuingEducation: [{ year: 2024, publicHours: 30, professionalHours: 60, certificate: '合格证明1' }],
  statement: '述'.repeat(3_000),
  cover: { unitName: '某机器人公司', series, specialty, level },
  photo: { takenOn: '2024-05-01' },
  secrets: 'none',
  pledge: true,
});

/** One application to check: what in it differs from `wholeContent`. */
export type Case = {
  readonly content?: MaterialContent;
  readonly facts?: CheckInput['facts'];
  readonly names?: NonNullable<CheckInput['names']>;
  readonly attestations?: readonly Attestation[];
  readonly asOf?: string;
};

/** The findings of a programme's rules of material about an application, `asOf` the day it would be sent. */
export function materialChecks(
  programme: { readonly materials: readonly MaterialRule[]; readonly timeline: Timeline },
  usual: Required<Omit<Case, 'attestations' | 'names'>>,
) {
  const { year, cutOffs } = programme.timeline;
  const findings = (told: Case, rules = programme.materials) =>
    completeness(rules, { ...usual, attestations: [], ...told, year, cutOffs, fileKinds: [], removedItems: [] });
  /** Each item of which the rule says something, and what. */
  const about = (clause: string, told: Case) =>
    findings(told)
      .filter((each) => each.clause === clause && each.outcome !== 'ok')
      .map(({ item, outcome }) => [item, outcome]);
  return { findings, about };
}

/** Changes of the whole content: of the project, of the paper, of any part. */
export const changes = (whole: MaterialContent) => ({
  part: (changed: Partial<MaterialContent>): Case => ({ content: { ...whole, ...changed } }),
  project: (changed: Partial<Achievement>): Case => ({
    content: { ...whole, achievements: [{ ...project, ...changed }, publication] },
  }),
  paper: (changed: Partial<Achievement>): Case => ({
    content: { ...whole, achievements: [project, { ...publication, ...changed }] },
  }),
});

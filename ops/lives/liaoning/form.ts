import { pledgeText } from '../../../config/programmes/liaoning-diit-2024/materials/index.ts';
import type { Form } from '../../../domain/materials/form.ts';

/** What differs from one invented person's form to another: the title of the only achievement, its text, and the files. */
type Own = {
  readonly title: string;
  readonly content?: string;
  readonly files?: readonly string[];
  readonly evidence?: string;
};

/** An invented person's form that can be submitted in Liaoning: annex 1, part 1, and one achievement. */
export const formOf = ({ title, content = mainWork, files = [], evidence }: Own): Form => ({
  summary: {
    gender: 'male',
    bornOn: '1982-03-14',
    education: '大学本科',
    degree: '工学硕士',
    graduatedFrom: '东北某大学（虚构）',
    currentTitle: '工程师',
    currentTitleSince: '2018-12-01',
    position: '智能装备研发',
  },
  achievements: [
    {
      id: 'achievement-1',
      title,
      category: 'project',
      role: 'lead',
      from: '2020-03',
      to: '2023-11',
      content,
      evidence: evidence === undefined ? [] : [evidence],
      proofs: [
        { kind: 'projectInitiation', sealedOn: '2020-03-10', roleShown: 'lead' },
        { kind: 'acceptance', sealedOn: '2023-11-28', ...(evidence === undefined ? {} : { file: evidence }) },
      ],
      conditions: ['1'],
    },
  ],
  documents: files,
  contribution: '任现职以来主持研发项目一项。',
  secrets: 'none',
  pledge: { version: 'liaoning-diit-2024', text: pledgeText },
});

/** What the achievement says where nothing else is given. */
export const mainWork = '主持总体方案与控制器设计，完成样机验收。';

import { liaoningDiit2024 as programme } from '../../../config/programmes/liaoning-diit-2024/index.ts';
import { text } from '../../../domain/text.ts';
import { does, type Life, on, refuses, type Step } from '../life.ts';
import { because } from '../words.ts';
import {
  engineer,
  files,
  untilCertified,
  untilFiled,
  untilReceived,
  untilResult,
  untilSealed,
  uploads,
  wholeList,
} from './steps.ts';

/** The whole path to the certificate (N1 to N12). */
export const certified: Life = {
  name: 'certified',
  programme,
  facts: engineer,
  steps: untilCertified,
  outcome: 'CERTIFIED',
};

const forms = ['LN-A2.3.2-a', 'LN-A2.3.3-a', 'LN-A2.3.8-a'];
const parts = ['LN-A2.1-a', 'LN-A2.1-b', 'LN-A2.1-c', ...forms];
const lacking = (clause: string) => ({
  key: clause,
  clause,
  readings: [],
  item: clause,
  outcome: 'missing' as const,
  message: text('缺少该材料。', 'It is missing.'),
});
const nothingDelivered = {
  ...refuses(does('confirmDossier', 'committeeOffice', { delivered: [] }), {
    status: 422,
    code: 'DOSSIER_INCOMPLETE',
    clauses: parts,
  }),
  found: { dossier: { delivered: [], lacks: parts.map(lacking) } },
};

/** The whole printed path, with one return by the office. */
export const certifiedAfterOneReturn: Life = {
  name: 'certified after one return',
  programme,
  facts: engineer,
  steps: [
    ...untilFiled,
    ...on(
      '2024-07-19T10:00',
      does('return', 'committeeOffice', wholeList, {
        place: 'ONLINE_REVIEW/awaiting',
        attempts: { used: 1, max: 3 },
      }),
    ),
    ...on('2024-07-22T14:00', {
      corrects: { contribution: '任现职以来主持研发项目一项，2023年11月通过验收（签字盖章）。' },
    }),
    files(2),
    ...untilCertified.slice(untilFiled.length, untilReceived.length),
    ...on('2024-08-20T10:00', nothingDelivered),
    ...untilCertified.slice(untilReceived.length),
  ],
  outcome: 'CERTIFIED',
};

const inDisorder: Step = refuses(uploads, { code: 'SEAL_OUT_OF_ORDER', clauses: ['LN-5.6-e'] });

/** The lives to the certificate, and what may undo the result. */
export const certifiedLives: readonly Life[] = [
  certified,
  certifiedAfterOneReturn,
  {
    name: 'certified in security engineering with three seals',
    programme,
    facts: { ...engineer, specialty: 'securityEngineering' },
    steps: [
      ...untilSealed,
      inDisorder,
      does('seal', 'association', {}, 'AUTHORITY_SEALING'),
      ...untilCertified.slice(untilSealed.length),
    ],
    outcome: 'CERTIFIED',
  },
  { ...certified, name: 'certified across many runs', continueAfterEvents: 20 },
  {
    name: 'an objection to the result upheld',
    programme,
    facts: engineer,
    steps: [
      ...untilResult,
      {
        ...does('recordObjection', 'objector', { named: true }, 'RESULT_PUBLICITY/posted'),
        found: { objection: 'o-9' },
      },
      does('concludeObjection', 'committeeOffice', { objection: 'o-9', upheld: true, ...because }, 'CANCELLED'),
    ],
    outcome: 'CANCELLED',
  },
];

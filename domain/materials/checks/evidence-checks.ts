import { isPublication } from '../content.ts';
import type { CheckInput, Rule } from './checked-input.ts';
import { at, each, isOriginal, publications } from './evidence.ts';
import { lacks, type Problem, wrong } from './finding.ts';

/** Evidence must have a formal signature and seal (LN-4.1-c). */
export const formalDate = (input: CheckInput): Problem[] =>
  each(input, (achievement) => {
    if (isPublication(achievement)) return [];
    return (achievement.proofs ?? []).flatMap((proof, n) =>
      proof.sealedOn !== undefined || !isOriginal(proof)
        ? []
        : [
            lacks(
              at(achievement, `proofs/${n}/sealedOn`),
              '业绩材料以正式签字盖章时间为准，请填写该时间。',
              'Evidence counts by the date of its formal signature and seal, which is missing.',
            ),
          ],
    );
  });

/** Papers and books must be published; a letter of acceptance is not enough (LN-4.1-d). */
export const publicationDate = (input: CheckInput): Problem[] =>
  publications(input, (achievement) =>
    achievement.publishedOn && achievement.publishedIn
      ? []
      : [
          lacks(
            at(achievement, 'publishedOn'),
            '论文、著作以在正式刊物上发表或出版时间为准，录用通知不予认定。',
            'Papers and books count from their publication; a letter of acceptance does not count.',
          ),
        ],
  );

/** The search page of every paper and book is required (LN-4.1-e). */
export const searchPage = (input: CheckInput): Problem[] =>
  publications(input, (achievement) =>
    achievement.searchPage
      ? []
      : [
          lacks(
            at(achievement, 'searchPage'),
            '须提交论文、著作的检索信息网络查询页。',
            'The network search page of this publication is missing.',
          ),
        ],
  );

/** Publications must be found in a minimum number of these databases (DL-1.8, LN-6.4-b). */
export const retrieval = (input: CheckInput, { databases, least }: Rule<'retrieval'>): Problem[] =>
  publications(input, (achievement) => {
    const found = databases.filter((each) => achievement.retrievals?.includes(each)).length;
    if (found >= least) return [];
    return [
      lacks(
        at(achievement, 'retrievals'),
        `须提供${least}个数据库的检索信息，现有${found}个。`,
        `Retrieval in ${least} of the named databases is needed; ${found} given.`,
      ),
    ];
  });

/** International publications need a certificate of the literature search (LN-6.4-c). */
export const searchCertificate = (input: CheckInput): Problem[] =>
  each(input, (achievement) =>
    !achievement.international || achievement.searchCertificate
      ? []
      : [
          lacks(
            at(achievement, 'searchCertificate'),
            '国际研究成果须提供科技文献检索证明。',
            'An international result needs the certificate of a literature search.',
          ),
        ],
  );

/** A clear chain of evidence must show that the work is the applicant's (LN-6.3.1-a). */
export const evidenceChain = (input: CheckInput): Problem[] =>
  each(input, (achievement) => {
    const originals = (achievement.proofs ?? []).filter(isOriginal);
    if (originals.length > 0 || (isPublication(achievement) && achievement.publishedOn)) return [];
    return [
      lacks(
        at(achievement, 'proofs'),
        '须提供由本人完成的具有清晰有效证据链的证明材料，如项目立项（任务合同）书、拟稿纸等原始证据，否则不予认定。',
        'A chain of original evidence is needed: project initiation, contract, drafting sheets or the like.',
      ),
    ];
  });

/** The role claimed must be the role that the evidence shows (LN-6.1-c). */
export const roleShown = (input: CheckInput): Problem[] =>
  each(input, (achievement) =>
    (achievement.proofs ?? []).flatMap((proof, n) =>
      proof.roleShown === undefined || proof.roleShown === achievement.role
        ? []
        : [
            wrong(
              at(achievement, `proofs/${n}/roleShown`),
              '主持、参与、独立完成须与业绩证明材料保持一致。',
              'The role claimed is not the role that this evidence shows.',
            ),
          ],
    ),
  );

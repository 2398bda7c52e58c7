import { z } from 'zod';
import { achievementCategories, achievementRoles, awardClasses, proofKinds } from '../../domain/materials/content.ts';
import { databases } from '../../domain/programme/materials/materials.ts';
import { text } from '../../domain/text.ts';
import { checkedAlways, isoDate, line, paragraph, uuid } from '../http/common-schemas.ts';

/** A month that exists, `YYYY-MM`. */
export const month = z.string().regex(/^(19|20)\d{2}-(0[1-9]|1[0-2])$/, { error: 'must be a month, YYYY-MM' });

/** A time does not end before it begins; said also where another field is wrong. */
export const notBackwards = checkedAlways<{ from?: unknown; to?: unknown }>(({ from, to }) =>
  typeof from !== 'string' || typeof to !== 'string' || from <= to
    ? []
    : [{ path: ['to'], message: text('结束月份不得早于开始月份', 'must not end before it begins') }],
);

const proof = z
  .strictObject({
    kind: z.enum(proofKinds),
    sealedOn: isoDate.optional().meta({ description: '正式签字盖章时间 (LN-4.1-c)' }),
    roleShown: z
      .enum(achievementRoles)
      .optional()
      .meta({ description: 'The role that this evidence shows (LN-6.1-c).' }),
    file: uuid.optional(),
  })
  .meta({ id: 'Proof' });

/** One achievement, with what proves it. */
export const achievement = z
  .strictObject({
    id: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/, { error: 'must be letters, digits, _ or -' })
      .meta({ description: 'Unique within the form; deficiencies and objections name it.' }),
    title: line(200),
    category: z.enum(achievementCategories),
    role: z.enum(achievementRoles).meta({ description: '主持 lead, 参与 participant, 独立 sole' }),
    from: month,
    to: month,
    content: paragraph(4000).meta({ description: 'Main content and the contribution of one’s own.' }),
    evidence: z.array(uuid).max(20).default([]).meta({ description: 'Ids of attachments.' }),
    proofs: z.array(proof).max(20).optional().meta({ description: 'The chain of original evidence (LN-6.3.1-a).' }),
    conditions: z
      .array(line(40))
      .max(20)
      .optional()
      .meta({ description: 'The conditions of the standard that it fulfils (DL-1.9-b, LN-3-b).' }),
    joint: z.boolean().optional().meta({ description: 'Several people did it (LN-5.2.3-b).' }),
    contribution: paragraph(2000).optional().meta({ description: 'One’s own part of joint work (LN-5.2.3-b).' }),
    representative: z.boolean().optional().meta({ description: '代表作 (LYG-5.1-c)' }),
    relation: z.enum(['same', 'close', 'other']).optional().meta({ description: '本专业、相近专业 (LN-6.3.3-a)' }),
    awardClass: z.enum(awardClasses).optional().meta({ description: 'LN-6.2-a' }),
    publishedOn: isoDate.optional().meta({ description: 'LN-4.1-d' }),
    publishedIn: line(200).optional(),
    searchPage: uuid.optional().meta({ description: 'The attachment with the network search page (LN-4.1-e).' }),
    retrievals: z.array(z.enum(databases)).max(5).optional().meta({ description: 'DL-1.8-b, LN-6.4-b' }),
    international: z.boolean().optional(),
    searchCertificate: uuid.optional().meta({ description: '科技文献检索证明 (LN-6.4-c)' }),
    secrecy: z.enum(['none', 'declassified']).optional(),
  })
  .check(notBackwards)
  .meta({ id: 'Achievement' });

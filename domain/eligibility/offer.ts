import type { Role } from '../programme/facts.ts';
import type { Programme, Series, Specialty } from '../programme/programme.ts';
import type { Route } from '../routing/routing.ts';
import type { Text } from '../text.ts';
import type { EligibilityFacts } from './facts.ts';
import type { Finding } from './finding.ts';

/** The findings that the notice does not cover the series, the specialty, the track or the level; empty when it covers all. */
export function offered(programme: Programme, facts: EligibilityFacts): Finding[] {
  const series = programme.series.find((each) => each.key === facts.series);
  const specialty = series?.specialties.find((each) => each.key === facts.specialty);
  if (!series || !specialty) {
    const message = {
      zh: '本通知不含所申报的系列或专业。',
      en: 'This notice does not cover the series or specialty.',
    };
    return programme.scope.map((clause) => notOffered(clause, message));
  }
  if (!programme.tracks.includes(facts.track)) {
    const message = { zh: '本通知不开展此类申报。', en: 'This notice does not offer this track.' };
    return programme.scope.map((clause) => notOffered(clause, message));
  }
  const missing = levelNotOffered(specialty, series, facts);
  if (missing.length > 0) return missing;
  if (!(specialty.levels ?? series.levels).includes(facts.level)) {
    const message = {
      zh: `“${specialty.name.zh}”专业不设所申报的层级。`,
      en: `The specialty “${specialty.name.en}” is not reviewed at this level.`,
    };
    return specialty.clauses.map((clause) => notOffered(clause, message));
  }
  return [];
}

function levelNotOffered(specialty: Specialty, series: Series, facts: EligibilityFacts): Finding[] {
  const gap = specialty.notOffered ?? series.notOffered;
  if (!gap?.levels.includes(facts.level)) return [];
  return gap.clauses.map((clause) => notOffered(clause, gap.message, gap.readings));
}

function notOffered(clause: string, message: Text, readings: readonly string[] = []): Finding {
  return { clause, outcome: 'notMet', code: 'NOT_OFFERED', message, readings };
}

/** One finding for each clause of the route: who reviews. */
export function reviewedBy(route: Route): Finding[] {
  const { outcome, message } = reviewerMessage(route);
  return route.clauses.map((clause) => ({
    clause,
    outcome,
    message,
    readings: route.readings,
    code: 'REFERRED_ELSEWHERE' as const,
    ...(outcome === 'needsAttestation' ? { attestedBy: attests(route) } : {}),
  }));
}

/** The role that assigns a committee where no rule names one, or that receives the letter of delegation. */
const attests = ({ decision }: Route): Role => (decision === 'manual' ? 'cityTitleOffice' : 'committeeOffice');

function reviewerMessage({ decision, referTo }: Route): Pick<Finding, 'outcome' | 'message'> {
  switch (decision) {
    case 'here':
      return {
        outcome: 'met',
        message: { zh: '属于本评委会评审权限。', en: 'This committee reviews the application.' },
      };
    case 'province':
      return {
        outcome: 'met',
        message: {
          zh: `经审核推荐后报${referTo?.zh ?? '省级评委会'}评审。`,
          en: `It is recommended here and reviewed by ${referTo?.en ?? 'the committee of the province'}.`,
        },
      };
    case 'afterDelegation':
      return {
        outcome: 'needsAttestation',
        message: {
          zh: '收到书面反馈的委托评审函后，由本评委会评审。',
          en: 'This committee reviews the application once the delegation letter has come back in writing.',
        },
      };
    case 'manual':
      return {
        outcome: 'needsAttestation',
        message: {
          zh: `所申报专业对应的评委会须由${referTo?.zh ?? '职称管理部门'}人工确定，请先与其联系。`,
          en: `The committee for the specialty is assigned by ${referTo?.en ?? 'the title authority'}; please contact it first.`,
        },
      };
    case 'elsewhere':
      return {
        outcome: 'notMet',
        message: {
          zh: `按照评审权限，由${referTo?.zh ?? '其他部门'}负责评审。`,
          en: `This application is reviewed by ${referTo?.en ?? 'another authority'}.`,
        },
      };
  }
}

const initial = 'preliminaryAuthority';

/**
 * The findings on the preliminary review, if there is one: the authority of the place of registration, of the unit's supervision or of the agency
 * (DL-1.2-c, DL-1.2-d, LYG-4.0).
 */
export function firstReviewedBy(programme: Programme, facts: EligibilityFacts, route: Route): Finding[] {
  if (!route.channel.some(({ role }) => role === initial)) return [];
  const office = programme.offices.find(({ id }) => id === route.authority);
  if (office)
    return route.authorityClauses.map((clause) => ({
      clause,
      outcome: 'met',
      code: 'NOT_ELIGIBLE',
      readings: [],
      message: { zh: `由${office.name.zh}初审。`, en: `Reviewed first by: ${office.name.en}.` },
    }));
  const places = programme.sealing.filter(({ territories }) => territories).flatMap(({ clauses }) => clauses);
  const stated = facts.territory !== undefined;
  return [...new Set(places)].map((clause) => ({
    clause,
    code: 'NOT_ELIGIBLE',
    readings: [],
    mustBeTold: true,
    outcome: stated ? 'notMet' : 'notToldYet',
    ...(stated ? {} : { ask: ['territory'] as const }),
    message: {
      zh: `${programme.placeRule?.zh ?? ''}该单位的注册地未登记或不在本市。`,
      en: `${programme.placeRule?.en ?? ''} Where the employer is registered is not known, or is not here.`.trim(),
    },
  }));
}

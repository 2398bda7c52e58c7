import type { MaterialRule } from '../../../../domain/programme/materials/materials.ts';
import { achievements, ofTheUnit } from './achievements.ts';
import { dossier } from './dossier.ts';
import { education } from './education.ts';
import { evaluationForm } from './form.ts';

/** What an application in Dalian must contain: 大连市申报专业技术资格送审材料目录单 and the rules before it. */
export const materials: readonly MaterialRule[] = [
  ...education,
  ...achievements,
  ...ofTheUnit,
  ...evaluationForm,
  ...dossier,
];

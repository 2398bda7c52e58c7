import type { Requirement } from '../programme/eligibility.ts';
import type { FormFact } from './finding.ts';

/** The fact of the form that each kind of requirement uses; the other kinds use stated facts only. */
export const formFactUsedBy: Readonly<Partial<Record<Requirement['kind'], FormFact>>> = {
  levelByLevel: 'heldTitle',
  seniority: 'heldTitle',
  seniorityLessBadYears: 'heldTitle',
  joinedYears: 'heldTitle',
  transferAssessed: 'heldTitle',
  localTitle: 'heldTitle',
  educationBy: 'education',
  educationOfStandard: 'education',
  designationScope: 'education',
  designation: 'education',
  examPassed: 'examPassedOn',
  examValid: 'examPassedOn',
  examSpecialty: 'examSpecialty',
  learningHours: 'continuingEducation',
  professionalHours: 'continuingEducation',
  conditionsOfStandard: 'achievements',
};

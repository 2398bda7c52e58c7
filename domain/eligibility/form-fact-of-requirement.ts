import type { Requirement } from '../programme/eligibility.ts';
import type { FormFact } from './finding.ts';

/** What each kind of requirement looks at of what a form says itself; the others look at what is told alone. */
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

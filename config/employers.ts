import { type EmployerClass, employerClasses } from '../domain/programme/facts.ts';

/** Every class of employers but these. */
export const employersBut = (...left: readonly EmployerClass[]): readonly EmployerClass[] =>
  employerClasses.filter((each) => !left.includes(each));

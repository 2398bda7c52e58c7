import type { CommandData } from '../../domain/case/commands/commands.ts';
import type { ActRequest } from '../intents/act.ts';

/** An act that the service does by itself on an application, and the person on whose decision it rests. */
export type SystemAct = {
  readonly no: string;
  readonly name: 'endForFraud';
  readonly person: string;
  readonly data: CommandData;
  /** What makes it the same act when it is done again: it is recorded once under this. */
  readonly key: string;
};

/**
 * Prepares an act of the service itself. It brings all that it rests on, for no such act declares a need (`test/domain/lifecycle/needs.test.ts`), and it is judged
 * by the application as it stands when its turn comes: no version is expected.
 */
export const prepareForSystem = ({ no, name, person, data, key }: SystemAct): ActRequest => ({
  no,
  action: name,
  by: { person, role: 'system' },
  data,
  keyHash: key,
  fingerprint: key,
});

import { EnvError } from './env.ts';

/** The error for a production process on the database of a demonstration, with its remedy. */
export const demoPeopleInProduction = (): EnvError =>
  new EnvError([
    {
      variable: 'NODE_ENV',
      message:
        'is production, but this database holds the invented people of a demonstration; give production a database of its own (DATABASE_URL, or another DATA_DIR)',
    },
  ]);

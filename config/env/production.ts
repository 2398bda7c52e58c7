import { EnvError } from './env.ts';

/** Why no process may serve in production on a database that was a demonstration's, and the way out. */
export const demoPeopleInProduction = (): EnvError =>
  new EnvError([
    {
      variable: 'NODE_ENV',
      message:
        'is production, but this database holds the invented people of a demonstration; give production a database of its own (DATABASE_URL, or another DATA_DIR)',
    },
  ]);

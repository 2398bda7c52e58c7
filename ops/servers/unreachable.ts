import { EnvError } from '../../config/env/env.ts';

/** Runs something that needs the server in a variable; if `cannot` recognises the failure as the server's, throws `EnvError` with the variable and the cause. */
export async function blaming<T>(
  variable: string,
  cannot: (error: Error & { code?: unknown }) => boolean,
  run: () => Promise<T>,
): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof Error) || !cannot(error)) throw error;
    throw new EnvError([{ variable, message: `cannot be used: ${error.message}` }]);
  }
}

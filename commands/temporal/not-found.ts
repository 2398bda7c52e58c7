import { ServiceError, WorkflowNotFoundError } from '@temporalio/client';

/** gRPC status. */
const NOT_FOUND = 5;

/** Whether Temporal answered that it knows no such workflow, run or update. */
export function isNotFound(error: unknown): boolean {
  if (error instanceof WorkflowNotFoundError) return true;
  const { code } = ((error instanceof ServiceError ? error.cause : error) ?? {}) as { readonly code?: unknown };
  return code === NOT_FOUND;
}

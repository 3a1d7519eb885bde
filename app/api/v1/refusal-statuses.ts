import type { ErrorCode } from '@/lib/domain/errors';

/** The status each refusal is answered with: for the door, and for the API's description of itself. */
export const refusalStatuses: Record<ErrorCode, number> = {
  unauthorized: 401,
  forbidden: 403,
  notFound: 404,
  invalid: 400,
  conflict: 409,
  alreadyClaimed: 409,
  staleStep: 409,
  notPossibleNow: 409,
  idempotencyKeyMissing: 400,
  idempotencyKeyReused: 422,
  throttled: 429,
  tooLarge: 413,
  lineUnavailable: 503,
};

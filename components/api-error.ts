import type { RefusalDetails } from '@/lib/domain/errors';

/** A change as it was sent, to be sent again under the same key. */
export type UnansweredChange = {
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  body: unknown;
  key: string;
};

/** Why the server (or the way to it) refused. */
export class ApiError extends Error {
  /** The change that got no answer, so that it is not known whether it was made; null otherwise. */
  unanswered: UnansweredChange | null = null;

  constructor(
    /** `notPossibleNow`, `alreadyClaimed` …; `network`, `timeout` and `unavailable` when there was no answer. */
    readonly code: string,
    /** HTTP status, 0 when there was no answer. */
    readonly status: number,
    message = code,
    /** Wrong fields by path, each with a message key. */
    readonly fields: Record<string, string> = {},
    /** What else the refusal says: the current step, the winner's name. */
    readonly details: RefusalDetails = {},
  ) {
    super(message);
    this.name = 'ApiError';
  }

  /** Whether the same request may still succeed, and must then be sent with the same key. */
  get isUnsettled(): boolean {
    return this.status === 0 || this.status >= 500;
  }
}

/** Reads `{error: {code, message, fields?, …}}`; a body of another shape gives `internal` or `malformed`. */
export function readApiError(status: number, body: unknown): ApiError {
  const error = isRecord(body) && isRecord(body.error) ? body.error : {};
  const { code, message, fields, reason, ...details } = error;
  return new ApiError(
    typeof code === 'string' ? code : status >= 500 ? 'internal' : 'malformed',
    status,
    typeof message === 'string' ? message : undefined,
    isRecord(fields)
      ? Object.fromEntries(Object.entries(fields).map(([path, key]) => [path, String(key)]))
      : {},
    typeof reason === 'string' ? { ...details, reason } : details,
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

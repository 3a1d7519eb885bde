import type { PhoneAnswer } from '@/lib/domain/telephony';

/** The call or leg is over already: call not in-progress, resource not found, participant gone, conference over. */
const goneCodes: ReadonlySet<number> = new Set([21220, 20404, 16022]);
const tooManyCodes: ReadonlySet<number> = new Set([20429, 10004, 16021]);
/** The request never left this machine. */
const unsentCodes: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH']);

/**
 * What a failed REST request means for its command. Twilio does not say whether a request that timed out or was answered
 * 500 took place (twilio.com/docs/api/errors/20500), so one that is not repeatable is not simply sent again.
 */
export function problemAnswer(error: unknown, isRepeatable: boolean): PhoneAnswer {
  const { status, code, message } = detailsOf(error);
  const problem = [status, code, message].filter(Boolean).join(' ').slice(0, 300);
  if (status === 404 || goneCodes.has(Number(code))) return { result: 'gone', problem };
  if (status === 429 || tooManyCodes.has(Number(code))) return { result: 'retry', problem, afterMs: 1000 };
  if (unsentCodes.has(String(code))) return { result: 'retry', problem, afterMs: 1000 };
  if (status && status >= 400 && status < 500) return { result: 'refused', problem };
  return isRepeatable ? { result: 'retry', problem, afterMs: 1000 } : { result: 'unknown', problem };
}

function detailsOf(error: unknown): { status?: number; code?: number | string; message: string } {
  if (!(error instanceof Error)) return { message: String(error) };
  const { status, code, message } = error as Error & { status?: number; code?: number | string };
  return { status: typeof status === 'number' ? status : undefined, code, message };
}

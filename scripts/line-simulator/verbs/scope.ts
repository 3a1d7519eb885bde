import type { Call } from '../line/call.ts';
import { type Line, reportToDebugger } from '../line/line.ts';

export type ProgramSource =
  | { address: string; method: 'GET' | 'POST'; parameters: Record<string, string> }
  | { twiml: string };

/** What a verb needs to know of the document it stands in. */
export type Scope = { line: Line; call: Call; baseUrl: string | null; signal: AbortSignal };

/** Where the call goes after a verb: to the next one, to another document, or to its end. */
export type Next = 'next' | 'end' | ProgramSource;

/** A document at an address as it stands in TwiML; null when it cannot be resolved. Empty: the same document. */
export function sourceAt(
  scope: Scope,
  address: string,
  method: string | undefined,
  parameters: Record<string, string> = {},
): Exclude<ProgramSource, { twiml: string }> | null {
  const url = absolute(scope, address);
  return url ? { address: url, method: method === 'GET' ? 'GET' : 'POST', parameters } : null;
}

/** Resolves a URL of a document against the document's own; reports 11100 when that is impossible. */
export function absolute(scope: Scope, address: string): string | null {
  const url = address === '' ? scope.baseUrl : (URL.parse(address, scope.baseUrl ?? undefined)?.href ?? null);
  if (!url)
    reportToDebugger(
      scope.line,
      { code: scope.baseUrl ? 11100 : 15004, message: `Invalid URL: ${address}` },
      { callSid: scope.call.sid },
    );
  return url;
}

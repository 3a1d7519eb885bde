import { type Call, hasEnded } from '../line/call.ts';
import { endCall } from '../line/end-call.ts';
import { leaveConference } from '../line/leave-conference.ts';
import type { Line } from '../line/line.ts';
import { placeRestCall } from '../line/place-rest-call.ts';
import { runProgram } from '../verbs/run-program.ts';
import type { ProgramSource } from '../verbs/scope.ts';
import { callResource } from './call-resource.ts';
import { checkConcurrency } from './concurrency.ts';
import { type Form, webAddress } from './form.ts';
import { checkFrom, checkTo } from './numbers.ts';
import { pageOf } from './page-of.ts';
import { notFound, RestError } from './rest-error.ts';

const INLINE_LIMIT = 4_000;
const DEFAULT_TIMEOUT_SECONDS = 60;

export function findCall(line: Line, sid: string, path: string): Call {
  const call = line.calls.get(sid);
  if (!call) throw notFound(path);
  return call;
}

export function createCall(line: Line, form: Form): Record<string, unknown> {
  const to = checkTo(form.text('To'));
  const from = checkFrom(line, form.text('From'), form.text('CallToken'));
  const source = sourceOf(form);
  if (!source) throw new RestError(400, 21205, 'Url parameter is missing');
  const fallback = webAddress(form, 'FallbackUrl');
  checkConcurrency(line, 10004);
  const call = placeRestCall(
    line,
    {
      to,
      from,
      timeoutSeconds: form.number('Timeout', DEFAULT_TIMEOUT_SECONDS, 1, 600),
      statusCallback: form.callback('StatusCallback', ['completed']),
    },
    source,
    fallback === null ? null : { address: fallback, method: form.method('FallbackMethod') },
  );
  return callResource(line, call);
}

/** Ends a call or sends it to another document. Throws 21220 when the call is not in a state for that. */
export function updateCall(line: Line, call: Call, form: Form): Record<string, unknown> {
  const status = form.text('Status');
  const source = sourceOf(form);
  if (status === null && source === null)
    throw new RestError(400, 20001, 'Nothing to update: give Status, Url or Twiml');
  if (status !== null && status !== 'canceled' && status !== 'completed')
    throw new RestError(400, 21218, `Invalid call state: ${status}`);
  if (hasEnded(call)) throw new RestError(400, 21220, 'Call is not in-progress. Cannot redirect.');

  if (status === 'completed') {
    const isUnanswered = call.answeredAt === null && call.direction !== 'inbound';
    endCall(line, call, isUnanswered ? 'canceled' : 'completed', 'participant_updated_via_api');
  } else if (status === 'canceled') {
    if (call.status !== 'queued' && call.status !== 'ringing')
      throw new RestError(400, 21220, 'Call is in-progress. Cannot cancel.');
    endCall(line, call, 'canceled', 'participant_updated_via_api');
  } else if (source) {
    if (call.answeredAt === null)
      throw new RestError(400, 21220, 'Call is not in-progress. Cannot redirect.');
    const statusCallback = form.callback('StatusCallback', ['completed']);
    if (statusCallback) call.statusCallback = statusCallback;
    call.pendingDialAction = null;
    const { participant } = call;
    if (participant) {
      participant.onLeft = () => {};
      leaveConference(line, participant, 'participant_updated_via_api');
    }
    void runProgram(line, call, source);
  }
  call.updatedAt = line.clock.now();
  return callResource(line, call);
}

export function listCalls(line: Line, path: string, query: URLSearchParams): Record<string, unknown> {
  const wanted = (name: string, value: string | null) =>
    query.get(name) === null || query.get(name) === value;
  const rows = [...line.calls.values()]
    .filter(
      (call) =>
        wanted('Status', call.status) &&
        wanted('To', call.to) &&
        wanted('From', call.from) &&
        wanted('ParentCallSid', call.parentCallSid) &&
        isWithin(query, 'StartTime', call.answeredAt ?? call.createdAt) &&
        isWithin(query, 'EndTime', call.endedAt),
    )
    .reverse();
  return pageOf(
    path,
    query,
    'calls',
    rows.map((call) => callResource(line, call)),
  );
}

function isWithin(query: URLSearchParams, name: string, at: number | null): boolean {
  for (const [key, value] of query) {
    if (!key.startsWith(name)) continue;
    const bound = Date.parse(value);
    if (at === null || Number.isNaN(bound)) return false;
    const sign = key.slice(name.length);
    if (sign === '<' && at > bound) return false;
    if (sign === '>' && at < bound) return false;
    if (sign === '' && (at < bound || at >= bound + 24 * 3_600_000)) return false;
  }
  return true;
}

function sourceOf(form: Form): ProgramSource | null {
  const twiml = form.text('Twiml');
  if (twiml !== null) {
    if (twiml.length > INLINE_LIMIT) throw new RestError(400, 21618, 'Twiml is longer than 4000 characters');
    return { twiml };
  }
  const address = webAddress(form, 'Url');
  return address === null ? null : { address, method: form.method('Method'), parameters: {} };
}

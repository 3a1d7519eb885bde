import { lineTroubleTwiml } from '@/lib/twilio/twiml';
import type { WebhookEntry } from '../history';
import { type Check, type Evidence, isCaller, isOk, type Violation } from './evidence';

/** Our key of the fact that a request of the provider tells; null for polls and for answers that admit nothing. */
export function factKeyOf({ path, query, form, body }: WebhookEntry): string | null {
  const { CallSid = '', ConferenceSid = '', SequenceNumber = '' } = form;
  switch (path.replace('/api/twilio/', '')) {
    case 'voice/inbound':
      return `${CallSid}:inbound`;
    case 'voice/fallback':
      return [CallSid, 'fallback', form.ErrorCode ?? '', form.ErrorUrl ?? ''].join(':');
    case 'voice/caller-left':
      return [CallSid, 'caller-left', form.DialCallStatus ?? ''].join(':');
    case 'voice/vm-done':
      return `${CallSid}:message-ended`;
    case 'voice/agent':
      return body.includes('<Conference') ? `${CallSid}:dialled-in` : null;
    case 'call-status':
      return [CallSid, 'call-status', form.CallStatus, SequenceNumber].join(':');
    case 'conference-status':
      return [ConferenceSid, 'conference-status', form.StatusCallbackEvent, SequenceNumber].join(':');
    case 'recording-status':
      return [form.RecordingSid, 'recording-status', form.RecordingStatus].join(':');
    default:
      return query === '' ? `unknown request ${path}` : null;
  }
}

const webhooksOf = ({ history }: Evidence) =>
  history.filter((entry): entry is WebhookEntry => entry.kind === 'webhook');

/** I1: whatever was answered 2xx is in the inbox; whatever a person was answered is kept under its key. */
export const isKept: Check = (evidence) => {
  const kept = new Set(evidence.facts.map(({ dedupeKey }) => dedupeKey));
  const missing = webhooksOf(evidence)
    .filter(({ status, body }) => isOk(status) && body !== lineTroubleTwiml())
    .map(factKeyOf)
    .filter((key): key is string => key !== null && !kept.has(key))
    .map((key): Violation => ({ invariant: 'I1', what: `acknowledged and not kept: ${key}` }));
  const requests = new Set(evidence.requests.map(({ employeeId, key }) => `${employeeId} ${key}`));
  for (const entry of evidence.history) {
    if (entry.kind !== 'request' || !isOk(entry.status) || entry.key === null) continue;
    if (!requests.has(`${entry.person} ${entry.key}`)) {
      missing.push({ invariant: 'I1', what: `answered and not kept: ${entry.key} ${entry.path}` });
    }
  }
  return missing;
};

/** Whether we know of the caller's call from then on: by its announcement, or by its end. */
function isEntrance({ path, query, form, status, body }: WebhookEntry): boolean {
  if (!isOk(status) || body === lineTroubleTwiml()) return false;
  if (path.endsWith('/call-status')) return query === '' && form.CallStatus !== 'in-progress';
  return path.endsWith('/voice/inbound') || path.endsWith('/voice/fallback');
}

/** I2: each call that was ever acknowledged is one row, and over when it is over at the line. */
export const isOneCall: Check = (evidence) => {
  const acknowledged = new Set(
    webhooksOf(evidence)
      .filter(isEntrance)
      .map(({ form }) => form.CallSid!),
  );
  const violations: Violation[] = [];
  const violated = (what: string) => violations.push({ invariant: 'I2', what });
  for (const sid of acknowledged) {
    const rows = evidence.calls.filter(({ callSid }) => callSid === sid);
    if (rows.length !== 1) violated(`${sid} is ${rows.length} rows`);
    const row = rows[0];
    const atLine = evidence.line.find((call) => call.sid === sid);
    if (!row || !atLine) continue;
    if ((atLine.endedAt !== null) !== (row.endedAt !== null)) {
      violated(`${sid} is ${atLine.status} at the line and ${row.phase} here`);
    }
    if ((row.phase === 'ended') !== (row.endedAt !== null)) violated(`${sid}: ${row.phase}, ${row.endedAt}`);
    const wasTold = evidence.facts.some(
      ({ callId, kind, receivedAt }) =>
        callId === row.id && kind === 'call.completed' && receivedAt < (row.outcomeDecidedAt ?? 0),
    );
    const endedAt = Math.max(atLine.endedAt ?? 0, row.arrivedAt);
    if (wasTold && atLine.endedAt !== null && Math.abs(endedAt - row.endedAt!) > 2000) {
      violated(`${sid} ended at ${atLine.endedAt}, here at ${row.endedAt}`);
    }
  }
  for (const { callSid } of evidence.calls) {
    const call = evidence.line.find(({ sid }) => sid === callSid);
    if (!call || !isCaller(call)) violated(`${callSid} is no call of the line`);
  }
  return violations;
};

import { isDeepStrictEqual } from 'node:util';
import { routeContracts } from '@/lib/domain/call-scripts/route-contract';
import { lineTroubleTwiml } from '@/lib/twilio/twiml';
import type { OrderEntry, RequestEntry, WebhookEntry } from '../history';
import { factKeyOf } from './acknowledged';
import { type Check, type Evidence, isOk, type Violation } from './evidence';

/** How often each of these stands there. */
export function tally(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

const more = (keys: readonly string[]) =>
  [...tally(keys)].filter(([, count]) => count > 1).map(([key]) => key);

const ordersOf = ({ history }: Evidence) =>
  history.filter((entry): entry is OrderEntry => entry.kind === 'order' && isOk(entry.status));

/** What an order did that may be done only once; null for what is the same done twice. */
function effectOf({ path, form }: OrderEntry): string | null {
  const [, resource = ''] = /\/Accounts\/\w+(\/.*)$/.exec(path) ?? [];
  if (resource.endsWith('/Participants.json')) return `rings ${resource} ${form.Label}`;
  if (resource.startsWith('/Calls/') && (form.Twiml || form.Url)) return `speaks ${resource}`;
  return null;
}

/** I3: each act and each of its effects happened once, however often it was asked for. */
export const happenedOnce: Check = (evidence) => {
  const violations: Violation[] = [];
  const violated = (what: string) => violations.push({ invariant: 'I3', what });
  const effects = ordersOf(evidence).map(effectOf);
  for (const effect of more(effects.filter((each) => each !== null))) violated(`done twice: ${effect}`);

  const answers = new Map<string, RequestEntry>();
  for (const entry of evidence.history) {
    if (entry.kind !== 'request' || !isOk(entry.status)) continue;
    const id = `${entry.person} ${entry.key}`;
    const first = answers.get(id);
    if (!first) answers.set(id, entry);
    else if (!isDeepStrictEqual(first.answer, entry.answer))
      violated(`answered differently: ${id} ${entry.path}`);
  }
  for (const call of evidence.calls) {
    const own = evidence.reactions.filter(({ callId }) => callId === call.id);
    const route = call.recordsWrittenAt === null ? null : own[0]?.route;
    const contract = route ? routeContracts[route] : null;
    const left = evidence.nextReactions.filter(({ reactionId }) => own.some(({ id }) => id === reactionId));
    if (own.length !== (contract ? 1 : 0)) violated(`${call.callSid} has ${own.length} reactions`);
    else if (left.length < (contract?.nextReactions.length ?? 0))
      violated(`${call.callSid}: next reactions lack`);
    if (evidence.leads.filter(({ callId }) => callId === call.id).length > 1)
      violated(`${call.callSid}: two leads`);
  }
  for (const { id, closedAt } of evidence.appeals) {
    const open = evidence.nextReactions.filter(
      ({ appealId, endedAt }) => appealId === id && endedAt === null,
    );
    if (closedAt === null && open.length === 0) violated(`the open appeal ${id} has no next reaction`);
  }
  return violations;
};

const polls = new Set(['/api/twilio/voice/wait', '/api/twilio/voice/hold']);

/**
 * I4: what the line asks again is answered with the same bytes. The last words of a console that complained of itself are no
 * answer to what was asked.
 */
export const saysTheSame: Check = ({ history }) => {
  const first = new Map<string, string>();
  const violations: Violation[] = [];
  const brokenAt = new Set(
    history.flatMap((entry) =>
      entry.kind === 'process' && entry.text.includes('webhook /api/twilio/voice/fallback failed')
        ? [entry.at]
        : [],
    ),
  );
  for (const entry of history) {
    if (entry.kind !== 'webhook' || polls.has(entry.path) || !hasAnswer(entry)) continue;
    if (entry.body === lineTroubleTwiml() && brokenAt.has(entry.at)) continue;
    const about = entry.path.endsWith('/agent') ? entry.form.CallSid : (factKeyOf(entry) ?? entry.query);
    const key = `${entry.path} ${about}`;
    const before = first.get(key);
    first.set(key, before ?? entry.body);
    if (before !== undefined && before !== entry.body) {
      violations.push({ invariant: 'I4', what: `${key}: ${tellApart(before, entry.body)}` });
    }
  }
  return violations;
};

/** Where two answers part, with a little of both. */
function tellApart(one: string, other: string): string {
  const at = [...one].findIndex((letter, place) => letter !== other[place]);
  const part = (text: string) => text.slice(Math.max(0, at - 20), at + 80);
  return `first …${part(one)}…, then …${part(other)}…`;
}

/** Made and sent, also one that was lost on the way. */
const hasAnswer = ({ status, body }: WebhookEntry) => body !== '' && (status === null || isOk(status));

import { type Call, durationSeconds, hasEnded } from '../line/call.ts';
import type { Conference } from '../line/conference.ts';
import { type DeskPhone, deskPhones, phoneKey } from '../line/desk-phone.ts';
import type { Line } from '../line/line.ts';
import { type Named, readNamedNumbers } from '../settings/settings.ts';
import type { Session } from '../signal/session.ts';

const SHOWN_CALLS = 40;

export function callView(line: Line, call: Call): Record<string, unknown> {
  return {
    sid: call.sid,
    direction: call.direction,
    from: call.from,
    to: call.to,
    status: call.status,
    hasEnded: hasEnded(call),
    createdAt: call.createdAt,
    answeredAt: call.answeredAt,
    talkedAt: call.heard.find(({ kind }) => kind === 'talk')?.at ?? null,
    endedAt: call.endedAt,
    durationSeconds: durationSeconds(call, line.clock.now()),
    conference: call.participant?.conference.name ?? null,
    label: call.participant?.label ?? null,
    hold: call.participant?.hold ?? false,
    muted: call.participant?.muted ?? false,
    hears: hearsNow(call),
  };
}

function hearsNow(call: Call) {
  return call.heard.findLast(({ kind }) => kind !== 'pause') ?? null;
}

/** A call with everything heard, every verb, and what Twilio's debugger would say about it. */
export function callDetail(line: Line, call: Call): Record<string, unknown> {
  return {
    ...callView(line, call),
    heard: call.heard,
    verbs: call.verbs,
    debugger: line.journal.entries.filter(({ kind, callSid }) => kind === 'debugger' && callSid === call.sid),
  };
}

/** A browser's connection, and the calls it takes part in. */
export function sessionView(session: Session): Record<string, unknown> {
  return {
    id: session.id,
    identity: session.bearer?.identity ?? null,
    isRegistered: session.isRegistered,
    callSids: [...session.legs].map(({ call }) => call.sid),
  };
}

export function conferenceView(conference: Conference): Record<string, unknown> {
  const { sid, name, status, createdAt, updatedAt } = conference;
  return {
    sid,
    name,
    status,
    createdAt,
    updatedAt,
    endReason: conference.endReason,
    participants: conference.participants.map((participant) => ({
      callSid: participant.call.sid,
      label: participant.label,
      status: participant.status,
      hold: participant.hold,
      muted: participant.muted,
      coaching: participant.coaching,
    })),
  };
}

export function phoneView(phone: DeskPhone): Record<string, unknown> {
  const { call } = phone;
  return {
    number: phone.number,
    name: phone.name,
    mode: phone.mode,
    answerAfterMs: phone.answerAfterMs,
    state: call === null ? 'idle' : call.answeredAt === null ? 'ringing' : 'talking',
    callSid: call?.sid ?? null,
    from: call?.from ?? null,
    since: call === null ? null : (call.answeredAt ?? call.updatedAt),
    label: call?.participant?.label ?? null,
    hears: call && hearsNow(call),
  };
}

export function stateView(line: Line): Record<string, unknown> {
  const calls = [...line.calls.values()];
  const callers = calls.filter((call) => isOutside(line, call));
  const open = callers.filter((call) => !hasEnded(call));
  const over = callers.filter(hasEnded).slice(-Math.max(0, SHOWN_CALLS - open.length));
  return {
    now: line.clock.now(),
    consoleUrl: line.settings.publicUrl,
    numbers: line.numbers.map(({ number }) => number),
    knownCallers: knownCallers(line),
    calls: [...over, ...open].sort((a, b) => b.createdAt - a.createdAt).map((call) => callView(line, call)),
    phones: deskPhones(line).map(phoneView),
    conferences: [...line.conferences.values()]
      .filter(({ status }) => status !== 'completed')
      .map(conferenceView),
    faults: line.faults,
    totals: { calls: callers.length, open: open.length },
  };
}

/** Nobody of the company: a browser that dials in is inbound as well, and a telephone that has a name is an employee's. */
function isOutside(line: Line, { direction, applicationSid, to }: Call): boolean {
  if (direction === 'inbound') return applicationSid === null;
  return direction === 'outbound-api' && !/^client:/.test(to) && line.phones.get(phoneKey(to))?.name === '';
}

function knownCallers(line: Line): Named[] {
  const seen = new Set<string>();
  return readNamedNumbers(line.settings.knownCallersFile).filter(({ number }) => {
    const key = phoneKey(number);
    return !seen.has(key) && seen.add(key);
  });
}

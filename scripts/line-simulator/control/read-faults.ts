import type { CallbackFault, Faults, RestFault, SignalFault } from '../line/faults.ts';
import { ControlError } from './control-error.ts';

const CALLBACK_EFFECTS = ['duplicate', 'reorder', 'drop', 'delay'];
const CALLBACK_KINDS = [
  'all',
  'call',
  'initiated',
  'ringing',
  'answered',
  'completed',
  'conference',
  'conference-start',
  'conference-end',
  'participant-join',
  'participant-leave',
  'participant-mute',
  'participant-unmute',
  'participant-hold',
  'participant-unhold',
  'participant-modify',
  'recording',
  'recording-completed',
  'recording-absent',
];
const SIGNAL_MESSAGES = ['all', 'listen', 'register', 'invite'];
const LATE_MS = 5_000;
const INVALID_TOKEN = 20101;
const SIGNAL_EFFECTS = ['ignore', 'delay', 'refuse'];
const REST_EFFECTS = ['429', '10004', '16021', '500', 'timeout', 'lost-answer'];

/** Faults as JSON; what is left out stays as it is. Throws ControlError 400. */
export function readFaults(current: Faults, wanted: Record<string, unknown>): Faults {
  return {
    callbacks: 'callbacks' in wanted ? listOf(wanted.callbacks).map(callbackFault) : current.callbacks,
    rest: 'rest' in wanted ? listOf(wanted.rest).map(restFault) : current.rest,
    signalling: 'signalling' in wanted ? listOf(wanted.signalling).map(signalFault) : current.signalling,
    behaviours: { ...current.behaviours, ...behavioursOf(wanted.behaviours) },
  };
}

function listOf(value: unknown): Record<string, unknown>[] {
  if (!Array.isArray(value)) throw new ControlError(400, 'Faults are a list');
  return value;
}

function callbackFault(fault: Record<string, unknown>): CallbackFault {
  if (!CALLBACK_EFFECTS.includes(String(fault.effect)))
    throw new ControlError(400, `effect is one of ${CALLBACK_EFFECTS.join(', ')}`);
  const kind = String(fault.kind ?? 'all');
  if (!CALLBACK_KINDS.includes(kind))
    throw new ControlError(400, `kind is one of ${CALLBACK_KINDS.join(', ')}`);
  const read: CallbackFault = {
    kind,
    effect: fault.effect as CallbackFault['effect'],
    times: timesOf(fault),
  };
  if (fault.delayMs !== undefined) read.delayMs = whole(fault.delayMs, 'delayMs');
  if (fault.copies !== undefined) read.copies = whole(fault.copies, 'copies');
  if (fault.token !== undefined) {
    if (!['same', 'new', 'none'].includes(String(fault.token)))
      throw new ControlError(400, 'token is same, new or none');
    read.token = fault.token as CallbackFault['token'];
  }
  return read;
}

function restFault(fault: Record<string, unknown>): RestFault {
  if (!REST_EFFECTS.includes(String(fault.effect)))
    throw new ControlError(400, `effect is one of ${REST_EFFECTS.join(', ')}`);
  const match = String(fault.match ?? 'all');
  if (!/^(all|(GET|POST|DELETE)( \/\S*)?)$/.test(match))
    throw new ControlError(400, 'match is all, a method, or a method and an ending of the path');
  return {
    match,
    effect: fault.effect as RestFault['effect'],
    times: timesOf(fault),
  };
}

function signalFault(fault: Record<string, unknown>): SignalFault {
  const message = String(fault.message ?? 'all');
  if (!SIGNAL_MESSAGES.includes(message))
    throw new ControlError(400, `message is one of ${SIGNAL_MESSAGES.join(', ')}`);
  const read = { message: message as SignalFault['message'], times: timesOf(fault) };
  switch (fault.effect) {
    case 'ignore':
      return { ...read, effect: 'ignore' };
    case 'delay':
      return { ...read, effect: 'delay', delayMs: whole(fault.delayMs ?? LATE_MS, 'delayMs') };
    case 'refuse':
      return { ...read, effect: 'refuse', code: whole(fault.code ?? INVALID_TOKEN, 'code') };
    default:
      throw new ControlError(400, `effect is one of ${SIGNAL_EFFECTS.join(', ')}`);
  }
}

function timesOf(fault: Record<string, unknown>): number | null {
  return fault.times === undefined || fault.times === null ? null : whole(fault.times, 'times');
}

function whole(value: unknown, name: string): number {
  if (!Number.isInteger(value) || Number(value) < 1)
    throw new ControlError(400, `${name} is a whole number from 1`);
  return Number(value);
}

function behavioursOf(value: unknown): Partial<Faults['behaviours']> {
  if (value === undefined) return {};
  const wanted = value as Record<string, unknown>;
  const read: Partial<Faults['behaviours']> = {};
  for (const name of [
    'dialActionAfterCallerHangUp',
    'conferenceEndWithoutStart',
    'recordingFileAfterCallback',
    'musicWhenLeftAlone',
    'musicRequestsNameCall',
    'ringingCallsCount',
  ] as const)
    if (typeof wanted[name] === 'boolean') read[name] = wanted[name];
  if (wanted.browserGoneAfterMs !== undefined)
    read.browserGoneAfterMs = whole(wanted.browserGoneAfterMs, 'browserGoneAfterMs');
  for (const name of ['callsAtOnce', 'restCallsPerSecond'] as const) {
    if (wanted[name] === null) read[name] = null;
    else if (wanted[name] !== undefined) read[name] = whole(wanted[name], name);
  }
  return read;
}

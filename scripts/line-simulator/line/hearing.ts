import { playWaitingDocument } from '../verbs/play-waiting-document.ts';
import { type Conference, connectedParticipants, type Participant } from './conference.ts';
import { hear } from './hear.ts';
import type { Line } from './line.ts';

/** Gives everybody in the room what they must hear now: music, each other, or nothing. */
export function updateHearing(line: Line, conference: Conference): void {
  const connected = connectedParticipants(conference);
  for (const participant of connected) {
    const others = connected.filter((other) => other !== participant && !other.hold);
    const what = participant.hold
      ? 'hold'
      : conference.status !== 'init' && others.length > 0
        ? 'talk'
        : conference.status === 'init' || isLeftAlone(line, connected)
          ? 'wait'
          : 'nothing';
    const names = what === 'talk' ? others.map(({ label, call }) => label ?? call.sid).join(', ') : '';
    change(line, participant, what, names);
  }
}

function isLeftAlone(line: Line, connected: Participant[]): boolean {
  return connected.length === 1 && line.faults.behaviours.musicWhenLeftAlone;
}

/** Lets the music a participant hears begin anew, because its address has changed. */
export function restartHearing(line: Line, participant: Participant): void {
  participant.hearing?.controller.abort();
  participant.hearing = null;
  updateHearing(line, participant.conference);
}

function change(
  line: Line,
  participant: Participant,
  what: NonNullable<Participant['hearing']>['what'],
  names: string,
): void {
  const { hearing, call } = participant;
  if (hearing?.what === what) {
    if (what === 'talk' && call.heard.at(-1)?.text !== names) hear(line, call, 'talk', names);
    return;
  }
  hearing?.controller.abort();
  const controller = new AbortController();
  participant.hearing = { what, controller };
  if (what === 'talk') hear(line, call, 'talk', names);
  else if (what === 'nothing') hear(line, call, 'silence');
  else
    void playWaitingDocument(
      line,
      participant,
      what === 'hold' ? participant.holdMusic : participant.wait,
      what === 'hold' ? 'hold' : 'music',
      controller.signal,
    );
}

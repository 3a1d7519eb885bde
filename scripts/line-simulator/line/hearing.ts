import { playWaitingDocument } from '../verbs/play-waiting-document.ts';
import { type Conference, connectedParticipants, type Participant } from './conference.ts';
import { hear } from './hear.ts';
import type { Line } from './line.ts';

/** Gives everybody in the room what they must hear now: music, each other, or nothing. */
export function updateHearing(line: Line, conference: Conference): void {
  const connected = connectedParticipants(conference);
  const rings = conference.participants.some(({ status, earlyMedia }) => status === 'ringing' && earlyMedia);
  for (const participant of connected) {
    const others = connected.filter((other) => other !== participant && !other.hold);
    const isAlone = connected.length === 1;
    const what = whatIsHeard(line, participant, { hasOthers: others.length > 0, isAlone, rings });
    const names = what === 'talk' ? others.map(({ label, call }) => label ?? call.sid).join(', ') : '';
    change(line, participant, what, names);
  }
}

function whatIsHeard(
  line: Line,
  { hold, conference }: Participant,
  { hasOthers, isAlone, rings }: { hasOthers: boolean; isAlone: boolean; rings: boolean },
) {
  if (hold) return 'hold';
  if (conference.status !== 'init' && hasOthers) return 'talk';
  if (rings) return 'ringing';
  const hasMusic = conference.status === 'init' || (isAlone && line.faults.behaviours.musicWhenLeftAlone);
  return hasMusic ? 'wait' : 'nothing';
}

/** Plays a document to one participant alone; what is to be heard then goes on. */
export function announce(
  line: Line,
  participant: Participant,
  document: { address: string; method: 'GET' | 'POST' },
): void {
  participant.hearing?.controller.abort();
  const controller = new AbortController();
  participant.hearing = { what: 'announcement', controller };
  void playWaitingDocument(line, participant, document, 'announcement', controller.signal).then(() => {
    if (!controller.signal.aborted) restartHearing(line, participant);
  });
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
  if (hearing?.what === 'announcement' && what !== 'hold') return;
  if (hearing?.what === what) {
    if (what === 'talk' && call.heard.at(-1)?.text !== names) hear(line, call, 'talk', names);
    return;
  }
  hearing?.controller.abort();
  const controller = new AbortController();
  participant.hearing = { what, controller };
  if (what === 'talk') hear(line, call, 'talk', names);
  else if (what === 'ringing') hear(line, call, 'ringback');
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

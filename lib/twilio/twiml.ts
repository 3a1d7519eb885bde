import VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js';
import { roomOf } from '@/lib/domain/calls/call';
import type { CallAnswer } from '@/lib/domain/calls/call-answer';
import { callerLabel } from '@/lib/domain/calls/leg';
import { longestMessageSeconds } from '@/lib/domain/recordings/recording';
import { plainText } from './plain-text';
import { positionWords } from './position-words';

/** How long Twilio tries our addresses, and when it tries again (twilio.com/docs/usage/webhooks/webhooks-connection-overrides). */
export const retryTwiml = '#rc=2&rp=ct,rt,5xx&ct=2000&rt=6000&tt=14000';
export const retryStatus = '#rc=3&rp=all';

/** What the callbacks of a call's room tell. */
export const roomEvents = ['start', 'end', 'join', 'leave', 'mute', 'hold', 'modify'] as const;

const voice = { language: 'ru-RU', voice: 'Polly.Tatyana' } as const;

/** Words that hold no Russian letter are English. */
const voiceFor = (text: string) =>
  /[а-яё]/i.test(text) ? voice : ({ language: 'en-GB', voice: 'Polly.Amy' } as const);

const words = {
  weCallBack: 'Мы увидим ваш звонок и перезвоним вам в рабочее время.',
  callLater: 'Пожалуйста, позвоните нам в рабочее время.',
  wait: 'Пожалуйста, подождите. Вам ответит первый освободившийся менеджер.',
  hold: 'Пожалуйста, оставайтесь на линии.',
  messageTaken: 'Спасибо, ваше сообщение принято. Мы вам перезвоним. До свидания!',
  noMessage: 'Сообщения нет. Мы увидим ваш звонок и перезвоним вам. До свидания!',
  calledOff: 'Извините за беспокойство, звонок отменён. Если потребуется, мы вам перезвоним. До свидания!',
  lineTrouble: 'Извините, связь прервалась. Пожалуйста, позвоните нам ещё раз через несколько минут.',
} as const;

export const twimlHeaders = { 'content-type': 'text/xml; charset=utf-8', 'cache-control': 'no-store' };

/** An answer to the line as TwiML (I10). */
export function renderAnswer(answer: CallAnswer): string {
  switch (answer.kind) {
    case 'room':
      return roomTwiml(answer.callId, answer.announcement);
    case 'employeeRoom':
      return employeeRoomTwiml(answer);
    case 'lineCheck':
      return lineCheckTwiml();
    case 'supervisorRoom':
      return supervisorRoomTwiml(answer);
    case 'closed':
      return ending(answer.greeting, answer.canCallBack ? words.weCallBack : words.callLater);
    case 'message':
      return messageTwiml(answer);
    case 'apology':
      return ending(answer.words);
    case 'announcement':
      return announcementTwiml(answer.words);
    case 'excuse':
      return ending(words.calledOff);
    case 'rejected':
      return written((response) => response.reject({ reason: 'busy' }));
    case 'hangUp':
      return written((response) => response.hangup());
  }
}

/** The caller alone in a room of their own, with music until somebody of ours joins (S0); that they are recorded is said before. */
function roomTwiml(callId: string, announcement: string | null): string {
  const response = new VoiceResponse();
  if (announcement !== null) response.say(voiceFor(announcement), plainText(announcement));
  const dial = response.dial({
    action: `/api/twilio/voice/caller-left?c=${callId}${retryTwiml}`,
    method: 'POST',
  });
  dial.conference(
    {
      participantLabel: callerLabel,
      startConferenceOnEnter: false,
      endConferenceOnExit: true,
      beep: 'false',
      maxParticipants: 12,
      waitUrl: `/api/twilio/voice/wait?c=${callId}${retryTwiml}`,
      waitMethod: 'POST',
      ...roomCallback(callId),
    },
    roomOf(callId),
  );
  return response.toString();
}

type EmployeeRoom = Extract<CallAnswer, { kind: 'employeeRoom' }>;

/** Where the room reports; Twilio believes the first in the room alone. */
const roomCallback = (callId: string) => ({
  statusCallback: `/api/twilio/conference-status?c=${callId}${retryStatus}`,
  statusCallbackMethod: 'POST',
  statusCallbackEvent: [...roomEvents],
});

/** An employee's browser in the caller's room, which starts with them and does not end with them (S1). */
function employeeRoomTwiml({ callId, label, opensRoom }: EmployeeRoom): string {
  const response = new VoiceResponse();
  response.dial().conference(
    {
      participantLabel: label,
      startConferenceOnEnter: true,
      endConferenceOnExit: false,
      beep: 'false',
      waitUrl: '',
      ...(opensRoom && roomCallback(callId)),
    },
    roomOf(callId),
  );
  return response.toString();
}

function announcementTwiml(announcement: string | null): string {
  return written((response) => {
    if (announcement !== null) response.say(voiceFor(announcement), plainText(announcement));
  });
}

/** Some ten seconds of sound there and back; nothing of it is kept. */
const lineCheckTwiml = () =>
  written((response) => {
    response.play('/sounds/hold.wav');
    response.hangup();
  });

/** A supervisor's browser in the caller's room, which neither starts nor ends with them (S5). */
function supervisorRoomTwiml({
  callId,
  label,
  mode,
  coachCallSid,
}: CallAnswer & { kind: 'supervisorRoom' }): string {
  const response = new VoiceResponse();
  response.dial().conference(
    {
      participantLabel: label,
      startConferenceOnEnter: false,
      endConferenceOnExit: false,
      beep: 'false',
      muted: mode === 'listen' || (mode === 'whisper' && !coachCallSid),
      ...(mode === 'whisper' && coachCallSid && { coach: coachCallSid }),
      waitUrl: '',
    },
    roomOf(callId),
  );
  return response.toString();
}

/** Words, a tone, and what the caller says after it; one who says nothing is let go with words (S6). */
function messageTwiml({ callId, why, invitation }: CallAnswer & { kind: 'message' }): string {
  return written((response) => {
    response.say(voiceFor(why), plainText(why));
    response.say(voiceFor(invitation), plainText(invitation));
    response.record({
      action: `/api/twilio/voice/vm-done?c=${callId}${retryTwiml}`,
      method: 'POST',
      maxLength: longestMessageSeconds,
      timeout: 5,
      finishOnKey: '#',
      playBeep: true,
      recordingStatusCallback: `/api/twilio/recording-status?c=${callId}${retryStatus}`,
      recordingStatusCallbackMethod: 'POST',
      recordingStatusCallbackEvent: ['completed', 'absent'],
    });
    response.say(voice, words.noMessage);
    response.hangup();
  });
}

/** What is said when a message was left. */
export const messageTakenTwiml = () => ending(words.messageTaken);

/** For a line that reaches us while nothing of ours answers. */
export const lineTroubleTwiml = () => ending(words.lineTrouble);

/**
 * One turn of waiting: it ends by asking again, since a conference whose music ends goes silent. `position`: the place in
 * the queue, null when it is not told.
 */
export function waitTwiml(callId: string, turn: number, position: number | null): string {
  const response = new VoiceResponse();
  if (turn % 3 === 1) {
    response.say(voice, words.wait);
    if (position !== null) response.say(voice, positionWords(position));
  }
  response.play('/sounds/ringing.wav');
  response.redirect({ method: 'POST' }, `/api/twilio/voice/wait?c=${callId}&turn=${turn + 1}${retryTwiml}`);
  return response.toString();
}

/** One turn of music for a caller whose call is being handed over or taken up again. */
export function holdTwiml(callId: string, turn: number, position: number | null): string {
  const response = new VoiceResponse();
  if (turn % 3 === 0) {
    response.say(voice, words.hold);
    if (position !== null && turn > 0) response.say(voice, positionWords(position));
  }
  response.play('/sounds/hold.wav');
  response.redirect({ method: 'POST' }, `/api/twilio/voice/hold?c=${callId}&turn=${turn + 1}${retryTwiml}`);
  return response.toString();
}

function ending(...sentences: string[]): string {
  return written((response) => {
    for (const sentence of sentences) response.say(voiceFor(sentence), plainText(sentence));
    response.hangup();
  });
}

function written(write: (response: VoiceResponse) => unknown): string {
  const response = new VoiceResponse();
  write(response);
  return response.toString();
}

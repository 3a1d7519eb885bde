import twilio from 'twilio';
import type RequestClient from 'twilio/lib/base/RequestClient.js';
import { roomOf } from '@/lib/domain/calls/call';
import type { CallAnswer } from '@/lib/domain/calls/call-answer';
import { callerLabel } from '@/lib/domain/calls/leg';
import { defaultCallWords } from '@/lib/domain/settings/call-words';
import { isRepeatable, type PhoneAnswer, type PhoneCommand, type Telephony } from '@/lib/domain/telephony';
import { problemAnswer } from './problem-answer';
import { StandInClient } from './stand-in-client';
import { renderAnswer, retryStatus, retryTwiml, roomEvents } from './twiml';

export type TelephonySettings = {
  twilioAccountSid: string;
  twilioApiKeySid: string;
  twilioApiKeySecret: string;
  twilioApiBaseUrl?: string;
  publicUrl: string;
};

const timeoutMs = 10_000;
/** Of any list. */
const largestPage = 1000;
/** At most, together with Twilio's times being to the second. */
const clocksDifferByMs = 3000;

/** Without the employee's leg there is nobody to whisper to: they are heard by nobody, and nobody else by mistake. */
function heardAs({ mode, coachCallSid }: PhoneCommand & { type: 'joinSupervisor' | 'supervise' }) {
  if (mode === 'barge') return { muted: false, coaching: false };
  if (mode === 'whisper' && coachCallSid) {
    return { muted: false, coaching: true, callSidToCoach: coachCallSid };
  }
  return { muted: true, coaching: false };
}

const clientOf = ({ twilioApiBaseUrl }: TelephonySettings): RequestClient =>
  twilioApiBaseUrl
    ? new StandInClient(twilioApiBaseUrl, timeoutMs)
    : new twilio.RequestClient({ timeout: timeoutMs, keepAlive: true });

/**
 * The REST side of Twilio. Nothing is retried in here: the outbox knows what may be sent again. `httpClient`: what carries
 * the requests, over the network unless given.
 */
export function createTelephony(
  settings: TelephonySettings,
  httpClient: RequestClient = clientOf(settings),
): Telephony {
  const client = twilio(settings.twilioApiKeySid, settings.twilioApiKeySecret, {
    accountSid: settings.twilioAccountSid,
    autoRetry: false,
    // Left out, they are taken from TWILIO_EDGE and TWILIO_REGION of the environment, and calls go to another host.
    edge: '',
    region: '',
    httpClient,
  });
  const webhook = (path: string) => `${settings.publicUrl}/api/twilio/${path}`;

  const currentRecording = (callSid: string) => client.calls(callSid).recordings('Twilio.CURRENT');

  async function send(
    command: PhoneCommand,
    callId: string,
  ): Promise<{ legCallSid?: string; recordingSid?: string }> {
    switch (command.type) {
      case 'join':
      case 'dial': {
        const { to, from, label, conferenceSid } = command;
        // Only where nobody is yet may the room be named: a name opens an empty one when the caller is gone.
        const leg = await client.conferences(conferenceSid ?? roomOf(callId)).participants.create({
          to,
          from,
          label,
          startConferenceOnEnter: true,
          endConferenceOnExit: label === callerLabel,
          beep: 'false',
          earlyMedia: command.type === 'dial',
          timeout: command.timeoutSeconds,
          statusCallback: `${webhook('call-status')}?c=${callId}&leg=${label}${retryStatus}`,
          statusCallbackMethod: 'POST',
          statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
          ...(conferenceSid === null && {
            conferenceStatusCallback: `${webhook('conference-status')}?c=${callId}${retryStatus}`,
            conferenceStatusCallbackMethod: 'POST',
            conferenceStatusCallbackEvent: [...roomEvents],
          }),
        });
        return { legCallSid: leg.callSid };
      }
      case 'joinSupervisor': {
        const { to, from, label } = command;
        const leg = await client.conferences(command.conferenceSid).participants.create({
          to,
          from,
          label,
          startConferenceOnEnter: false,
          endConferenceOnExit: false,
          beep: 'false',
          earlyMedia: false,
          ...heardAs(command),
          timeout: command.timeoutSeconds,
          statusCallback: `${webhook('call-status')}?c=${callId}&leg=${label}${retryStatus}`,
          statusCallbackMethod: 'POST',
          statusCallbackEvent: ['initiated', 'ringing', 'answered', 'completed'],
        });
        return { legCallSid: leg.callSid };
      }
      case 'supervise':
        await client.conferences(command.conferenceSid).participants(command.label).update(heardAs(command));
        return {};
      case 'hold':
        await client
          .conferences(command.conferenceSid)
          .participants(command.label ?? callerLabel)
          .update({
            hold: true,
            holdUrl: `${webhook('voice/hold')}?c=${callId}${retryTwiml}`,
            holdMethod: 'POST',
          });
        return {};
      case 'unhold':
        await client
          .conferences(command.conferenceSid)
          .participants(command.label ?? callerLabel)
          .update({ hold: false });
        return {};
      case 'wait':
        await client
          .conferences(command.conferenceSid)
          .participants(callerLabel)
          .update({ waitUrl: `${webhook('voice/wait')}?c=${callId}${retryTwiml}`, waitMethod: 'POST' });
        return {};
      case 'mute':
      case 'unmute':
        await client
          .conferences(command.conferenceSid)
          .participants(command.label)
          .update({ muted: command.type === 'mute' });
        return {};
      case 'removeLeg':
        await client.conferences(command.conferenceSid).participants(command.label).remove();
        return {};
      case 'startRecording': {
        const recording = await client.calls(command.callSid).recordings.create({
          recordingChannels: 'dual',
          recordingTrack: 'both',
          trim: 'do-not-trim',
          recordingStatusCallback: `${webhook('recording-status')}?c=${callId}&kind=conversation${retryStatus}`,
          recordingStatusCallbackMethod: 'POST',
          recordingStatusCallbackEvent: ['in-progress', 'completed', 'absent'],
        });
        return { recordingSid: recording.sid };
      }
      case 'pauseRecording':
        // Silence instead of a gap: what is said later keeps its place.
        await currentRecording(command.callSid).update({ status: 'paused', pauseBehavior: 'silence' });
        return {};
      case 'resumeRecording':
        await currentRecording(command.callSid).update({ status: 'in-progress' });
        return {};
      case 'callOff':
        await client.calls(command.callSid).update({ status: 'canceled' });
        return {};
      case 'announce':
        await client
          .conferences(command.conferenceSid)
          .participants(callerLabel)
          .update({
            announceUrl: `${webhook('voice/announcement')}?c=${callId}${retryTwiml}`,
            announceMethod: 'POST',
          });
        return {};
      case 'endCall':
        await client.calls(command.callSid).update({ status: 'completed' });
        return {};
      case 'takeMessage':
        await client.calls(command.callSid).update({
          url: `${webhook('voice/voicemail')}?c=${callId}${retryTwiml}`,
          method: 'POST',
        });
        return {};
      case 'sayAndEnd':
        await client.calls(command.callSid).update({
          twiml: renderAnswer(lastWordsOf(command)),
        });
        return {};
    }
  }

  return {
    async carryOut(command, callId): Promise<PhoneAnswer> {
      try {
        return { result: 'done', ...(await send(command, callId)) };
      } catch (error) {
        return problemAnswer(error, isRepeatable(command));
      }
    },

    async legsOf(callId) {
      const rooms = await client.conferences.list({ friendlyName: roomOf(callId), limit: 5 });
      const room = rooms.find(({ status }) => status !== 'completed');
      if (!room) return null;
      const participants = await client.conferences(room.sid).participants.list({ limit: 50 });
      const legs = participants.map(({ label, callSid, status, hold }) => ({ label, callSid, status, hold }));
      return { conferenceSid: room.sid, legs };
    },

    async hasRung({ to, from, since }) {
      const calls = await client.calls.list({ to, from, limit: 20 });
      return calls.some(({ dateCreated }) => dateCreated.getTime() >= since - clocksDifferByMs);
    },

    async recordingsOf(callSid) {
      const recordings = await client.calls(callSid).recordings.list({ limit: 20 });
      return recordings.map(({ sid, status }) => ({ recordingSid: sid, status }));
    },

    async receivedCalls(since, limit) {
      const calls = await client.calls.list({
        startTimeAfter: new Date(since),
        limit,
        pageSize: Math.min(limit, largestPage),
      });
      return calls
        .filter(({ direction }) => direction === 'inbound')
        .map(({ sid, from, to, status, startTime, dateCreated, endTime }) => ({
          callSid: sid,
          from,
          to,
          status,
          startedAt: (startTime ?? dateCreated).getTime(),
          endedAt: endTime?.getTime() ?? null,
        }));
    },

    async callStatus(callSid) {
      try {
        const { status, endTime } = await client.calls(callSid).fetch();
        return { status, endedAt: endTime?.getTime() ?? null };
      } catch (error) {
        if (problemAnswer(error, true).result === 'gone') return null;
        throw error;
      }
    },
  };
}

function lastWordsOf({ words, text }: PhoneCommand & { type: 'sayAndEnd' }): CallAnswer {
  if (words === 'calledOff') return { kind: 'excuse' };
  const { apology, apologyWithheld } = defaultCallWords;
  return { kind: 'apology', words: text ?? (words === 'nobodyAnswered' ? apology : apologyWithheld) };
}

import type { RecordingOrder } from '@/lib/domain/calls/call-event';
import { callerLabel } from '@/lib/domain/calls/leg';
import {
  endsWithWords,
  isOfRecording,
  isRepeatable,
  type LegState,
  type PhoneAnswer,
  type PhoneCommand,
  type ReceivedCall,
  type RunningRecording,
  ringsTelephone,
  type Telephony,
} from '@/lib/domain/telephony';

type Ring = Extract<PhoneCommand, { type: 'join' | 'joinSupervisor' | 'dial' }>;

const isRing = (command: PhoneCommand): command is Ring => ringsTelephone(command.type);

/** A phone provider that does as it is told, remembers it, and fails when it is asked to. */
export class RecordingTelephony implements Telephony {
  readonly sent: PhoneCommand[] = [];
  /** Answers given before the usual one, in order; `lost`: carried out, but the answer never came. */
  readonly nextAnswers: (PhoneAnswer | 'lost' | 'crash')[] = [];
  readonly rooms = new Map<string, { conferenceSid: string; legs: LegState[] }>();
  /** What the provider has of calls that came in, the latest first. */
  readonly received: ReceivedCall[] = [];
  readonly statuses = new Map<string, { status: string; endedAt: number | null }>();
  /** By the caller's CallSid, the latest first. */
  readonly recordings = new Map<string, RunningRecording[]>();
  now = () => 0;
  private readonly rung: { to: string; from: string; at: number }[] = [];
  private lastLeg = 0;
  private lastRecording = 0;

  async carryOut(command: PhoneCommand, callId: string): Promise<PhoneAnswer> {
    const planned = this.nextAnswers.shift();
    if (planned === 'crash') throw new Error('the process died here');
    if (planned && planned !== 'lost') return planned;
    this.sent.push(command);
    const answer = this.perform(command, callId);
    if (planned !== 'lost') return answer;
    const problem = 'timeout';
    return isRepeatable(command)
      ? { result: 'retry', problem, afterMs: 1000 }
      : { result: 'unknown', problem };
  }

  async legsOf(callId: string) {
    return this.rooms.get(callId) ?? null;
  }

  async hasRung({ to, from, since }: { to: string; from: string; since: number }) {
    return this.rung.some((leg) => leg.to === to && leg.from === from && leg.at >= since);
  }

  async recordingsOf(callSid: string) {
    return this.recordings.get(callSid) ?? [];
  }

  async receivedCalls(since: number, limit: number) {
    return this.received.filter(({ startedAt }) => startedAt >= since).slice(0, limit);
  }

  async callStatus(callSid: string) {
    return this.statuses.get(callSid) ?? null;
  }

  sentOf<Type extends PhoneCommand['type']>(type: Type) {
    return this.sent.filter((command): command is PhoneCommand & { type: Type } => command.type === type);
  }

  private records(order: RecordingOrder, callSid: string): PhoneAnswer {
    const [current, ...earlier] = this.recordings.get(callSid) ?? [];
    if (order === 'startRecording') {
      const recordingSid = `RE${String(++this.lastRecording).padStart(32, '0')}`;
      const all = current ? [current, ...earlier] : [];
      this.recordings.set(callSid, [{ recordingSid, status: 'in-progress' }, ...all]);
      return { result: 'done', recordingSid };
    }
    if (!current) return { result: 'gone', problem: '20404' };
    current.status = order === 'pauseRecording' ? 'paused' : 'in-progress';
    return { result: 'done' };
  }

  private leaves(callId: string, label: string): void {
    const room = this.rooms.get(callId);
    if (room) room.legs = room.legs.filter((leg) => leg.label !== label);
  }

  private perform(command: PhoneCommand, callId: string): PhoneAnswer {
    if (endsWithWords(command.type)) this.leaves(callId, callerLabel);
    if (isOfRecording(command.type))
      return this.records(command.type, (command as { callSid: string }).callSid);
    if (command.type === 'hold' || command.type === 'unhold') {
      const { type, label = callerLabel } = command;
      const leg = this.rooms.get(callId)?.legs.find((each) => each.label === label);
      if (leg) leg.hold = type === 'hold';
    }
    if (!isRing(command)) return { result: 'done' };
    if (command.conferenceSid === null) {
      this.rooms.set(callId, { conferenceSid: `CF-${callId}`, legs: [] });
    }
    const legCallSid = `CA-leg-${++this.lastLeg}`;
    this.rung.push({ to: command.to, from: command.from, at: this.now() });
    this.rooms.get(callId)?.legs.push({
      label: command.label,
      callSid: legCallSid,
      status: 'ringing',
      hold: false,
    });
    return { result: 'done', legCallSid };
  }
}

import type { Db } from '@/db/store';
import { legLabel } from '@/lib/domain/calls/leg';
import { defaultCallTimes } from '@/lib/domain/calls/times';
import { secondMs } from '@/lib/domain/duration';
import { CallLog, type DemoCaller, inventSid } from './call-log';
import type { Chronicle } from './chronicle';
import type { DemoEmployee } from './company';

/** One past call in the words of those who were on the line. */
export class ToldCall extends CallLog {
  /** What the conversation adds to the call's row. */
  readonly learnt: Partial<Db['t']['calls']['$inferSelect']> = {};

  constructor(chronicle: Chronicle, caller: DemoCaller, arrivedAt: number) {
    super(chronicle, caller, arrivedAt);
    this.happen({ type: 'caller.joined', conferenceSid: this.conferenceSid }, arrivedAt + secondMs);
  }

  /** Somebody takes the ringing call; two seconds later they are on the line. Returns that time. */
  take(employee: DemoEmployee, at: number): number {
    const generation = this.claims.length + 1;
    const label = legLabel(employee.id, generation);
    const legCallSid = inventSid(this.chronicle, 'CA');
    const purpose = this.folded.context.offered.purpose;
    const mine = this.offers.find(
      ({ employeeId, endedAt }) => employeeId === employee.id && endedAt === null,
    );
    if (mine) Object.assign(mine, { endedAt: at, outcome: 'claimed' });
    this.claims.push({
      callId: this.id,
      generation,
      employeeId: employee.id,
      purpose,
      claimedAt: at,
      expiresAt: at + defaultCallTimes.claimSeconds * secondMs,
      label,
      phoneKind: 'dialled' as const,
      legCallSid,
      joinedAt: null,
      leftAt: null,
      releasedAt: null,
      releaseReason: null,
    });
    this.happen({ type: 'employee.claimed', employeeId: employee.id, generation }, at);
    const joinedAt = at + 2 * secondMs;
    if (generation === 1) {
      this.happen({ type: 'conference.started', conferenceSid: this.conferenceSid }, joinedAt);
    }
    this.happen({ type: 'employee.joined', label, conferenceSid: this.conferenceSid, legCallSid }, joinedAt);
    if (purpose !== 'inbound') this.happen({ type: 'caller.unheld', sequence: this.facts.length }, joinedAt);
    return joinedAt;
  }

  /** The employee on the line hands the caller over and leaves. */
  handOver(to: { departmentId: string; employeeId: string | null }, at: number): void {
    const { label } = this.claims.at(-1)!;
    this.happen({ type: 'employee.handedOver', ...to }, at);
    this.happen({ type: 'caller.held', sequence: this.facts.length }, at + secondMs);
    this.happen({ type: 'employee.left', label, endsCall: false }, at + secondMs);
  }

  /** Nobody took the hand-over in its time: the call is offered to its manager again (IN-10). Returns that time. */
  returnToManager(handedOverAt: number): number {
    const at = handedOverAt + defaultCallTimes.handOverSeconds * secondMs;
    this.happen({ type: 'offer.lapsed', round: this.folded.context.offered.round, managerIsFree: true }, at);
    return at;
  }

  /** Rounds of offers lapse until the caller has waited long enough (IN-11). */
  waitInVain(): void {
    const { offerSeconds, waitingSeconds } = defaultCallTimes;
    for (let seconds = offerSeconds; seconds < waitingSeconds; seconds += offerSeconds) {
      const round = this.folded.context.offered.round;
      this.happen({ type: 'offer.lapsed', round, managerIsFree: false }, this.arrivedAt + seconds * secondMs);
    }
    this.happen({ type: 'waiting.lapsed' }, this.arrivedAt + waitingSeconds * secondMs);
    this.tellCompletion(this.lastAt + 9 * secondMs);
  }

  /** The caller gives up before anybody takes the call. */
  hangUpRinging(afterMs: number): void {
    const { offerSeconds } = defaultCallTimes;
    for (let seconds = offerSeconds; seconds * secondMs < afterMs; seconds += offerSeconds) {
      const round = this.folded.context.offered.round;
      this.happen({ type: 'offer.lapsed', round, managerIsFree: false }, this.arrivedAt + seconds * secondMs);
    }
    this.end('caller', this.arrivedAt + afterMs);
  }

  /** Whoever hangs up first, the room closes and the call completes. */
  end(by: 'caller' | 'employee', at: number): void {
    const current = this.claims.at(-1);
    if (by === 'employee') {
      this.happen({ type: 'employee.endedCall' }, at);
      if (current) this.happen({ type: 'employee.left', label: current.label, endsCall: true }, at);
    } else if (current) {
      current.leftAt ??= at + secondMs;
    }
    this.happen({ type: 'caller.left' }, at + secondMs);
    this.happen({ type: 'conference.ended' }, at + secondMs);
    this.tellCompletion(at + 2 * secondMs);
  }

  get endedAt(): number {
    return this.folded.context.endedAt!;
  }

  private tellCompletion(at: number): void {
    this.happen({ type: 'call.completed', status: 'completed' }, at);
  }
}

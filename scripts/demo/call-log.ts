import type { Db } from '@/db/store';
import type { CallerKind } from '@/lib/domain/calls/call';
import { callMachineVersion } from '@/lib/domain/calls/call.machine';
import type { CallEffect } from '@/lib/domain/calls/call-effect';
import { type CallEvent, type CallHappening, isHappening } from '@/lib/domain/calls/call-event';
import { beginCall, type FoldedCall, foldCall } from '@/lib/domain/calls/fold-call';
import { defaultCallTimes } from '@/lib/domain/calls/times';
import type { Chronicle } from './chronicle';

type Row<Table extends keyof Db['t']> = Db['t'][Table]['$inferSelect'];

export type DemoCaller = { text: string; kind: CallerKind; e164: string | null };

/** What happened to one call, folded by the call machine, with the facts, offers and claims that it left. */
export class CallLog {
  readonly id: string;
  readonly callSid: string;
  readonly conferenceSid: string;
  readonly offers: Row<'callOffers'>[] = [];
  readonly claims: Row<'callClaims'>[] = [];
  readonly facts: Omit<Row<'callFacts'>, 'id'>[] = [];
  readonly chronicle: Chronicle;
  readonly caller: DemoCaller;
  readonly arrivedAt: number;
  folded: FoldedCall;
  lastAt: number;

  constructor(chronicle: Chronicle, caller: DemoCaller, arrivedAt: number) {
    const { random, company } = chronicle;
    this.chronicle = chronicle;
    this.caller = caller;
    this.arrivedAt = arrivedAt;
    this.lastAt = arrivedAt;
    this.id = random.idAt(arrivedAt);
    this.callSid = inventSid(chronicle, 'CA');
    this.conferenceSid = inventSid(chronicle, 'CF');
    this.folded = beginCall({
      admission: 'open',
      clientDepartmentId: company.departments.client.id,
      times: defaultCallTimes,
      arrivedAt,
    });
    const arrival = { type: 'call.arrived', callSid: this.callSid, from: caller.text, to: company.number };
    this.keepFact({ ...arrival, admission: 'open' }, this.callSid, arrivedAt);
    this.carryOut(this.folded.effects, arrivedAt);
  }

  happen(happening: CallHappening, at: number): void {
    const { snapshot } = this.folded;
    const event = { ...happening, at, now: at } as CallEvent;
    const result = foldCall({ snapshot, machineVersion: callMachineVersion }, event);
    if (result.result === 'unreadable') throw new Error(result.reason);
    if (isHappening(happening)) this.keepFact(event, this.subjectOf(happening), at, result.result);
    else if (result.result === 'applied') this.keepFact(event, null, at);
    this.lastAt = at;
    if (result.result === 'ignored') return;
    this.folded = result;
    this.carryOut(result.effects, at);
  }

  private subjectOf(happening: CallHappening): string {
    return happening.type === 'call.completed' ? this.callSid : this.conferenceSid;
  }

  /** A fact of the line about its call or room; without one, a decision of ours. */
  private keepFact(
    event: { type: string; [detail: string]: unknown },
    subject: string | null,
    at: number,
    effect: 'applied' | 'ignored' = 'applied',
  ): void {
    const order = this.facts.length;
    this.facts.push({
      dedupeKey: `${subject ?? this.id}:${subject ? event.type : 'decision'}:${order}`,
      callId: this.id,
      callSid: subject && this.callSid,
      kind: event.type,
      event,
      sequenceNumber: subject === null ? null : order,
      occurredAt: at,
      receivedAt: at,
      effect,
      answer: null,
    });
  }

  private carryOut(effects: readonly CallEffect[], at: number): void {
    for (const effect of effects) {
      if (effect.type === 'offer') this.offer(effect, at);
      else if (effect.type === 'endOffers') this.endOffers(effect.outcome, at);
      else if (effect.type === 'recordJoin') this.claims[effect.generation - 1]!.joinedAt = effect.at;
      else if (effect.type === 'recordLeave') this.leave(effect.label, effect.at);
    }
  }

  private offer(effect: Extract<CallEffect, { type: 'offer' }>, at: number): void {
    const people = this.chronicle.company.employees.filter(
      ({ id, departmentId }) =>
        departmentId === effect.departmentId && (effect.employeeId === null || id === effect.employeeId),
    );
    for (const { id } of people) {
      this.offers.push({
        id: this.chronicle.random.idAt(at),
        callId: this.id,
        round: effect.round,
        purpose: effect.purpose,
        departmentId: effect.departmentId,
        employeeId: id,
        offeredAt: at,
        endsAt: effect.endsAt,
        endedAt: null,
        outcome: null,
        declineReason: null,
      });
    }
  }

  private endOffers(outcome: 'lapsed' | 'withdrawn', at: number): void {
    for (const offer of this.offers)
      if (offer.endedAt === null) Object.assign(offer, { endedAt: at, outcome });
  }

  private leave(label: string, at: number): void {
    const claim = this.claims.find((one) => one.label === label);
    if (claim) claim.leftAt = at;
  }
}

export function inventSid({ random }: Chronicle, prefix: 'CA' | 'CF'): string {
  return prefix + Array.from({ length: 32 }, () => random.between(0, 15).toString(16)).join('');
}

import { expect } from 'vitest';
import { listOpenCallOffers } from '@/db/call-offers';
import { type CallRow, findCallBySid, getCall } from '@/db/calls';
import { insertCompanyNumber } from '@/db/company-numbers';
import { updateEmployee } from '@/db/employees';
import type { Dialect, Store } from '@/db/store';
import { openTestStore } from '@/db/testing';
import type { CallPhase } from '@/lib/domain/calls/call';
import { readDecline } from '@/lib/domain/calls/decline-reason';
import { legLabel } from '@/lib/domain/calls/leg';
import type { BusinessHours } from '@/lib/domain/deadlines/business-hours';
import type { DepartmentKind } from '@/lib/domain/employees/roles';
import { defaultLineOpening, type LineOpening } from '@/lib/domain/settings/line-opening';
import { answerFallback } from '@/lib/operations/calls/answer-fallback';
import { callerLeft } from '@/lib/operations/calls/caller-left';
import { claimCall } from '@/lib/operations/calls/claim-call';
import { declineOffer } from '@/lib/operations/calls/decline-offer';
import { dispatchPhoneCommands } from '@/lib/operations/calls/dispatch-phone-commands';
import { endCallAfterClosing } from '@/lib/operations/calls/end-call';
import { type HandOverTarget, holdAndOffer } from '@/lib/operations/calls/hand-over-call';
import { joinByBrowser } from '@/lib/operations/calls/join-by-browser';
import { keptContextOf } from '@/lib/operations/calls/kept-context';
import { type CallToPlace, placeCall } from '@/lib/operations/calls/place-call';
import { receiveInboundCall } from '@/lib/operations/calls/receive-inbound-call';
import { recordCallEvent } from '@/lib/operations/calls/record-call-event';
import { topUpOffers } from '@/lib/operations/calls/top-up-offers';
import type { Context } from '@/lib/operations/context';
import { fireDueDeadlines } from '@/lib/operations/deadlines/sweep';
import type { TestName } from '@/lib/operations/employees/testing';
import { createTestWorld, type TestWorld } from '@/lib/operations/testing';
import { hireTestCompany, type TestCompany } from '@/lib/operations/testing-company';
import {
  readArrival,
  readBrowserJoin,
  readCallStatusFact,
  readConferenceFact,
} from '@/lib/twilio/call-event';
import { renderAnswer } from '@/lib/twilio/twiml';
import { RecordingTelephony } from './recording-telephony';
import { RecordingsInMemory } from './recordings-in-memory';

export const callerNumber = '+73842581234';
export const companyNumber = '+74951234567';

/** A line into a company of test people, spoken to in the words of the business; the clock moves only when told. */
export async function openLine(
  dialect: Dialect,
  hours: Partial<Record<DepartmentKind, BusinessHours>> = {},
): Promise<TestLine> {
  const store = await openTestStore(dialect);
  const world = createTestWorld(store);
  const company = await hireTestCompany(world, hours);
  await store.tx(async (db) => {
    await db.q.update(db.t.employees).set({ phone: '+74951230000' });
  });
  return new TestLine(store, world, company);
}

export class TestLine {
  readonly telephony = new RecordingTelephony();
  readonly recordings = new RecordingsInMemory();
  readonly busyCalls = new Set<string>();
  readonly system = () => this.world.as(null);
  private lastCall = 0;

  constructor(
    readonly store: Store,
    readonly world: TestWorld,
    readonly company: TestCompany,
  ) {
    this.telephony.now = world.now;
  }

  /** These people sit at an open console and chose to be available. */
  async available(...names: TestName[]): Promise<void> {
    for (const name of names) await this.company.setPresence(name, 'available');
  }

  /** These people's telephone is the browser of their console. */
  async inBrowser(...names: TestName[]): Promise<void> {
    await this.store.tx(async (db) => {
      for (const name of names) await updateEmployee(db, name, { phoneKind: 'browser', phone: null });
    });
  }

  async onBreak(...names: TestName[]): Promise<void> {
    for (const name of names) await this.company.setPresence(name, 'break');
  }

  async isAbsent(name: TestName, substituteId: TestName): Promise<void> {
    await this.company.setPresence(name, 'absent');
    await this.store.tx((db) => updateEmployee(db, name, { substituteId }));
  }

  /** A number of the company, from which calls are placed. */
  async hasNumber(
    e164 = companyNumber,
    more: { recordsConversations?: boolean } & Partial<LineOpening> = {},
  ): Promise<string> {
    const id = this.world.newId();
    const row = { id, e164, name: e164, createdAt: this.world.now(), disabledAt: null };
    const { recordsConversations = false, ...opening } = more;
    const recording = { recordsConversations, retentionDays: 365, announcement: 'Разговор записывается.' };
    await this.store.tx((db) =>
      insertCompanyNumber(db, { ...row, ...recording, ...defaultLineOpening, ...opening }),
    );
    return id;
  }

  /** Somebody calls a number; what waits in the outbox is sent. */
  async placesCall(name: TestName, call: Partial<CallToPlace> = {}): Promise<TestCall> {
    const input = { phone: callerNumber, counterpartyId: null, numberId: null, ...call };
    const { callId } = await placeCall(this.world.as(this.company.as(name)), input);
    await this.dispatch();
    return new TestCall(this, (await getCall(this.store.read, callId))!, '');
  }

  async callerCalls({
    from = callerNumber,
    to = companyNumber,
    callSid = `CA${++this.lastCall}`,
  } = {}): Promise<TestCall> {
    const twiml = await this.announces(callSid, from, to);
    return new TestCall(this, (await findCallBySid(this.store.read, callSid))!, twiml);
  }

  /** The line's request for the call's first answer, which it may repeat. */
  announces(callSid: string, from = callerNumber, to = companyNumber): Promise<string> {
    const arrival = readArrival({ CallSid: callSid, From: from, To: to });
    return receiveInboundCall(this.system(), { arrival, render: renderAnswer });
  }

  fallsBack(callSid: string, path = 'voice/inbound'): Promise<string> {
    const arrival = readArrival({ CallSid: callSid, From: callerNumber, To: companyNumber });
    const problem = { code: '11200', url: `https://calls.example.com/api/twilio/${path}` };
    return answerFallback(this.system(), { arrival, problem, render: renderAnswer });
  }

  /** Sends what waits in the outbox, as far as it can go now. */
  dispatch = () => dispatchPhoneCommands(this.system, this.telephony, this.busyCalls);

  /** The seconds pass one by one, each with its work; consoles that are open stay alive. */
  async pass(seconds: number): Promise<void> {
    for (let second = 0; second < seconds; second += 1) {
      this.world.pass(1000);
      if (second % 10 === 0) await this.keepAlive();
      await fireDueDeadlines(this.system());
      await topUpOffers(this.system());
      await this.dispatch();
    }
    await this.keepAlive();
  }

  private async keepAlive(): Promise<void> {
    await this.store.tx(async (db) => {
      await db.q.update(db.t.liveConnections).set({ lastSeenAt: this.world.now() });
    });
  }
}

type DialIn = { legCallSid: string; generation: number; callId: string };

export class TestCall {
  readonly callId: string;
  callSid: string;
  readonly conferenceSid: string;
  private sequence = 0;

  constructor(
    readonly line: TestLine,
    row: CallRow,
    readonly twiml: string,
  ) {
    this.callId = row.id;
    this.callSid = row.callSid;
    this.conferenceSid = `CF-${row.callSid}`;
    line.telephony.statuses.set(row.callSid, { status: 'in-progress', endedAt: null });
  }

  async row(): Promise<CallRow> {
    return (await getCall(this.line.store.read, this.callId))!;
  }

  async expectPhase(phase: CallPhase): Promise<void> {
    expect((await this.row()).phase).toBe(phase);
  }

  /** Who is being rung now. */
  async offeredTo(): Promise<string[]> {
    return (await listOpenCallOffers(this.line.store.read, this.callId)).map((offer) => offer.employeeId);
  }

  async labelOf(name: TestName): Promise<string> {
    const row = await this.row();
    const { claim, consult } = keptContextOf(row);
    const own = [claim, consult?.claim].find((each) => each?.employeeId === name);
    return own?.label ?? legLabel(name, row.claimGeneration);
  }

  /** A conference callback as the line sends it. */
  conference(event: string, form: Record<string, string> = {}, sequence = ++this.sequence) {
    const { world } = this.line;
    const callback = {
      ConferenceSid: this.conferenceSid,
      StatusCallbackEvent: event,
      SequenceNumber: String(sequence),
      Timestamp: new Date(world.now()).toUTCString(),
      ...form,
    };
    const query = new URLSearchParams({ c: this.callId });
    return recordCallEvent(this.line.system(), readConferenceFact(callback, query, world.now()));
  }

  /** A call status callback: of the caller, or of an employee's leg. */
  callStatus(form: Record<string, string>, query: Record<string, string> = {}) {
    const { world } = this.line;
    const callback = { Timestamp: new Date(world.now()).toUTCString(), ...form };
    const fact = readCallStatusFact(callback, new URLSearchParams(query), world.now());
    return recordCallEvent(this.line.system(), fact);
  }

  callerJoins() {
    const caller = { label: 'caller', callSid: this.callSid, status: 'connected', hold: false };
    this.line.telephony.rooms.set(this.callId, { conferenceSid: this.conferenceSid, legs: [caller] });
    return this.conference('participant-join', { ParticipantLabel: 'caller', CallSid: this.callSid });
  }

  /** Whom we called answers. */
  async partyAnswers() {
    const { telephony } = this.line;
    const leg = telephony.rooms.get(this.callId)?.legs.find(({ label }) => label === 'caller');
    if (!leg) throw new Error('nobody was called');
    leg.status = 'connected';
    this.callSid = leg.callSid;
    telephony.statuses.set(leg.callSid, { status: 'in-progress', endedAt: null });
    await this.conference('participant-join', { ParticipantLabel: 'caller', CallSid: leg.callSid });
    await this.line.dispatch();
  }

  /** The line's word on the number we called, as the leg's own callback. */
  async partyIs(status: 'ringing' | 'busy' | 'no-answer' | 'failed' | 'canceled' | 'completed') {
    const { callSid } = await this.row();
    const form = { CallSid: callSid, CallStatus: status, SequenceNumber: status === 'ringing' ? '1' : '2' };
    await this.callStatus(form, { c: this.callId, leg: 'caller' });
    await this.line.dispatch();
  }

  async callerHangsUp() {
    await this.conference('participant-leave', { ParticipantLabel: 'caller', CallSid: this.callSid });
    await this.conference('conference-end');
    return this.callCompletes();
  }

  callCompletes(status = 'completed') {
    const { telephony, world } = this.line;
    telephony.statuses.set(this.callSid, { status, endedAt: world.now() });
    telephony.rooms.delete(this.callId);
    return this.callStatus({ CallSid: this.callSid, CallStatus: status });
  }

  /** The line says that the caller is out of the room, and asks what next. */
  callerLeavesRoom(): Promise<string> {
    const { callId, callSid } = this;
    const dedupeKey = `${callSid}:caller-left:answered`;
    return callerLeft(this.line.system(), { dedupeKey, callId, callSid, render: renderAnswer });
  }

  async joins(name: TestName) {
    const label = await this.labelOf(name);
    const room = this.line.telephony.rooms.get(this.callId);
    const leg = room?.legs.find((candidate) => candidate.label === label);
    if (leg) leg.status = 'connected';
    return this.conference('participant-join', {
      ParticipantLabel: label,
      CallSid: leg?.callSid ?? `CA-${label}`,
    });
  }

  async leaves(name: TestName, reason = 'participant_hung_up') {
    const label = await this.labelOf(name);
    const room = this.line.telephony.rooms.get(this.callId);
    if (room) room.legs = room.legs.filter((leg) => leg.label !== label);
    return this.conference('participant-leave', {
      ParticipantLabel: label,
      CallSid: `CA-${label}`,
      ReasonParticipantLeft: reason,
      ParticipantCallStatus: 'completed',
    });
  }

  /** A leg known by its label, such as that of whoever supervises, is in the room, or out of it again. */
  legJoins(label: string, callSid = `CA-${label}`) {
    const leg = this.line.telephony.rooms.get(this.callId)?.legs.find((each) => each.label === label);
    if (leg) leg.status = 'connected';
    return this.conference('participant-join', {
      ParticipantLabel: label,
      CallSid: leg?.callSid ?? callSid,
    });
  }

  legLeaves(label: string) {
    return this.conference('participant-leave', {
      ParticipantLabel: label,
      CallSid: `CA-${label}`,
      ReasonParticipantLeft: 'participant_hung_up',
      ParticipantCallStatus: 'completed',
    });
  }

  legIs(status: 'busy' | 'no-answer', leg: string) {
    const form = { CallSid: `CA-${leg}`, CallStatus: status, SequenceNumber: '2' };
    return this.callStatus(form, { c: this.callId, leg });
  }

  async phoneIs(status: 'busy' | 'no-answer', name: TestName) {
    return this.legIs(status, await this.labelOf(name));
  }

  /** A leg that was ended while it rang. */
  async stopsRinging(name: TestName) {
    const leg = await this.labelOf(name);
    const form = { CallSid: `CA-${leg}`, CallStatus: 'completed', CallDuration: '0', SequenceNumber: '3' };
    return this.callStatus(form, { c: this.callId, leg });
  }

  claims(name: TestName) {
    return claimCall(this.line.world.as(this.line.company.as(name)), { callId: this.callId });
  }

  /** The browser of this person dials the line with what it was told of a claim; returns what the line is answered. */
  async dialsIn(
    name: TestName,
    { legCallSid = `CA-${name}`, generation, callId = this.callId }: Partial<DialIn> = {},
  ): Promise<string> {
    const form = {
      CallSid: legCallSid,
      From: `client:agent_${name}`,
      x_callId: callId,
      x_claim: String(generation ?? (await this.row()).claimGeneration),
    };
    return joinByBrowser(this.line.system(), { ...readBrowserJoin(form), render: renderAnswer });
  }

  declines(name: TestName, reason = 'занят') {
    const context = this.line.world.as(this.line.company.as(name));
    return declineOffer(context, { callId: this.callId, ...readDecline(reason) });
  }

  /** Takes the call and is on the line with the caller. */
  async answers(name: TestName): Promise<void> {
    await this.claims(name);
    await this.line.dispatch();
    await this.joins(name);
    await this.line.dispatch();
  }

  /** What somebody does in their call bar, sent to the line. */
  async does<Input extends { callId: string }>(
    name: TestName,
    operation: (context: Context, input: Input) => Promise<unknown>,
    input: Omit<Input, 'callId'> = {} as Omit<Input, 'callId'>,
  ): Promise<void> {
    const context = this.line.world.as(this.line.company.as(name));
    await operation(context, { ...input, callId: this.callId } as Input);
    await this.line.dispatch();
  }

  async handsOver(target: HandOverTarget): Promise<void> {
    const context = this.line.system();
    await context.tx((tx) => holdAndOffer(tx, context, { id: this.callId }, target));
    await this.line.dispatch();
  }

  async saysGoodbye(): Promise<void> {
    const context = this.line.system();
    await context.tx((tx) => endCallAfterClosing(tx, context, { id: this.callId }));
    await this.line.dispatch();
  }
}

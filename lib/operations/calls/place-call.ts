import { insertCallClaim } from '@/db/call-claims';
import { insertCallFact } from '@/db/call-facts';
import { listOpenOffersTo } from '@/db/call-offers';
import { type CallRow, findOpenCallWith, insertCall, listCallsByIds } from '@/db/calls';
import { listVisibleCounterparties } from '@/db/counterparties';
import { getDepartment } from '@/db/departments';
import { listOpenCallsOf } from '@/db/employee-calls';
import { type EmployeeRow, getEmployee, getEmployeeForUpdate } from '@/db/employees';
import { getSetting } from '@/db/settings';
import { callMachineVersion } from '@/lib/domain/calls/call.machine';
import { beginCall } from '@/lib/domain/calls/fold-call';
import { readCallTimes } from '@/lib/domain/calls/times';
import { cardScopeOf } from '@/lib/domain/counterparties/card-scope';
import { fullName, type Person } from '@/lib/domain/employees/employee';
import { hasPhone } from '@/lib/domain/employees/phone-kind';
import { invalid, Refusal } from '@/lib/domain/errors';
import { cardOfSubject } from '@/lib/operations/call-scripts/subjects-of-scripts';
import { type Context, signedIn, type Tx } from '@/lib/operations/context';
import { cardsOfNumbers } from '@/lib/operations/counterparties/cards-of-numbers';
import { refuseErased } from '@/lib/operations/counterparties/refuse-erased';
import { requireClientDepartment } from '@/lib/operations/departments/client-department';
import { announceCall } from '@/lib/operations/webhooks/announce-call';
import { announcementOf } from './announcement-of';
import { columnsOf, emptyCall } from './call-columns';
import { carryOut } from './carry-out';
import { dialableNumber } from './dialable-number';
import { lineOfPlacedCall } from './line-of-placed-call';
import { overflowOf } from './overflow-of';
import { tellCall, tellPeopleOfCall } from './tell-call';

export type CallToPlace = {
  phone: string;
  counterpartyId: string | null;
  numberId: string | null;
  /** The call script to lead it by and what it is about. */
  script?: { id: string; subjectId: string } | null;
};

/**
 * Places a call (OUT-1): the person's own telephone comes first into the call's room, their browser by itself or a phone
 * that is rung, then the number is dialled. One call at a time, whatever state the person chose.
 * A call about a subject is led by the subject's call script and stands on the subject's card.
 * @throws Refusal `invalid` at `phone`, `counterpartyId`, `numberId` or `script`; `notPossibleNow` when the person has no telephone,
 * talks or is rung, when somebody of ours has this party on the line, or when no number of ours is in use, or of a card whose data was erased.
 */
export async function placeCall(
  context: Context,
  input: CallToPlace,
): Promise<{ callId: string; generation: number; claimExpiresAt: number | null }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const employee = await freeEmployee(tx, person);
    const number = await dialableNumber(tx, input.phone);
    const { numberId } = input;
    const line = await lineOfPlacedCall(tx, { number, employeeId: person.id, numberId });
    const script = input.script ?? null;
    const counterpartyId = script
      ? await cardOfSubject(tx, context, script)
      : await cardOf(tx, person, input.counterpartyId, number);
    await refuseIfOnLine(tx, number);
    return place(tx, context, employee, {
      number,
      from: line.e164,
      counterpartyId,
      script,
      typed: input.phone,
    });
  });
}

/** The person's row, locked: nobody places two calls at once. */
async function freeEmployee(tx: Tx, person: Person): Promise<EmployeeRow> {
  const refusal = (reason: string) => new Refusal('notPossibleNow', 'not free to call', {}, { reason });
  const employee = await getEmployeeForUpdate(tx, person.id);
  if (!employee || !hasPhone(employee)) throw refusal('noPhone');
  if ((await listOpenCallsOf(tx, person.id)).length > 0) throw refusal('onAnotherCall');
  const offers = await listOpenOffersTo(tx, person.id);
  const offered = await listCallsByIds(
    tx,
    offers.map(({ callId }) => callId),
  );
  if (offered.some(({ endedAt }) => endedAt === null)) throw refusal('callRings');
  return employee;
}

/** The card called about: the one it is called from, else the only one of the number that the person may see. */
async function cardOf(tx: Tx, person: Person, id: string | null, number: string): Promise<string | null> {
  if (id === null) {
    const cards = (await cardsOfNumbers(tx, person, [number]))(number);
    return cards.length === 1 ? cards[0]!.id : null;
  }
  const [card] = await listVisibleCounterparties(tx, cardScopeOf(person), [id]);
  if (!card) throw invalid({ counterpartyId: 'notAChoice' });
  refuseErased(card);
  return card.id;
}

async function refuseIfOnLine(tx: Tx, number: string): Promise<void> {
  const open = await findOpenCallWith(tx, number);
  if (!open) return;
  const holder = open.claimedBy && (await getEmployee(tx, open.claimedBy));
  const details = { reason: 'numberOnLine', winner: holder ? fullName(holder) : null };
  throw new Refusal('notPossibleNow', 'this number is on the line', {}, details);
}

type Placing = {
  number: string;
  from: string;
  counterpartyId: string | null;
  script: { id: string; subjectId: string } | null;
  typed: string;
};

async function place(tx: Tx, context: Context, employee: EmployeeRow, placing: Placing) {
  const { number, from, counterpartyId, script, typed } = placing;
  const now = context.now();
  const { id: employeeId, departmentId, phoneKind } = employee;
  const own = await getDepartment(tx, departmentId);
  const begun = beginCall({
    admission: 'open',
    clientDepartmentId: (await requireClientDepartment(tx)).id,
    times: readCallTimes((await getSetting(tx, 'times'))?.value),
    arrivedAt: now,
    isRecorded: (await announcementOf(tx, from)) !== null,
    overflow: own && (await overflowOf(tx, own)),
    placed: { employeeId, departmentId, phoneKind, number },
  });
  const claim = begun.context.claim!;
  const callId = context.newId();
  const call: CallRow = {
    ...emptyCall,
    id: callId,
    direction: 'outbound',
    callSid: callId,
    callerText: typed.trim(),
    callerKind: 'number',
    callerE164: number,
    calledNumber: from,
    counterpartyId,
    scriptId: script?.id ?? null,
    subjectId: script?.subjectId ?? null,
    machineVersion: callMachineVersion,
    version: 0,
    arrivedAt: now,
    stateSince: now,
    claimGeneration: claim.generation,
    claimedAt: now,
    lastEventAt: now,
    ...columnsOf(begun),
    ownerId: employeeId,
  };
  await insertCall(tx, call);
  announceCall(tx, null, call);
  await insertCallFact(tx, {
    dedupeKey: `${callId}:placed`,
    callId,
    callSid: null,
    kind: 'call.placed',
    event: { type: 'call.placed', employeeId, from, to: number, counterpartyId },
    occurredAt: now,
    receivedAt: now,
    effect: 'applied',
  });
  await insertCallClaim(tx, {
    callId,
    generation: claim.generation,
    employeeId,
    purpose: 'outbound',
    claimedAt: now,
    expiresAt: claim.expiresAt,
    label: claim.label,
    phoneKind,
  });
  await carryOut(tx, context, call, begun.effects);
  await tellCall(tx, call);
  tellPeopleOfCall(tx, call);
  return { callId, generation: claim.generation, claimExpiresAt: call.claimExpiresAt };
}

import { listCallOffersOfRound } from '@/db/call-offers';
import type { CallRow } from '@/db/calls';
import { isOffered } from '@/db/waiting-calls';
import { type Tx, tell } from '@/lib/operations/context';
import { keptContextOf } from './kept-context';

/**
 * Whoever may list the call hears that it changed, as it was and as it is now: the client department, the one it is offered
 * to and the one asked for advice; and, of whatever department, who leads it, who is on it and whom alone it rings at.
 */
export async function tellCall(tx: Tx, call: CallRow, after = call): Promise<void> {
  const news = { noun: 'call', nounId: call.id };
  const rows = after === call ? [call] : [call, after];
  for (const departmentId of new Set(rows.flatMap(departmentsOf))) tell(tx, { ...news, departmentId });
  const people = new Set<string>();
  for (const row of rows) for (const id of await peopleOf(tx, row)) people.add(id);
  for (const employeeId of people) tell(tx, { ...news, employeeId });
}

function departmentsOf(call: CallRow): string[] {
  const { clientDepartmentId, consult } = keptContextOf(call);
  const others = [clientDepartmentId, consult?.departmentId, call.overflowDepartmentId].filter(
    (id) => typeof id === 'string',
  );
  return [call.departmentId, ...others];
}

/** An offer to one person rings at their substitute while they are absent (CS-9), of whichever department. */
async function peopleOf(tx: Tx, call: CallRow): Promise<string[]> {
  const { consult, transferredBy } = keptContextOf(call);
  const rounds = [
    isOffered(call) && call.offeredEmployeeId ? call.offerRound : null,
    consult?.employeeId ? consult.round : null,
  ];
  const rung: string[] = [];
  for (const round of rounds) {
    const offers = round === null ? [] : await listCallOffersOfRound(tx, call.id, round);
    rung.push(...offers.map(({ employeeId }) => employeeId));
  }
  const { claimedBy, ownerId, consultedId, supervisedBy } = call;
  const people = [claimedBy, ownerId, consultedId, supervisedBy, transferredBy?.employeeId, ...rung];
  return people.filter((id) => typeof id === 'string');
}

/** At whom a call rings, or who is on it, changed: everybody hears it, since everybody sees everybody's presence. */
export function tellPeopleOfCall(tx: Tx, call: CallRow): void {
  tell(tx, { noun: 'peopleOfCall', nounId: call.id });
}

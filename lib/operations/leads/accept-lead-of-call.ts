import { getEmployee } from '@/db/employees';
import { findOpenLeadOfCall } from '@/db/leads';
import type { Context, Tx } from '@/lib/operations/context';
import { takeLead } from './take-lead';

/**
 * Taking the handed-over call accepts its lead (IN-11). Nothing happens when the call made none, somebody has accepted
 * it already, or the person is not of the lead's department. Returns the accepted lead's id.
 */
export async function acceptLeadOfCall(
  tx: Tx,
  context: Context,
  callId: string,
  employeeId: string,
): Promise<string | null> {
  const lead = await findOpenLeadOfCall(tx, callId);
  if (!lead || lead.acceptedAt !== null) return null;
  const employee = await getEmployee(tx, employeeId);
  if (employee?.departmentId !== lead.departmentId) return null;
  return (await takeLead(tx, context, lead.id, employeeId))?.id ?? null;
}

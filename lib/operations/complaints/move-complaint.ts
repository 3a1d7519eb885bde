import { getDepartment } from '@/db/departments';
import type { ComplaintState } from '@/lib/domain/complaints/complaint';
import type { DepartmentKind } from '@/lib/domain/employees/roles';
import { invalid } from '@/lib/domain/errors';
import { type Context, signedIn } from '@/lib/operations/context';
import { findResponsible } from '@/lib/operations/reactions/find-responsible';
import { complaintFor, saveComplaint } from './change-complaint';
import { endWorkOfDepartment, giveComplaint } from './hand-over-complaints';

type Changed = { state: ComplaintState; version: number };
type At = { complaintId: string; version: number };

/**
 * SA-3: another department's work caused it. Its head answers for it from now on, as for one that came just now, with the next
 * reaction of whoever did, due at once; what else the former department had to do of it ends.
 * @throws Refusal as `complaintFor`; `invalid` at `departmentKind` for the department it stands with
 */
export async function moveComplaint(
  context: Context,
  input: At & { departmentKind: DepartmentKind; reason: string },
): Promise<Changed> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const complaint = await complaintFor(tx, person, 'move', input);
    const { departmentKind, reason } = input;
    const { departmentId, employeeId } = await findResponsible(tx, { kind: 'headOf', departmentKind });
    const department = await getDepartment(tx, complaint.departmentId);
    if (department?.kind === departmentKind) throw invalid({ departmentKind: 'notAChoice' });
    const movedFrom = complaint.departmentId;
    const given = { toId: employeeId, reason, movedFrom };
    await giveComplaint(tx, context, { ...complaint, departmentId }, given);
    await endWorkOfDepartment(tx, context, complaint, { departmentId: movedFrom, reason });
    const change = { departmentId, ownerId: employeeId, state: 'received', takenAt: null } as const;
    return saveComplaint(tx, context, complaint, change, reason);
  });
}

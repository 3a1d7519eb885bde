import type { CallRoute } from '@/lib/domain/calls/route';
import type { DepartmentKind } from '@/lib/domain/employees/roles';
import type { Conversation, NamedEmployee, Target } from './conversation';

/** The row of the route contract the conversation is on; null until it is known. Written records fix it. */
export function routeOf(conversation: Conversation): CallRoute | null {
  const { purpose, callerStatus, treatedAsNeither, afterReturn, recordsWrittenAs } = conversation;
  if (recordsWrittenAs) return recordsWrittenAs;
  if (afterReturn?.kind === 'callBackPromised') return 'callBack';
  if (purpose === 'support') {
    if (callerStatus === null) return null;
    return callerStatus === 'neither' || treatedAsNeither ? 'supportNeither' : 'support';
  }
  if (purpose === 'welcome') return conversation.subject?.hasParcel ? 'welcomed' : 'welcomedWithoutParcel';
  if (purpose === 'agreement' || purpose === 'callLater') return 'agreed';
  return purpose;
}

/** To whom the goodbye hands the call over; null when it ends the call instead (IN-2 … IN-5, IN-9, IN-10). */
export function targetOf(conversation: Conversation): Target | null {
  const { afterReturn, handedOverTo, complaintTransfer } = conversation;
  switch (afterReturn?.kind) {
    case 'triedAgain':
      return handedOverTo;
    case 'anotherDepartment':
      return department(afterReturn.departmentKind);
    case 'callBackPromised':
    case 'ended':
      return null;
  }
  switch (routeOf(conversation)) {
    case 'commercial':
    case 'supportNeither':
      return department('sales');
    case 'support':
      return askedFor(conversation) ?? standingIn(conversation) ?? department('support');
    case 'salesManager':
      return askedFor(conversation) ?? department('sales');
    case 'employee':
      return askedFor(conversation) ?? standingIn(conversation) ?? department('sales');
    case 'complaint':
      return complaintTransfer && department(complaintTransfer);
    default:
      return null;
  }
}

/** Who answers for the next reaction of a route with a one-minute clock; null for routes without one. */
export function responsibleDepartment(conversation: Conversation): DepartmentKind | null {
  switch (routeOf(conversation)) {
    case 'commercial':
    case 'supportNeither':
      return 'sales';
    case 'support':
      return 'support';
    case 'cooperation':
    case 'unclear':
      return 'management';
    case 'callBack':
      return conversation.handedOverTo?.departmentKind ?? null;
    default:
      return null;
  }
}

function askedFor({ askedEmployee }: Conversation): Target | null {
  return askedEmployee?.present ? employee(askedEmployee) : null;
}

/** CS-9 */
function standingIn({ askedEmployee }: Conversation): Target | null {
  return askedEmployee?.substitute ? employee(askedEmployee.substitute) : null;
}

function employee({ employeeId, name, departmentKind }: NamedEmployee): Target {
  return { kind: 'employee', employeeId, name, departmentKind };
}

function department(departmentKind: DepartmentKind): Target {
  return { kind: 'department', departmentKind };
}

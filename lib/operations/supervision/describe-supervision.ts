import type { SupervisionView } from '@/lib/domain/calls/call-view';
import type { Supervision } from '@/lib/domain/calls/supervision';
import type { Directory } from '@/lib/operations/reactions/directory';

/** Who is in the conversation besides, with their name. */
export function describeSupervision(
  { employeeId, mode, expiresAt, joinedAt, takesOver, refused }: Supervision,
  names: Directory,
): SupervisionView {
  const employee = names.employee(employeeId) ?? { id: employeeId, name: '' };
  return { employee, mode, expiresAt, joinedAt, takesOver, refused };
}

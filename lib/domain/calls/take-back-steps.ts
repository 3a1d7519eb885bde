import type { CallContext } from './call-context';
import type { Carried } from './call-step';
import { legLabel } from './leg';
import { giverOf } from './take-back';
import { claimSecondsOf } from './times';

/** IN-10: only whoever gave the caller away takes them back. */
export const isGiver = ({ context, event }: Carried): boolean =>
  event.type === 'employee.tookBack' && event.employeeId === giverOf(context);

/** The caller is theirs again, as after an offer of the returned call to them alone. */
export function takeBack({ context, event }: Carried): { learnt?: Partial<CallContext> } {
  if (event.type !== 'employee.tookBack') return {};
  const { employeeId, generation, phoneKind } = event;
  const { offered, transferredBy, placed, clientDepartmentId, times } = context;
  const seconds = claimSecondsOf(times, phoneKind);
  const expiresAt = event.now + seconds * 1000;
  return {
    learnt: {
      offered: {
        ...offered,
        round: offered.round + 1,
        purpose: 'resume',
        departmentId: transferredBy?.departmentId ?? placed?.departmentId ?? clientDepartmentId,
        employeeId,
      },
      claim: { employeeId, generation, label: legLabel(employeeId, generation), expiresAt, phoneKind },
    },
  };
}

import { getCallForUpdate } from '@/db/calls';
import { maySupervise } from '@/lib/domain/employees/permissions';
import { forbidden, notFound } from '@/lib/domain/errors';
import { order } from '@/lib/operations/calls/control-call';
import { keptContextOf } from '@/lib/operations/calls/kept-context';
import { type Context, signedIn } from '@/lib/operations/context';

/** Leaves the conversation of another (S5); left already, nothing changes. @throws Refusal `forbidden` */
export async function endSupervision(
  context: Context,
  { callId }: { callId: string },
): Promise<{ callId: string }> {
  const person = signedIn(context);
  return context.tx(async (tx) => {
    const call = await getCallForUpdate(tx, callId);
    if (!call) throw notFound('call');
    const { supervision } = keptContextOf(call);
    const isOwn = supervision?.employeeId === person.id;
    if (!isOwn && !maySupervise(person, call.departmentId)) throw forbidden();
    if (isOwn) await order(tx, context, call, { type: 'supervisor.left', employeeId: person.id });
    return { callId };
  });
}

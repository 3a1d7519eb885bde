import { controlCall } from '@/lib/operations/calls/control-call';
import type { Context } from '@/lib/operations/context';

/** No help is needed any more. @throws Refusal as `controlCall` */
export const withdrawHelp = (context: Context, { callId }: { callId: string }) =>
  controlCall(context, callId, { type: 'employee.withdrewHelp' }, ({ help }) => !help);

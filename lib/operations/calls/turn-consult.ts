import type { TalksTo } from '@/lib/domain/calls/call-context';
import type { Context } from '@/lib/operations/context';
import { controlCall } from './control-call';

/** While a colleague is on the line: to them, to the caller, or all three together (S4). @throws Refusal as `controlCall` */
export const turnConsult = (context: Context, { callId, talksTo }: { callId: string; talksTo: TalksTo }) =>
  controlCall(
    context,
    callId,
    { type: 'consult.turned', talksTo },
    ({ consult }) => consult?.talksTo === talksTo && consult.joinedAt !== null,
  );

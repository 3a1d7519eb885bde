import { getCall } from '@/db/calls';
import type { CallAnswer } from '@/lib/domain/calls/call-answer';
import { defaultCallWords } from '@/lib/domain/settings/call-words';
import type { Context } from '@/lib/operations/context';
import { wordsOfLine } from './words-of-line';

/** The caller whom nobody answered is asked for a message (S6). */
export async function answerVoicemail(context: Context, { callId }: { callId: string }): Promise<CallAnswer> {
  const call = await getCall(context.read, callId);
  const words = call ? await wordsOfLine(context.read, call.calledNumber) : defaultCallWords;
  return { kind: 'message', callId, why: words.busyBeforeMessage, invitation: words.messageInvitation };
}

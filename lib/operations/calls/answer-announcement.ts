import { getCall } from '@/db/calls';
import type { RenderAnswer } from '@/lib/domain/calls/call-answer';
import type { Context } from '@/lib/operations/context';
import { announcementOf } from './announcement-of';

/** What whom we called hears before the conversation is recorded: the words of the number it goes out over. */
export async function answerAnnouncement(
  context: Context,
  { callId, render }: { callId: string; render: RenderAnswer },
): Promise<string> {
  const call = await getCall(context.read, callId);
  return render({
    kind: 'announcement',
    words: call && (await announcementOf(context.read, call.calledNumber)),
  });
}

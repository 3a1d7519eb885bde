import { heard, webhook } from '@/app/api/twilio/webhook';
import { recordMessage } from '@/lib/operations/recordings/record-message';
import { readRecordingFact } from '@/lib/twilio/call-event';

export const dynamic = 'force-dynamic';

export const POST = webhook(async ({ form, query, context }) => {
  await recordMessage(context, readRecordingFact(form, query, context.now()));
  return heard();
});

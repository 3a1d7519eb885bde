import { heard, webhook } from '@/app/api/twilio/webhook';
import { hearOfRecording } from '@/lib/operations/recordings/hear-of-recording';
import { readRecordingFact } from '@/lib/twilio/call-event';

export const dynamic = 'force-dynamic';

export const POST = webhook(async ({ form, query, context }) => {
  await hearOfRecording(context, readRecordingFact(form, query));
  return heard();
});

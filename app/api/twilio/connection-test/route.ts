import { heard, webhook } from '@/app/api/twilio/webhook';

export const dynamic = 'force-dynamic';

/** Says of a request that it came here as it was signed, and does nothing. */
export const POST = webhook(async () => heard(), { knownBy: 'ownId' });

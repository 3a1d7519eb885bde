import { door } from '@/app/api/v1/door';
import { twilioSettings } from '@/lib/context';
import { phoneContracts } from '@/lib/domain/phones/phone.contract';
import { createPhoneToken } from '@/lib/operations/phones/create-phone-token';
import { signAccessToken, standInOf } from '@/lib/twilio/access-token';

export const POST = door(phoneContracts.createToken, (context) => {
  const settings = twilioSettings();
  const sign = (identity: string, ttlSeconds: number) => signAccessToken(settings, identity, ttlSeconds);
  return createPhoneToken(context, { sign, standIn: standInOf(settings) });
});

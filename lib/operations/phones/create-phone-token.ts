import { getSignInThrottle, updateSignInThrottle } from '@/db/sign-in-throttles';
import { identityOf } from '@/lib/domain/calls/leg';
import { countFailure, waitMs } from '@/lib/domain/employees/sign-in-throttle';
import { Refusal } from '@/lib/domain/errors';
import type { PhoneToken } from '@/lib/domain/phones/phone.contract';
import { type Context, signedIn } from '@/lib/operations/context';

const tokenLifeSeconds = 3600;
/** A day's work renews it some ten times; every page that is loaded anew asks once more. */
const freeTokens = 60;

export type PhoneTokenParts = {
  /** The phone provider's access token for this identity. */
  sign: (identity: string, ttlSeconds: number) => string;
  /** Host and port of the provider's stand-in on this machine. */
  standIn: string | null;
};

/**
 * A token of one hour by which the person's own browser is their telephone. Beyond a day's need each further one has to
 * wait for longer.
 * @throws Refusal `throttled` with `waitMs`
 */
export async function createPhoneToken(context: Context, parts: PhoneTokenParts): Promise<PhoneToken> {
  const person = signedIn(context);
  const identity = identityOf(person.id);
  const kept = await context.tx(async (tx) => {
    const now = context.now();
    const asked = await getSignInThrottle(tx, `phoneToken:${person.id}`);
    const delay = waitMs(asked, now);
    if (delay > 0) throw new Refusal('throttled', 'too many phone tokens', {}, { waitMs: delay });
    await updateSignInThrottle(tx, { key: asked.key, ...countFailure(asked, freeTokens, now) });
    return { token: null, identity, expiresAt: now + tokenLifeSeconds * 1000, standIn: parts.standIn };
  });
  return { ...kept, token: parts.sign(identity, tokenLifeSeconds) };
}

import { decode, encode } from 'next-auth/jwt';
import { type AuthSettings, cookieName, isSecure, readCookie } from './cookies';

const deviceLifeSeconds = 365 * 24 * 60 * 60;
const salt = 'device';

/**
 * A browser from which this person has signed in keeps a counter of failures of its own, so that a stranger who fails
 * on purpose delays nobody but themselves.
 */
export async function deviceOf(headers: Headers, settings: AuthSettings) {
  const cookie = readCookie(headers, cookieName('device', settings));
  if (!cookie) return null;
  try {
    const token = await decode({ token: cookie, secret: settings.authSecret, salt });
    return typeof token?.sub === 'string' && typeof token.jti === 'string'
      ? { employeeId: token.sub, id: token.jti }
      : null;
  } catch {
    return null;
  }
}

/** The value of a `Set-Cookie` header. */
export async function newDeviceCookie(employeeId: string, settings: AuthSettings): Promise<string> {
  const value = await encode({
    token: { sub: employeeId },
    secret: settings.authSecret,
    maxAge: deviceLifeSeconds,
    salt,
  });
  const secure = isSecure(settings) ? '; Secure' : '';
  return `${cookieName('device', settings)}=${value}; Path=/; Max-Age=${deviceLifeSeconds}; HttpOnly; SameSite=Lax${secure}`;
}

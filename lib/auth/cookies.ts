/** What signing in needs to know of this installation. */
export type AuthSettings = {
  /** At least 32 characters; signs and encrypts the session cookie. */
  authSecret: string;
  publicUrl: string;
  demoSignIn: boolean;
  trustedProxy: boolean;
};

/** By the address people use: cookies are for https alone then. */
export const isSecure = (settings: Pick<AuthSettings, 'publicUrl'>) =>
  settings.publicUrl.startsWith('https://');

type CookieUse = 'session' | 'csrf' | 'callback' | 'device';

/** Browsers keep a `__Host-` cookie to this very host, but only over https. */
export const cookieName = (use: CookieUse, settings: Pick<AuthSettings, 'publicUrl'>) =>
  `${isSecure(settings) ? '__Host-' : ''}callboard.${use}`;

/** The first cookie of that name, decoded; null without one, or when it is no URL encoding. */
export function readCookie(headers: Headers, name: string): string | null {
  for (const pair of (headers.get('cookie') ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return decodeOrNull(pair.slice(at + 1).trim());
  }
  return null;
}

/** Every cookie by its name, decoded; of one name the first that can be. */
export function readCookies(headers: Headers): Record<string, string> {
  const cookies: Record<string, string> = {};
  for (const pair of (headers.get('cookie') ?? '').split(';')) {
    const at = pair.indexOf('=');
    const value = at > 0 ? decodeOrNull(pair.slice(at + 1).trim()) : null;
    if (value !== null) cookies[pair.slice(0, at).trim()] ??= value;
  }
  return cookies;
}

function decodeOrNull(value: string): string | null {
  try {
    return decodeURIComponent(value);
  } catch {
    return null;
  }
}

import { type AuthParts, answerAuth } from './next-auth';

/** Settings of an installation on this machine; tests change what they are about. */
export const testAuthSettings = {
  authSecret: 'a secret of tests, long enough to be taken',
  publicUrl: 'http://127.0.0.1:3000',
  demoSignIn: false,
  trustedProxy: false,
};

/** A browser that keeps the cookies it is given and signs in as the sign-in page does. */
export function createTestBrowser(parts: AuthParts, extraHeaders: Record<string, string> = {}) {
  const cookies = new Map<string, string>();
  const setCookies: string[] = [];

  const send = async (method: string, action: string, form?: Record<string, string>) => {
    const headers = new Headers(extraHeaders);
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(([k, v]) => `${k}=${v}`).join('; '));
    const response = await answerAuth(
      new Request(`${parts.settings.publicUrl}/api/auth/${action}`, {
        method,
        headers,
        body: form ? new URLSearchParams(form) : undefined,
      }),
      parts,
    );
    for (const cookie of response.headers.getSetCookie()) {
      setCookies.push(cookie);
      const [pair = '', ...attributes] = cookie.split('; ');
      const at = pair.indexOf('=');
      const isOver = attributes.some((attribute) => attribute === 'Max-Age=0');
      if (isOver) cookies.delete(pair.slice(0, at));
      else cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  };

  const post = async (action: string, fields: Record<string, string>) => {
    const { csrfToken } = (await (await send('GET', 'csrf')).json()) as { csrfToken: string };
    const response = await send('POST', action, { ...fields, csrfToken, json: 'true' });
    if (response.status === 404) return { status: 404, error: null };
    const { url } = (await response.json()) as { url: string };
    return { status: response.status, error: new URL(url).searchParams.get('error') };
  };

  return {
    cookies,
    setCookies,
    send,
    headers: () => new Headers({ cookie: [...cookies].map(([k, v]) => `${k}=${v}`).join('; ') }),
    signIn: (email: string, password: string) => post('callback/credentials', { email, password }),
    signInForDemo: (employeeId: string) => post('callback/demo', { employeeId }),
    signInByLink: (token: string, password: string) => post('callback/invitation', { token, password }),
    signOut: () => post('signout', {}),
  };
}

import NextAuth, { type AuthOptions, type CookieOption } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { sourceOf } from '@/lib/domain/employees/sign-in-throttle';
import { Refusal } from '@/lib/domain/errors';
import { type AuthSettings, cookieName, isSecure, readCookies } from './cookies';
import { deviceOf, newDeviceCookie } from './device';
import { signInByLink } from './one-time-link';
import { hashesBusyForMs } from './password';
import { sessionIdOf, sessionLifeMs } from './session';
import { type SignInOutcome, type SignInParts, signInByPassword, signInForDemo } from './sign-in';
import { signOut } from './sign-out';

export type AuthParts = SignInParts & { settings: AuthSettings };

const bodyLimit = 16_384;
const longestPassword = 1024;

/**
 * Answers `/api/auth/…`: `GET csrf`, `POST callback/credentials`, `POST callback/invitation` (a one-time link and the new
 * password), `POST callback/demo` (only where the demo lets people in by one click), `POST signout`. Everything else of next-auth is closed, since sessions are rows of ours.
 */
export async function answerAuth(request: Request, parts: AuthParts): Promise<Response> {
  const url = new URL(request.url);
  const action = url.pathname.split('/').slice(3);
  if (!isOpen(request.method, action, parts.settings)) return new Response(null, { status: 404 });
  const body = await readBody(request);
  if (body === 'tooLarge') return new Response(null, { status: 413 });

  let signedIn: { employeeId: string } | null = null;
  let isBusy = false;
  const options = await optionsFor(request.headers, parts, {
    onSignIn: (outcome) => {
      signedIn = outcome;
    },
    onBusy: () => {
      isBusy = true;
    },
  });
  const answer = new Answer();
  await NextAuth(
    {
      method: request.method,
      query: { ...Object.fromEntries(url.searchParams), nextauth: action },
      headers: Object.fromEntries(request.headers),
      cookies: readCookies(request.headers),
      body,
    } as never,
    answer as never,
    options,
  );
  const { employeeId } = (signedIn ?? {}) as { employeeId?: string };
  if (employeeId) answer.addCookie(await newDeviceCookie(employeeId, parts.settings));
  if (isBusy) answer.status(429);
  return answer.toResponse();
}

function isOpen(method: string, action: string[], settings: AuthSettings): boolean {
  const path = action.join('/');
  if (method === 'GET') return path === 'csrf';
  if (method !== 'POST') return false;
  const open = ['callback/credentials', 'callback/invitation', 'signout'];
  return open.includes(path) || (path === 'callback/demo' && settings.demoSignIn);
}

async function optionsFor(
  headers: Headers,
  parts: AuthParts,
  { onSignIn, onBusy }: { onSignIn: (outcome: { employeeId: string }) => void; onBusy: () => void },
): Promise<AuthOptions> {
  const { settings } = parts;
  const replaces = await sessionIdOf(headers, settings);
  const asUser = (outcome: SignInOutcome) => {
    if (outcome && 'waitMs' in outcome && outcome.isBusy) onBusy();
    if (outcome && 'waitMs' in outcome) throw new Error(`throttled:${Math.ceil(outcome.waitMs / 1000)}`);
    if (!outcome) return null;
    onSignIn(outcome);
    return { id: outcome.employeeId, sid: outcome.sessionId };
  };
  return {
    secret: settings.authSecret,
    useSecureCookies: isSecure(settings),
    session: { strategy: 'jwt', maxAge: sessionLifeMs / 1000 },
    cookies: {
      sessionToken: cookieOf('session', settings),
      csrfToken: cookieOf('csrf', settings),
      callbackUrl: cookieOf('callback', settings),
    },
    providers: [
      Credentials({
        id: 'credentials',
        credentials: { email: {}, password: {} },
        authorize: async (given) => {
          const email = String(given?.email ?? '').slice(0, 254);
          const password = String(given?.password ?? '');
          if (password.length > longestPassword) return null;
          const source = sourceOfRequest(headers, settings);
          const device = await deviceOf(headers, settings);
          return asUser(
            await unlessBusy(signInByPassword(parts, { email, password, source, device, replaces })),
          );
        },
      }),
      Credentials({
        id: 'invitation',
        credentials: { token: {}, password: {} },
        authorize: async (given) => {
          const password = String(given?.password ?? '').slice(0, longestPassword);
          const token = String(given?.token ?? '');
          const outcome = await unlessBusy(signInByLink(parts, { token, password, replaces }));
          if (outcome && 'problem' in outcome) throw new Error(`password:${outcome.problem}`);
          return asUser(outcome);
        },
      }),
      ...(settings.demoSignIn
        ? [
            Credentials({
              id: 'demo',
              credentials: { employeeId: {} },
              authorize: async (given) =>
                asUser(await signInForDemo(parts, { employeeId: String(given?.employeeId ?? ''), replaces })),
            }),
          ]
        : []),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sid: (user as { sid?: string }).sid } : token),
      redirect: ({ url }) => ownAddress(url, settings.publicUrl),
    },
    events: {
      signOut: async ({ token }) => {
        if (typeof token?.sid === 'string') await signOut(parts.store, token.sid, parts.now());
      },
    },
    logger: { error: () => undefined, warn: () => undefined, debug: () => undefined },
  };
}

/** Too many passwords wait to be looked at: whoever comes is told when to try again. */
const unlessBusy = <T>(signIn: Promise<T>): Promise<T | { waitMs: number; isBusy: boolean }> =>
  signIn.catch((error: unknown) => {
    if (!(error instanceof Refusal) || error.code !== 'throttled') throw error;
    return { waitMs: hashesBusyForMs, isBusy: true };
  });

function cookieOf(use: 'session' | 'csrf' | 'callback', settings: AuthSettings): CookieOption {
  return {
    name: cookieName(use, settings),
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure(settings) },
  };
}

/** Where to go afterwards: a page of ours, never another site. */
function ownAddress(url: string, publicUrl: string): string {
  const address = URL.canParse(url, publicUrl) ? new URL(url, publicUrl) : null;
  return address?.origin === publicUrl ? address.href : publicUrl;
}

function sourceOfRequest(headers: Headers, settings: AuthSettings): string | null {
  if (!settings.trustedProxy) return null;
  const last = headers.get('x-forwarded-for')?.split(',').at(-1)?.trim();
  return last ? sourceOf(last) : null;
}

async function readBody(request: Request): Promise<Record<string, unknown> | 'tooLarge' | undefined> {
  if (request.method !== 'POST') return undefined;
  if (Number(request.headers.get('content-length') ?? 0) > bodyLimit) return 'tooLarge';
  const text = await request.text();
  if (text.length > bodyLimit) return 'tooLarge';
  if (!request.headers.get('content-type')?.includes('application/x-www-form-urlencoded')) return {};
  return Object.fromEntries(new URLSearchParams(text));
}

/** What next-auth writes its answer to: the part of Node's response that it uses. */
class Answer {
  private code = 200;
  private body: string | null = null;
  private readonly headers = new Map<string, string | string[]>();

  getHeader(name: string) {
    return this.headers.get(name.toLowerCase());
  }
  setHeader(name: string, value: string | string[]) {
    this.headers.set(name.toLowerCase(), value);
    return this;
  }
  status(code: number) {
    this.code = code;
    return this;
  }
  json(value: unknown) {
    this.setHeader('content-type', 'application/json');
    this.body = JSON.stringify(value);
  }
  send(value: unknown) {
    if (typeof value === 'object' && value !== null) this.json(value);
    else this.body = value === undefined ? null : String(value);
  }
  end() {
    this.body = null;
  }

  addCookie(cookie: string) {
    this.setHeader('set-cookie', [this.getHeader('set-cookie') ?? [], cookie].flat());
  }
  toResponse(): Response {
    const headers = new Headers({ 'cache-control': 'no-store' });
    for (const [name, value] of this.headers) {
      for (const each of [value].flat()) headers.append(name, each);
    }
    return new Response(this.body, { status: this.code, headers });
  }
}

import type { PasswordProblem } from '@/lib/domain/employees/password-rules';

export type SignInAnswer =
  | { result: 'in' }
  | { result: 'refused' }
  | { result: 'wait'; seconds: number }
  | { result: 'weak'; problem: PasswordProblem }
  | { result: 'unreachable' };

type Provider = 'credentials' | 'invitation' | 'demo';

/** Signs in through `/api/auth`; the session cookie comes with the answer. */
export async function signIn(
  provider: Provider,
  fields: Record<string, string>,
  fetchFrom: typeof fetch = fetch,
): Promise<SignInAnswer> {
  try {
    const { csrfToken } = (await (await fetchFrom('/api/auth/csrf', { cache: 'no-store' })).json()) as {
      csrfToken: string;
    };
    const response = await fetchFrom(`/api/auth/callback/${provider}`, {
      method: 'POST',
      body: new URLSearchParams({ ...fields, csrfToken, json: 'true' }),
    });
    if (response.ok) return { result: 'in' };
    if (response.status !== 401 && response.status !== 429) return { result: 'unreachable' };
    const { url } = (await response.json()) as { url: string };
    return readRefusal(new URL(url).searchParams.get('error') ?? '');
  } catch {
    return { result: 'unreachable' };
  }
}

function readRefusal(error: string): SignInAnswer {
  const [kind, value] = error.split(':');
  if (kind === 'throttled') return { result: 'wait', seconds: Number(value) };
  if (kind === 'password') return { result: 'weak', problem: value as PasswordProblem };
  return { result: 'refused' };
}

/** A page of ours to go to after the sign-in; anything else is the desk. */
export function pageAfterSignIn(from: string | null | undefined): string {
  return from && /^\/(?![/\\])[^\s\\]*$/.test(from) && !from.startsWith('/sign-in') ? from : '/desk';
}

/** The sign-in page that leads back to where one was; `from` is a path with its query, null when it is not known. */
export function signInAddress(from: string | null): string {
  const back = pageAfterSignIn(from);
  return back === from ? `/sign-in?from=${encodeURIComponent(back)}` : '/sign-in';
}

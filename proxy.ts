import { type NextRequest, NextResponse } from 'next/server';

/**
 * Gives every page a content security policy of its own nonce, and its own address, for the way back after a sign-in.
 * Who may see what is decided by the operations.
 */
export function proxy(request: NextRequest) {
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64');
  const isDevelopment = process.env.NODE_ENV === 'development';
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    "worker-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self' ${phoneSources()}`,
    "media-src 'self' blob: data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  const { pathname, searchParams } = new URL(request.nextUrl);
  searchParams.delete('_rsc');
  headers.set('x-page', searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

/** Where browser phones speak to the provider, or to its stand-in on this machine. */
function phoneSources(): string {
  const standIn = process.env.TWILIO_API_BASE_URL;
  return standIn ? new URL(standIn).origin.replace(/^http/, 'ws') : 'https://*.twilio.com wss://*.twilio.com';
}

export const config = {
  matcher: [{ source: '/((?!api/|_next/static|favicon).*)' }],
};

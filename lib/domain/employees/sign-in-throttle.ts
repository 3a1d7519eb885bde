/** Counted failures of one account or one source. All times are epoch milliseconds. */
export type SignInThrottle = { failures: number; lastFailureAt: number; blockedUntil: number };

const firstDelayMs = 1_000;
/** The delay never grows past this: a stranger may slow a person down, never lock them out. */
export const longestDelayMs = 60_000;
/** Failures older than this are forgotten. */
export const forgottenAfterMs = 60 * 60_000;

export const freeFailures = { account: 4, device: 4, source: 20 } as const;

/** Counts one more attempt as failed; beyond the free ones each doubles the delay before the next may be made. */
export function countFailure(throttle: SignInThrottle, free: number, now: number): SignInThrottle {
  const isForgotten = now - throttle.lastFailureAt >= forgottenAfterMs;
  const failures = isForgotten ? 1 : throttle.failures + 1;
  const doublings = Math.min(failures - free - 1, 16);
  const delayMs = doublings < 0 ? 0 : Math.min(firstDelayMs * 2 ** doublings, longestDelayMs);
  return { failures, lastFailureAt: now, blockedUntil: delayMs > 0 ? now + delayMs : 0 };
}

/** Takes back one counted attempt that turned out to be right. */
export function forgiveFailure(throttle: SignInThrottle): SignInThrottle {
  return { ...throttle, failures: Math.max(0, throttle.failures - 1), blockedUntil: 0 };
}

/** Milliseconds until the next attempt may be made; 0: now. */
export const waitMs = (throttle: SignInThrottle, now: number) => Math.max(0, throttle.blockedUntil - now);

/** The part of a network address that one visitor cannot change at will: a whole IPv4 address, the /64 of an IPv6 one. */
export function sourceOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped) return mapped[1]!;
  if (!address.includes(':')) return address;
  const [head = '', tail = ''] = address.toLowerCase().split('%')[0]!.split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail.split(':').filter(Boolean);
  const zeros = address.includes('::') ? Array(Math.max(0, 8 - left.length - right.length)).fill('0') : [];
  const groups = [...left, ...zeros, ...right]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16));
  return `${groups.join(':')}::/64`;
}

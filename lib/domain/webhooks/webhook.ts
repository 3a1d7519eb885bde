import { dayMs, hourMs, minuteMs, secondMs } from '@/lib/domain/duration';

export const webhookLimits = {
  /** Of the installation. */
  webhooks: 20,
  address: 500,
  /** Events sent again by one request. */
  replayed: 10_000,
};

export const webhookOffReasons = ['person', 'gone', 'failing'] as const;
/** Who switched it off: somebody; the address, by answering 410; the console, after days in vain. */
export type WebhookOffReason = (typeof webhookOffReasons)[number];

export const deliveryStates = ['waiting', 'sending', 'delivered', 'failed'] as const;
/** `failed`: given up, until somebody sends it again. */
export type DeliveryState = (typeof deliveryStates)[number];

/** After each attempt that failed; the last one is followed by none. */
const waitsMs = [
  5 * secondMs,
  5 * minuteMs,
  30 * minuteMs,
  2 * hourMs,
  5 * hourMs,
  10 * hourMs,
  14 * hourMs,
  20 * hourMs,
  dayMs,
];

/** An address that has failed for so long, without one success, is switched off. */
export const failingForMs = 5 * dayMs;

/** An old secret signs beside the new one for so long. */
export const secretsOverlapMs = dayMs;

/**
 * How long to wait after so many attempts in vain, up to a tenth more or less, so that what failed together does not come
 * back together; null when it is given up.
 * @param random from 0 to 1
 */
export function waitAfterAttempt(attempts: number, random: number): number | null {
  const waitMs = waitsMs[attempts - 1];
  return waitMs === undefined ? null : Math.round(waitMs * (0.9 + 0.2 * random));
}

/** The address without what stands behind «?», where a password may. */
export function shownAddress(address: string): string {
  if (!URL.canParse(address)) return '';
  const { origin, pathname } = new URL(address);
  return origin + pathname;
}

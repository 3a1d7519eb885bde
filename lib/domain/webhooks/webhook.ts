import { dayMs } from '@/lib/domain/duration';

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

/** An address that has failed for so long, without one success, is switched off. */
export const failingForMs = 5 * dayMs;

/** An old secret signs beside the new one for so long. */
export const secretsOverlapMs = dayMs;

/** The address without what stands behind «?», where a password may. */
export function shownAddress(address: string): string {
  if (!URL.canParse(address)) return '';
  const { origin, pathname } = new URL(address);
  return origin + pathname;
}

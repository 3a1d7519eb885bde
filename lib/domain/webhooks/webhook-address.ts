import { isPublicIp } from './is-public-ip';
import { webhookLimits } from './webhook';

/** Of the installation: in the demo webhooks may be sent to this machine, and without https. */
export type AddressRules = { takesThisMachine: boolean };

/**
 * What is wrong with an address that webhooks are to be sent to, as a message key; null when nothing is. What its name
 * leads to is looked at when something is sent.
 */
export function problemOfAddress(address: string, { takesThisMachine }: AddressRules): string | null {
  if (address.length > webhookLimits.address) return 'tooLong';
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return 'webhooks.problems.address';
  const { protocol, hostname, username, password, hash } = new URL(address);
  if (username || password) return 'webhooks.problems.credentials';
  if (hash) return 'webhooks.problems.address';
  const isThisMachine = isLoopback(hostname);
  if (isThisMachine && takesThisMachine) return null;
  if (protocol !== 'https:') return 'webhooks.problems.https';
  const ip = ipOf(hostname);
  const isClosed = isThisMachine || (ip === null ? !hostname.includes('.') : !isPublicIp(ip));
  return isClosed ? 'webhooks.problems.notPublic' : null;
}

/** Whether something may be sent to a machine at this IP address. */
export const maySendTo = (ip: string, { takesThisMachine }: AddressRules) =>
  isPublicIp(ip) || (takesThisMachine && isLoopback(ip));

/** The IP address that a host of a URL is; null for a name. */
export function ipOf(hostname: string): string | null {
  if (hostname.startsWith('[')) return hostname.slice(1, -1);
  return /^\d+\.\d+\.\d+\.\d+$/.test(hostname) ? hostname : null;
}

const isLoopback = (host: string) =>
  /^(localhost\.?|.+\.localhost\.?|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);

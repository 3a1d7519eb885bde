import { isPublicIp } from '@/lib/domain/webhooks/is-public-ip';
import { ipOf } from '@/lib/domain/webhooks/webhook-address';
import { type Finding, finding } from './finding';
import type { FailedWebhook, ProviderAnswer, Reach } from './phone-account';

/** Whether the provider can reach us: by the address itself, by what answers there, and by what the provider wrote down. */
export function judgeAddress(
  publicUrl: string,
  isStandIn: boolean,
  reach: Reach,
  failed: ProviderAnswer<FailedWebhook[]>,
): Finding[] {
  const address = new URL(publicUrl);
  const values = { address: publicUrl };
  const findings: Finding[] = [];
  // A line on this machine needs neither.
  if (!isStandIn && address.protocol !== 'https:') findings.push(finding('addressNotHttps', values));
  if (!isStandIn && isPrivateHost(address.hostname)) findings.push(finding('addressPrivate', values));
  findings.push(...judgeReach(publicUrl, reach));
  if (failed.told && failed.value.length > 0) findings.push(webhooksFailed(failed.value));
  return findings;
}

function judgeReach(address: string, reach: Reach): Finding[] {
  if (!reach.reached) {
    const code = ({ name: 'addressUnresolved', certificate: 'addressCertificate' } as const)[
      reach.cause as string
    ];
    return [finding(code ?? 'addressUnreachable', { address, detail: reach.detail })];
  }
  if (reach.status >= 300 && reach.status < 400)
    return [finding('addressRedirects', { address, location: reach.location ?? '' })];
  const health = readHealth(reach.body);
  if (health === null) return [finding('addressForeign', { address, status: String(reach.status) })];
  return health ? [] : [finding('addressUnwell', { address })];
}

function readHealth(body: string): boolean | null {
  try {
    const { ok, startedAt } = JSON.parse(body);
    return typeof ok === 'boolean' && typeof startedAt === 'number' ? ok : null;
  } catch {
    return null;
  }
}

function webhooksFailed(failed: FailedWebhook[]): Finding {
  const [newest] = failed.toSorted((a, b) => b.at - a.at);
  const codes = [...new Set(failed.map(({ code }) => code))].join(', ');
  return finding('webhooksFailed', { count: String(failed.length), codes, url: newest?.url ?? '' });
}

/**
 * Our own webhook to ourselves: the right signature is taken and a wrong one is not. What lies between (a reverse proxy
 * that changes host, path, query or body) breaks every webhook of the provider in the same way.
 */
export function judgeSignature(publicUrl: string, right: Reach, wrong: Reach): Finding[] {
  const address = publicUrl;
  if (!right.reached) return [finding('notChecked', { detail: right.detail })];
  const findings: Finding[] = [];
  const status = String(right.status);
  if (right.status === 403) findings.push(finding('signatureRefused', { address }));
  else if (right.status !== 204) findings.push(finding('signatureUnanswered', { address, status }));
  if (wrong.reached && wrong.status < 300) findings.push(finding('forgeryAccepted', { address }));
  return findings;
}

/** Hosts that nobody outside reaches: addresses that are not public, and names without a public domain. */
export function isPrivateHost(host: string): boolean {
  const ip = ipOf(host);
  if (ip !== null) return !isPublicIp(ip);
  const name = host.toLowerCase();
  return (
    !name.includes('.') ||
    /\.(local|localhost|internal|intranet|lan|home|corp|test|example|invalid|home\.arpa)$/.test(name)
  );
}

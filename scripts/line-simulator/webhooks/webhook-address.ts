export type RetryReason = '4xx' | '5xx' | 'ct' | 'rt' | 'all';

export type WebhookAddress = {
  /** What is requested and signed: the fragment never leaves Twilio. */
  url: string;
  retryCount: number;
  retryOn: RetryReason[];
  connectMs: number;
  readMs: number;
  totalMs: number;
};

const HARD_LIMIT_MS = 15_000;
const REASONS: readonly string[] = ['4xx', '5xx', 'ct', 'rt', 'all'];

/** Reads the connection overrides that Twilio takes from a URL's fragment (`#rc=2&rp=ct,5xx`). */
export function parseWebhookAddress(address: string): WebhookAddress {
  const hash = address.indexOf('#');
  const url = hash < 0 ? address : address.slice(0, hash);
  const rules = new URLSearchParams(hash < 0 ? '' : address.slice(hash + 1));
  const within = (name: string, fallback: number, least: number, most: number) => {
    const value = Number(rules.get(name) ?? Number.NaN);
    return Number.isInteger(value) ? Math.min(most, Math.max(least, value)) : fallback;
  };
  const retryOn = (rules.get('rp') ?? '').split(',').filter((reason) => REASONS.includes(reason));
  return {
    url,
    retryCount: within('rc', 1, 0, 5),
    retryOn: retryOn.length > 0 ? (retryOn as RetryReason[]) : ['ct'],
    connectMs: within('ct', 5_000, 100, 10_000),
    readMs: within('rt', HARD_LIMIT_MS, 100, HARD_LIMIT_MS),
    totalMs: within('tt', HARD_LIMIT_MS, 100, HARD_LIMIT_MS),
  };
}

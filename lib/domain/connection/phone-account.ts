import type { Repair } from './repair';

/** Why the provider did not tell: it refused these credentials, the account is closed to requests, there is no such thing, nobody answered, or it failed. */
export type Silence = 'refused' | 'notActive' | 'missing' | 'unreachable' | 'failed';

/** What the provider told, or why it did not; `detail` is its code and words, for a person. */
export type ProviderAnswer<Value> =
  | { told: true; value: Value }
  | { told: false; why: Silence; detail: string };

export type AccountState = {
  status: 'active' | 'suspended' | 'closed';
  isTrial: boolean;
  /** By the provider's clock when it answered, and by ours; null when it told no time. Epoch milliseconds. */
  clock: { providerAt: number; ownAt: number } | null;
};

export type Method = 'GET' | 'POST';

/** A number of the account and what the provider does when it is called. */
export type AccountNumber = {
  sid: string;
  e164: string;
  hasVoice: boolean;
  voiceUrl: string;
  voiceMethod: Method;
  fallbackUrl: string;
  fallbackMethod: Method;
  statusCallback: string;
  statusCallbackMethod: Method;
  /** An application or a trunk that takes the number's calls in place of the voice URL. */
  takenBy: 'application' | 'trunk' | null;
};

/** The TwiML App that browser phones call. */
export type AccountApp = { sid: string; voiceUrl: string; voiceMethod: Method };

/** Approved customer profiles: they decide how many calls a new account may have at a time. */
export type ApprovedProfiles = { business: boolean; others: number };

/** A webhook that the provider could not deliver. */
export type FailedWebhook = { code: string; url: string; at: number };

/** What came back from our own public address. */
export type Reach =
  | { reached: true; status: number; location: string | null; body: string }
  | { reached: false; cause: 'name' | 'refused' | 'timeout' | 'certificate' | 'other'; detail: string };

/** Where the provider should ask and report, each with its retry settings. */
export type WebhookAddresses = { voice: string; fallback: string; statusCallback: string; appVoice: string };

/** The port of the connection test: the account at the phone provider, and our own address as seen from a network. Nothing throws. */
export interface PhoneAccount {
  readonly publicUrl: string;
  /** A stand-in on this machine answers instead of the provider. */
  readonly isStandIn: boolean;
  readonly addresses: WebhookAddresses;
  /** Names of settings of a region or edge that are given and not used. */
  readonly unusedRegionSettings: readonly string[];
  readAccount(): Promise<ProviderAnswer<AccountState>>;
  /** Whether the API key is one of the account's. */
  findApiKey(): Promise<ProviderAnswer<null>>;
  /** A harmless read with the API key and its secret. */
  tryApiKey(): Promise<ProviderAnswer<null>>;
  listNumbers(): Promise<ProviderAnswer<AccountNumber[]>>;
  readApp(): Promise<ProviderAnswer<AccountApp>>;
  /** In which of its regions the provider handles the number's calls, such as `us1`. */
  readRegionOf(e164: string): Promise<ProviderAnswer<string>>;
  readProfiles(): Promise<ProviderAnswer<ApprovedProfiles>>;
  /** Of the last 24 hours, at our public address. */
  listFailedWebhooks(): Promise<ProviderAnswer<FailedWebhook[]>>;
  /** The health page at our public address. */
  reachConsole(): Promise<Reach>;
  /** A webhook to our public address, signed rightly or wrongly. */
  sendSigned(signature: 'right' | 'wrong'): Promise<Reach>;
  carryOut(repair: Repair): Promise<ProviderAnswer<null>>;
}

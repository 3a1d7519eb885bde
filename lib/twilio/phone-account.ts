import twilio from 'twilio';
import type { IncomingPhoneNumberInstance } from 'twilio/lib/rest/api/v2010/account/incomingPhoneNumber.js';
import { getExpectedTwilioSignature } from 'twilio/lib/webhooks/webhooks.js';
import type {
  AccountNumber,
  FailedWebhook,
  Method,
  PhoneAccount,
  ProviderAnswer,
  Reach,
} from '@/lib/domain/connection/phone-account';
import type { Repair } from '@/lib/domain/connection/repair';
import { StandInClient } from './stand-in-client';
import { webhookAddresses } from './webhook-addresses';

export type PhoneAccountSettings = {
  twilioAccountSid: string;
  twilioAuthToken: string;
  twilioApiKeySid: string;
  twilioApiKeySecret: string;
  twilioTwimlAppSid: string;
  twilioApiBaseUrl?: string;
  publicUrl: string;
  unusedRegionSettings: string[];
};

/** A person waits for each answer. */
const timeoutMs = 5_000;
const dayMs = 24 * 3_600_000;
/** «Primary Customer Profile of type Business», the same for every account (trusthub.twilio.com/v1/Policies). */
const businessPolicySid = 'RN6433641899984f951173ef1738c3bdd0';
const keptBodyChars = 2_000;

/**
 * The account at Twilio for the connection test. Asked with the auth token, since a standard API key reaches neither the
 * account nor the keys; the key itself is only tried.
 */
export function createPhoneAccount(settings: PhoneAccountSettings): PhoneAccount {
  const { publicUrl, twilioAccountSid, twilioAuthToken, twilioApiBaseUrl } = settings;
  const addresses = webhookAddresses(publicUrl);

  function connect(user: string, password: string) {
    const httpClient = twilioApiBaseUrl
      ? new StandInClient(twilioApiBaseUrl, timeoutMs)
      : new twilio.RequestClient({ timeout: timeoutMs });
    const client = twilio(user, password, {
      accountSid: twilioAccountSid,
      autoRetry: false,
      edge: '',
      region: '',
      httpClient,
    });
    return { client, httpClient };
  }
  const { client } = connect(twilioAccountSid, twilioAuthToken);
  const numberChanges = {
    // An application set there would go on taking the calls.
    voice: { voiceUrl: addresses.voice, voiceMethod: 'POST', voiceApplicationSid: '' },
    fallback: { voiceFallbackUrl: addresses.fallback, voiceFallbackMethod: 'POST' },
    statusCallback: { statusCallback: addresses.statusCallback, statusCallbackMethod: 'POST' },
  } satisfies Record<Repair['field'], object>;

  return {
    publicUrl,
    isStandIn: twilioApiBaseUrl !== undefined,
    addresses,
    unusedRegionSettings: settings.unusedRegionSettings,

    readAccount: () =>
      told(async () => {
        // Its own connection: the time of the last answer is then this answer's.
        const own = connect(twilioAccountSid, twilioAuthToken);
        const { status, type } = await own.client.api.v2010.accounts(twilioAccountSid).fetch();
        const ownAt = Date.now();
        const headers = own.httpClient.lastResponse?.headers as { date?: string } | undefined;
        const providerAt = Date.parse(headers?.date ?? '');
        return {
          status,
          isTrial: type === 'Trial',
          clock: Number.isNaN(providerAt) ? null : { providerAt, ownAt },
        };
      }),

    findApiKey: () => told(() => client.keys(settings.twilioApiKeySid).fetch().then(nothing)),

    tryApiKey: () =>
      told(() => {
        const byKey = connect(settings.twilioApiKeySid, settings.twilioApiKeySecret);
        return byKey.client.incomingPhoneNumbers.list({ limit: 1, pageSize: 1 }).then(nothing);
      }),

    listNumbers: () =>
      told(async () => (await client.incomingPhoneNumbers.list({ pageSize: 1000 })).map(accountNumber)),

    readApp: () =>
      told(async () => {
        const app = await client.applications(settings.twilioTwimlAppSid).fetch();
        return { sid: app.sid, voiceUrl: app.voiceUrl ?? '', voiceMethod: methodOf(app.voiceMethod) };
      }),

    readRegionOf: (e164) => told(async () => (await client.routes.v2.phoneNumbers(e164).fetch()).voiceRegion),

    readProfiles: () =>
      told(async () => {
        const approved = await client.trusthub.v1.customerProfiles.list({
          status: 'twilio-approved',
          limit: 50,
        });
        const business = approved.filter(({ policySid }) => policySid === businessPolicySid);
        return { business: business.length > 0, others: approved.length - business.length };
      }),

    listFailedWebhooks: () =>
      told(async () => {
        const since = new Date(Date.now() - dayMs);
        const errors = await client.notifications.list({ log: 0, messageDateAfter: since, limit: 100 });
        return errors
          .map(({ errorCode, requestUrl, messageDate }) => ({
            code: errorCode,
            url: requestUrl,
            at: messageDate.getTime(),
          }))
          .filter((each) => each.at >= since.getTime() && isUndelivered(each, publicUrl));
      }),

    reachConsole: () => reach(`${publicUrl}/api/health`, { method: 'GET' }),

    sendSigned(signature) {
      // What proxies like to change: a query, an encoded letter, an empty value, a plus sign.
      const url = `${publicUrl}/api/twilio/connection-test?of=connection&letter=%D1%8F`;
      const form = { AccountSid: twilioAccountSid, From: '+70000000000', Note: 'проверка связи', Empty: '' };
      const token = signature === 'right' ? twilioAuthToken : `not ${twilioAuthToken}`;
      return reach(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
          'x-twilio-signature': getExpectedTwilioSignature(token, url, form),
        },
        body: new URLSearchParams(form).toString(),
      });
    },

    carryOut: (repair) =>
      told(() => {
        if (repair.target === 'app') {
          const change = { voiceUrl: addresses.appVoice, voiceMethod: 'POST' };
          return client.applications(repair.sid).update(change).then(nothing);
        }
        return client.incomingPhoneNumbers(repair.sid).update(numberChanges[repair.field]).then(nothing);
      }),
  };
}

const nothing = () => null;

const methodOf = (text: string): Method => (text === 'GET' ? 'GET' : 'POST');

function accountNumber(number: IncomingPhoneNumberInstance): AccountNumber {
  return {
    sid: number.sid,
    e164: number.phoneNumber,
    hasVoice: number.capabilities.voice,
    voiceUrl: number.voiceUrl ?? '',
    voiceMethod: methodOf(number.voiceMethod),
    fallbackUrl: number.voiceFallbackUrl ?? '',
    fallbackMethod: methodOf(number.voiceFallbackMethod),
    statusCallback: number.statusCallback ?? '',
    statusCallbackMethod: methodOf(number.statusCallbackMethod),
    takenBy: number.trunkSid ? 'trunk' : number.voiceApplicationSid ? 'application' : null,
  };
}

/** 112xx are Twilio's codes for an address that it did not reach or that answered with an error. */
const isUndelivered = ({ code, url }: FailedWebhook, publicUrl: string) =>
  /^112\d\d$/.test(code) && URL.canParse(url) && new URL(url).host === new URL(publicUrl).host;

async function told<Value>(ask: () => Promise<Value>): Promise<ProviderAnswer<Value>> {
  try {
    return { told: true, value: await ask() };
  } catch (error) {
    const { status, code, message } = error as { status?: number; code?: number | string; message?: string };
    const detail = [status, code, message].filter(Boolean).join(' ').slice(0, 300);
    if (typeof status !== 'number') return { told: false, why: 'unreachable', detail };
    if (Number(code) === 20005) return { told: false, why: 'notActive', detail };
    if (status === 401 || status === 403) return { told: false, why: 'refused', detail };
    return { told: false, why: status === 404 ? 'missing' : 'failed', detail };
  }
}

const causes: Record<string, (Reach & { reached: false })['cause']> = {
  ENOTFOUND: 'name',
  EAI_AGAIN: 'name',
  ECONNREFUSED: 'refused',
  TimeoutError: 'timeout',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  ETIMEDOUT: 'timeout',
};

/** One request to our own public address, as a network would make it; redirects are told, not followed. */
async function reach(url: string, init: RequestInit): Promise<Reach> {
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    const response = await fetch(url, { ...init, redirect: 'manual', signal });
    return {
      reached: true,
      status: response.status,
      location: response.headers.get('location'),
      body: (await response.text()).slice(0, keptBodyChars),
    };
  } catch (error) {
    const { name, message, cause } = error as Error & { cause?: { code?: string; message?: string } };
    const code = cause?.code ?? name;
    const isCertificate = /CERT|SIGNATURE|TLS|SSL/.test(code);
    return {
      reached: false,
      cause: isCertificate ? 'certificate' : (causes[code] ?? 'other'),
      detail: [code, cause?.message ?? message].join(' ').slice(0, 300),
    };
  }
}

import { createHash } from 'node:crypto';
import type { Settings } from '../settings/settings.ts';
import type { CompanyNumber, Line } from './line.ts';

/** What an application of the account does when a browser calls it. */
export type Application = {
  sid: string;
  name: string;
  createdAt: number;
  voiceUrl: string;
  voiceMethod: 'GET' | 'POST';
};

/** The state of the account itself, apart from its calls. */
export type Account = {
  status: 'active' | 'suspended' | 'closed';
  type: 'Full' | 'Trial';
  /** Approved customer profiles, which decide how many calls are let through at a time. */
  profiles: ('business' | 'individual')[];
  applications: Application[];
  /** `revoked`: it is gone; `changed`: it is there, under another secret. */
  authToken: 'valid' | 'revoked';
  apiKey: 'valid' | 'revoked' | 'changed';
  /** How far the clock of the REST API is ahead. */
  clockSkewMs: number;
  /** What the debugger of the account keeps of webhooks that failed. */
  notifications: { sid: string; code: number; url: string; at: number }[];
  defects: Defect[];
};

/** What may be wrong with an account that somebody has just opened, each by itself. */
export const DEFECTS = [
  'token-revoked',
  'account-suspended',
  'account-trial',
  'no-profile',
  'individual-profile',
  'key-revoked',
  'key-secret-changed',
  'number-gone',
  'number-unknown',
  'voice-url-foreign',
  'voice-url-without-retries',
  'voice-method-get',
  'fallback-missing',
  'fallback-method-get',
  'status-callback-missing',
  'status-callback-method-get',
  'number-of-application',
  'number-on-trunk',
  'number-without-voice',
  'app-gone',
  'app-voice-url-foreign',
  'app-voice-method-get',
  'number-in-other-region',
  'clock-skewed',
  'webhooks-failing',
] as const;
export type Defect = (typeof DEFECTS)[number];

const DAY_MS = 24 * 3_600_000;
const FOREIGN = 'https://demo.twilio.com/welcome/voice/';

export const sidOf = (prefix: string, text: string) => prefix + createHash('md5').update(text).digest('hex');

/** An account with nothing wrong about it. */
export function rightAccount(settings: Settings, createdAt: number): Account {
  return {
    status: 'active',
    type: 'Full',
    profiles: ['business'],
    applications: [
      {
        sid: settings.twimlAppSid ?? sidOf('AP', settings.accountSid),
        name: 'Browser phones',
        createdAt,
        voiceUrl: `${settings.publicUrl}/api/twilio/voice/agent#rc=2&rp=ct,rt,5xx&ct=2000&rt=6000&tt=14000`,
        voiceMethod: 'POST',
      },
    ],
    authToken: 'valid',
    apiKey: 'valid',
    clockSkewMs: 0,
    notifications: [],
    defects: [],
  };
}

export function companyNumber(settings: Settings, number: string, createdAt: number): CompanyNumber {
  const at = `${settings.publicUrl}/api/twilio`;
  return {
    sid: sidOf('PN', number),
    number,
    createdAt,
    voiceUrl: `${at}/voice/inbound#rc=2&rp=ct,rt,5xx&ct=2000&rt=6000&tt=14000`,
    voiceMethod: 'POST',
    voiceFallbackUrl: `${at}/voice/fallback`,
    voiceFallbackMethod: 'POST',
    statusCallback: `${at}/call-status#rc=3&rp=all`,
    statusCallbackMethod: 'POST',
    voiceApplicationSid: null,
    trunkSid: null,
    hasVoice: true,
    region: 'us1',
  };
}

/** Makes the account and its numbers anew, right but for these defects. */
export function setUpAccount(line: Line, defects: readonly Defect[]): void {
  const { settings } = line;
  line.account = { ...rightAccount(settings, line.startedAt), defects: [...defects] };
  line.numbers = settings.numbers.map((number) => companyNumber(settings, number, line.startedAt));
  for (const defect of defects) plant(line, defect);
}

function plant(line: Line, defect: Defect): void {
  const { account } = line;
  const first = line.numbers[0];
  const application = account.applications[0];
  const change = (values: Partial<CompanyNumber>) => first && Object.assign(first, values);
  const changeApplication = (values: Partial<Application>) =>
    application && Object.assign(application, values);
  switch (defect) {
    case 'token-revoked':
      account.authToken = 'revoked';
      return;
    case 'account-suspended':
      account.status = 'suspended';
      return;
    case 'account-trial':
      account.type = 'Trial';
      account.profiles = [];
      return;
    case 'no-profile':
      account.profiles = [];
      return;
    case 'individual-profile':
      account.profiles = ['individual'];
      return;
    case 'key-revoked':
      account.apiKey = 'revoked';
      return;
    case 'key-secret-changed':
      account.apiKey = 'changed';
      return;
    case 'number-gone':
      line.numbers = line.numbers.slice(1);
      return;
    case 'number-unknown':
      line.numbers.push(companyNumber(line.settings, '+74951110000', line.startedAt));
      return;
    case 'voice-url-foreign':
      change({ voiceUrl: FOREIGN });
      return;
    case 'voice-url-without-retries':
      change({ voiceUrl: first?.voiceUrl.replace(/#.*/, '') });
      return;
    case 'voice-method-get':
      change({ voiceMethod: 'GET' });
      return;
    case 'fallback-missing':
      change({ voiceFallbackUrl: '' });
      return;
    case 'fallback-method-get':
      change({ voiceFallbackMethod: 'GET' });
      return;
    case 'status-callback-missing':
      change({ statusCallback: '' });
      return;
    case 'status-callback-method-get':
      change({ statusCallbackMethod: 'GET' });
      return;
    case 'number-of-application':
      change({ voiceApplicationSid: application?.sid ?? null });
      return;
    case 'number-on-trunk':
      change({ trunkSid: sidOf('TK', line.settings.accountSid) });
      return;
    case 'number-without-voice':
      change({ hasVoice: false });
      return;
    case 'app-gone':
      account.applications = [];
      return;
    case 'app-voice-url-foreign':
      changeApplication({ voiceUrl: FOREIGN });
      return;
    case 'app-voice-method-get':
      changeApplication({ voiceMethod: 'GET' });
      return;
    case 'number-in-other-region':
      change({ region: 'ie1' });
      return;
    case 'clock-skewed':
      account.clockSkewMs = 10 * 60_000;
      return;
    case 'webhooks-failing':
      account.notifications = [11200, 11200, 11205].map((code, index) => ({
        sid: sidOf('NO', `${code}${index}`),
        code,
        url: `${line.settings.publicUrl}/api/twilio/voice/inbound`,
        at: Date.now() - DAY_MS / 4,
      }));
  }
}

import { randomBytes } from 'node:crypto';
import type { Clock } from '../clock/clock.ts';
import { type Exchange, openExchange } from '../media/exchange.ts';
import type { Settings } from '../settings/settings.ts';
import type { BrowserLeg } from '../signal/browser-leg.ts';
import type { Session } from '../signal/session.ts';
import type { Delivery, Webhook } from '../webhooks/deliver-webhook.ts';
import { deliverWebhook } from '../webhooks/deliver-webhook.ts';
import { type SendRequest, sendRequest } from '../webhooks/send-request.ts';
import { parseWebhookAddress } from '../webhooks/webhook-address.ts';
import { type Account, companyNumber, rightAccount } from './account.ts';
import type { Call } from './call.ts';
import type { Conference } from './conference.ts';
import type { DeskPhone } from './desk-phone.ts';
import { type Faults, noFaults } from './faults.ts';
import { createJournal, type Journal } from './journal.ts';
import type { Queue } from './queue.ts';

export type Recording = {
  sid: string;
  callSid: string;
  startedAt: number;
  seconds: number;
  /** Its file can be fetched from then on. */
  readyAt: number;
};

export type CompanyNumber = {
  sid: string;
  number: string;
  createdAt: number;
  voiceUrl: string;
  voiceMethod: 'GET' | 'POST';
  voiceFallbackUrl: string;
  voiceFallbackMethod: 'GET' | 'POST';
  statusCallback: string;
  statusCallbackMethod: 'GET' | 'POST';
  /** An application or trunk takes the calls instead of the voice URL. */
  voiceApplicationSid: string | null;
  trunkSid: string | null;
  hasVoice: boolean;
  /** Where its calls are processed; the REST API of this line is us1. */
  region: string;
};

/** Everything the line knows; one per process, several in tests. */
export type Line = {
  settings: Settings;
  clock: Clock;
  startedAt: number;
  account: Account;
  numbers: CompanyNumber[];
  calls: Map<string, Call>;
  conferences: Map<string, Conference>;
  phones: Map<string, DeskPhone>;
  queues: Map<string, Queue>;
  /** Browsers that are connected, registered or not. */
  sessions: Set<Session>;
  browserLegs: Set<BrowserLeg>;
  exchange: Exchange;
  recordings: Map<string, Recording>;
  faults: Faults;
  journal: Journal;
  /** Callbacks held back by a reorder fault, each to be sent after the next one. */
  heldBack: (() => void)[];
  newSid(prefix: 'CA' | 'CF' | 'RE' | 'QU'): string;
  request(
    webhook: Webhook,
    about: { callSid?: string; conferenceSid?: string; label: string },
  ): Promise<Delivery>;
  /** Resolves when no request to the console is on its way. */
  settled(): Promise<void>;
};

/** `send`: how webhooks reach the console; over the network unless both are one process. */
export function openLine(settings: Settings, clock: Clock, send: SendRequest = sendRequest): Line {
  const startedAt = clock.now();
  const journal = createJournal(() => clock.now());
  let underWay = 0;

  return {
    settings,
    clock,
    startedAt,
    account: rightAccount(settings, startedAt),
    journal,
    numbers: settings.numbers.map((number) => companyNumber(settings, number, startedAt)),
    calls: new Map(),
    conferences: new Map(),
    phones: new Map(),
    queues: new Map(),
    sessions: new Set(),
    browserLegs: new Set(),
    exchange: openExchange(),
    recordings: new Map(),
    faults: noFaults(),
    heldBack: [],
    newSid: (prefix) => prefix + randomBytes(16).toString('hex'),
    async request(webhook, about) {
      underWay++;
      try {
        const delivery = await deliverWebhook(clock, settings.authToken, webhook, send);
        journal.write({
          kind: about.label.startsWith('callback') ? 'callback' : 'webhook',
          text: `${about.label} → ${delivery.answer?.status ?? delivery.failure?.message}`,
          callSid: about.callSid,
          conferenceSid: about.conferenceSid,
          detail: {
            address: parseWebhookAddress(webhook.address).url,
            parameters: webhook.parameters,
            attempts: delivery.attempts,
            answer: delivery.answer?.body.slice(0, 4_000) ?? null,
          },
        });
        return delivery;
      } finally {
        underWay--;
      }
    },
    async settled() {
      for (let quiet = 0; quiet < 3; ) {
        await new Promise((resolve) => setImmediate(resolve));
        quiet = underWay === 0 ? quiet + 1 : 0;
      }
    },
  };
}

/** Twilio's debugger: kept with the call it concerns and shown on the page. */
export function reportToDebugger(
  line: Line,
  fault: { code: number; message: string },
  about: { callSid?: string; conferenceSid?: string },
): void {
  const level = fault.code === 12200 || fault.code === 15003 ? 'warning' : 'error';
  line.journal.write({ kind: 'debugger', level, code: fault.code, text: fault.message, ...about });
}

const KEPT_CALLS = 500;
const KEPT_CONFERENCES = 500;

/** Forgets the oldest calls and rooms that are over, so that a long run stays small. */
export function forgetOldest(line: Line): void {
  forget(line.calls, KEPT_CALLS, (call) => call.endedAt !== null);
  forget(line.conferences, KEPT_CONFERENCES, (conference) => conference.status === 'completed');
}

function forget<V>(kept: Map<string, V>, limit: number, isOver: (value: V) => boolean): void {
  for (const [sid, value] of kept) {
    if (kept.size <= limit) return;
    if (isOver(value)) kept.delete(sid);
  }
}

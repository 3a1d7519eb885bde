import twilio from 'twilio';
import type RequestClient from 'twilio/lib/base/RequestClient.js';
import type Response from 'twilio/lib/http/response.js';
import type { Telephony } from '@/lib/domain/telephony';
import type { Settings } from '@/lib/env';
import { createTelephony } from '@/lib/twilio/telephony';
import type { Line } from '@/scripts/line-simulator/line/line';
import { serveRest } from '@/scripts/line-simulator/rest/rest-api';
import type { ConsoleProcess } from './console-process';
import type { Faults } from './faults';
import type { History } from './history';

const timeoutMs = 10_000;

type Parts = { line: Line; faults: Faults; history: History; process: ConsoleProcess };

/** Twilio's own client for its REST API, speaking to the line simulator within this process. */
export function telephonyWithin(settings: Settings, parts: Parts): Telephony {
  return createTelephony(settings, new RestCarrier(parts));
}

class RestCarrier extends twilio.RequestClient {
  constructor(private readonly parts: Parts) {
    super();
  }

  override async request<Data>(options: RequestClient.RequestOptions<Data>): Promise<Response<Data>> {
    const { line, faults, history, process } = this.parts;
    await process.goOn();
    const { method } = options;
    const crash = method === 'get' ? null : faults.crashOfOrder();
    if (crash === 'beforeOrder') process.die('before an order to the line');
    await process.goOn();

    const url = new URL(options.uri);
    for (const [name, value] of pairsOf(options.params)) url.searchParams.append(name, value);
    const body = new URLSearchParams(pairsOf(options.data as object | undefined)).toString();
    const key = Buffer.from(`${options.username}:${options.password}`).toString('base64');
    const answered = { status: 0, text: '', isLost: false };
    let effect = 0;
    await serveRest(
      line,
      {
        url: url.pathname + url.search,
        method: method.toUpperCase(),
        headers: { authorization: `Basic ${key}` },
      } as never,
      {
        writeHead: (status: number) => {
          answered.status = status;
        },
        end: (text?: string) => {
          answered.text = String(text ?? '');
        },
        destroy: () => {
          answered.isLost = true;
        },
      } as never,
      body,
    );
    effect = answered.isLost ? lostStatusOf(line) : answered.status;
    if (method !== 'get' && effect !== 0) {
      const form = Object.fromEntries(new URLSearchParams(body));
      history.add({ kind: 'order', method: method.toUpperCase(), path: url.pathname, form, status: effect });
    }
    if (crash === 'afterOrder') process.die('after an order to the line');
    if (answered.isLost) await this.fail('ECONNRESET', 'socket hang up');
    if (answered.status === 0) {
      await new Promise<void>((resolve) => line.clock.after(timeoutMs, resolve));
      await this.fail('ECONNABORTED', `timeout of ${timeoutMs}ms exceeded`);
    }
    await process.goOn();
    return { statusCode: answered.status, body: answered.text as Data, headers: {} };
  }

  private async fail(code: string, message: string): Promise<never> {
    await this.parts.process.goOn();
    throw Object.assign(new Error(message), { code });
  }
}

/** The line's own word on a request whose answer was lost. */
function lostStatusOf(line: Line): number {
  const said = line.journal.entries.findLast(({ kind }) => kind === 'rest')?.text ?? '';
  return Number(/→ (\d+), lost$/.exec(said)?.[1] ?? 0);
}

function pairsOf(fields: object | undefined): [string, string][] {
  return Object.entries(fields ?? {})
    .filter(([, value]) => value !== undefined)
    .flatMap(([name, value]) => [value].flat().map((each): [string, string] => [name, String(each)]));
}

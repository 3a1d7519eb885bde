import type { PhoneMode } from '@/scripts/line-simulator/line/desk-phone.ts';
import type { Faults } from '@/scripts/line-simulator/line/faults.ts';

export type LineCall = {
  sid: string;
  from: string;
  to: string;
  status: string;
  hasEnded: boolean;
  conference: string | null;
  hold: boolean;
  hears: { text: string } | null;
};
export type LineCallDetail = LineCall & {
  heard: { text: string }[];
  debugger: { level: string; text: string }[];
};
export type DeskPhone = {
  number: string;
  name: string | null;
  mode: PhoneMode;
  state: 'idle' | 'ringing' | 'talking';
  callSid: string | null;
};

/** The telephone line as a journey uses it: callers, desk phones and faults of the running simulator. */
export class Line {
  constructor(readonly url: string) {}

  /** Somebody rings the company: an E.164 number, or `withheld`. */
  call(caller: { from: string; to?: string; forwardedFrom?: string }): Promise<LineCall> {
    return this.#ask('POST', 'calls', caller);
  }

  calls(): Promise<LineCall[]> {
    return this.#ask('GET', 'calls');
  }

  /** One call with everything the caller has heard. */
  callOf(sid: string): Promise<LineCallDetail> {
    return this.#ask('GET', `calls/${sid}`);
  }

  /** This end of the line makes a tone instead of silence; null ends it. */
  soundTone(sid: string, hz: number | null): Promise<unknown> {
    return this.#ask('POST', `calls/${sid}/tone`, { hz });
  }

  /** What this end of the line hears while it is listened to, the loudest tone first. */
  async hears(sid: string, ms = 1500): Promise<number[]> {
    const { tones } = await this.#ask<{ tones: { hz: number }[] }>('GET', `calls/${sid}/sound?ms=${ms}`);
    return tones.map(({ hz }) => hz);
  }

  hangUp(sid: string): Promise<LineCall> {
    return this.#ask('POST', `calls/${sid}/hang-up`);
  }

  /** The browser phones that are connected, each with the calls it takes part in. */
  browsers(): Promise<{ id: string; identity: string; callSids: string[] }[]> {
    return this.#ask('GET', 'browsers');
  }

  /** Their signalling connections break; sound goes on. */
  async cutBrowsers(): Promise<void> {
    for (const { identity } of await this.browsers()) await this.#ask('POST', `browsers/${identity}/cut`);
  }

  phones(): Promise<DeskPhone[]> {
    return this.#ask('GET', 'phones');
  }

  phone(number: string): Promise<DeskPhone> {
    return this.#ask('GET', `phones/${encodeURIComponent(number)}`);
  }

  /** `auto` answers by itself after `answerAfterMs`; `manual` waits for `operatePhone`. */
  setPhone(number: string, change: { mode?: PhoneMode; answerAfterMs?: number }): Promise<DeskPhone> {
    return this.#ask('PUT', `phones/${encodeURIComponent(number)}`, change);
  }

  operatePhone(number: string, act: 'answer' | 'busy' | 'no-answer' | 'hang-up'): Promise<DeskPhone> {
    return this.#ask('POST', `phones/${encodeURIComponent(number)}/${act}`);
  }

  setFaults(faults: { [Kind in keyof Faults]?: Partial<Faults[Kind]> }): Promise<Faults> {
    return this.#ask('PUT', 'faults', faults);
  }

  /** Faults that were to happen a number of times and have not: a journey that met none of them proves nothing. */
  async faultsLeft(): Promise<object[]> {
    const { callbacks, rest } = await this.setFaults({});
    return [...callbacks, ...rest].filter(({ times }) => times !== null);
  }

  /** Ends every call and forgets faults, telephones and history. */
  reset(): Promise<unknown> {
    return this.#ask('POST', 'reset');
  }

  async #ask<Answer>(method: string, path: string, body?: object): Promise<Answer> {
    const response = await fetch(`${this.url}/control/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    const answer = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${answer.error}`);
    return answer as Answer;
  }
}

import twilio from 'twilio';
import type RequestClient from 'twilio/lib/base/RequestClient.js';

/** Sends everything meant for Twilio's hosts to another address: the line simulator of this machine. */
export class StandInClient extends twilio.RequestClient {
  private readonly base: string;

  constructor(base: string, timeoutMs: number) {
    super({ timeout: timeoutMs, keepAlive: true });
    this.base = base;
  }

  override request<Data>(options: RequestClient.RequestOptions<Data>) {
    const meant = new URL(options.uri);
    return super.request<Data>({ ...options, uri: new URL(meant.pathname + meant.search, this.base).href });
  }
}

import type { MyCall } from '@/lib/domain/calls/call-view';
import { newCall } from '@/scripts/line-simulator/line/call';
import { type DeskPhone, deskPhone } from '@/scripts/line-simulator/line/desk-phone';
import { hangUp } from '@/scripts/line-simulator/line/hang-up';
import { runProgram } from '@/scripts/line-simulator/verbs/run-program';
import { deskNumberOf, hasBrowserPhone, modelSettings, proofOf, type Worker } from './company';
import type { House } from './house';

export type Answered = { status: number | null; answer: unknown };
type Sent = { method: string; path: string; body: string; key: string | null };

/** A person with a console and a telephone, who does what consoles do. */
export class WorkerAtDesk {
  /** The console is open and its tab is alive. */
  isAtConsole = false;
  /** The tab does not run: it says nothing and reads nothing. */
  isFrozen = false;
  wasAtConsole = false;
  /** The browser's own leg of a call. */
  browserLegs = new Set<string>();
  private lastKey = 0;
  private lastSent: Sent | null = null;
  private connection: { id: string } | null = null;
  private isListening = false;
  private lastHeard = 0;

  constructor(
    private readonly house: House,
    readonly name: Worker,
  ) {}

  get hasBrowserPhone(): boolean {
    return hasBrowserPhone(this.name);
  }

  get phone(): DeskPhone {
    return deskPhone(this.house.line, deskNumberOf(this.name));
  }

  read(path: string): Promise<Answered> {
    return this.send({ method: 'GET', path, body: '', key: null });
  }

  change(path: string, body: object = {}, method = 'POST'): Promise<Answered> {
    const key = `${this.name}-${++this.lastKey}`;
    this.lastSent = { method, path, body: JSON.stringify(body), key };
    return this.send(this.lastSent);
  }

  /** The last change once more under the same key, as a console does whose answer was lost. */
  async repeat(): Promise<Answered | null> {
    return this.lastSent && this.send(this.lastSent);
  }

  async calls(): Promise<MyCall[]> {
    const { status, answer } = await this.read('/calls/mine');
    return status === 200 ? (answer as { calls: MyCall[] }).calls : [];
  }

  async opensConsole(): Promise<void> {
    this.isAtConsole = true;
    this.wasAtConsole = true;
    this.isFrozen = false;
    await this.listens();
  }

  /** Opens their console and is available. */
  async comesToWork(): Promise<void> {
    await this.opensConsole();
    await this.house.settled();
    await this.beats();
    await this.change('/presence', { chosen: 'available' }, 'PUT');
  }

  closesConsole(): void {
    this.isAtConsole = false;
    this.endListening?.();
  }

  async listens(): Promise<void> {
    if (!this.isAtConsole || this.isFrozen || this.isListening) return;
    const { cookie } = await proofOf(this.name);
    const leaving = new AbortController();
    this.endListening = () => leaving.abort();
    void this.house.running?.whenDead.then(() => leaving.abort());
    const answer = await this.house.ask(
      new Request(`${modelSettings.publicUrl}/api/live`, {
        headers: { cookie, 'last-event-id': String(this.lastHeard) },
        signal: leaving.signal,
      }),
    );
    if (answer?.status !== 200 || !answer.body) return;
    this.isListening = true;
    void this.hear(answer.body).finally(() => {
      this.isListening = false;
      this.connection = null;
    });
  }

  /** Says that the console is there; one that was given up opens its stream anew. */
  async beats(): Promise<void> {
    if (!this.isAtConsole || this.isFrozen) return;
    const { connection } = this;
    if (!connection) return this.listens();
    const browserPhone = this.hasBrowserPhone ? 'ready' : 'off';
    const body = JSON.stringify({ connectionId: connection.id, browserPhone });
    const { status } = await this.send({ method: 'POST', path: '/presence/heartbeat', body, key: `beat` });
    if (status !== 404) return;
    this.endListening?.();
    await this.house.flight.settled();
    await this.listens();
  }

  /** The browser dials the line with what it was told of its claim. */
  dialsIn(callId: string, generation: number): void {
    const { line } = this.house;
    const call = newCall({
      sid: line.newSid('CA'),
      direction: 'inbound',
      from: `client:agent_${this.name}`,
      to: '',
      createdAt: line.clock.now(),
      applicationSid: modelSettings.twilioTwimlAppSid,
    });
    line.calls.set(call.sid, call);
    this.browserLegs.add(call.sid);
    call.onEnded.add(() => this.browserLegs.delete(call.sid));
    const address = line.account.applications[0]!.voiceUrl;
    const parameters = { x_callId: callId, x_claim: String(generation) };
    void runProgram(line, call, { address, method: 'POST', parameters });
  }

  /** Whatever telephone they speak on is put down. */
  hangsUpPhone(): void {
    const { line } = this.house;
    for (const sid of [...this.browserLegs]) hangUp(line, line.calls.get(sid)!);
    const { call } = this.phone;
    if (call?.answeredAt != null) hangUp(line, call);
  }

  private endListening: (() => void) | null = null;

  private async hear(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    let text = '';
    try {
      for await (const chunk of body) {
        text += decoder.decode(chunk, { stream: true });
        const events = text.split('\n\n');
        text = events.pop()!;
        for (const event of events) this.take(event);
      }
    } catch {
      return;
    }
  }

  private take(event: string): void {
    const fields = Object.fromEntries(
      event
        .split('\n')
        .map((row) => [row.slice(0, row.indexOf(':')), row.slice(row.indexOf(':') + 1).trim()]),
    );
    if (fields.event === 'connection') this.connection = JSON.parse(fields.data!);
    if (!fields.id) return;
    const feedId = Number(fields.id);
    this.lastHeard = feedId;
    const { noun, nounId } =
      fields.event === 'news' ? JSON.parse(fields.data!) : { noun: 'resync', nounId: '' };
    this.house.history.add({ kind: 'heard', person: this.name, feedId, noun, nounId });
  }

  private async send({ method, path, body, key }: Sent): Promise<Answered> {
    const { authorization } = await proofOf(this.name);
    const response = await this.house.ask(
      new Request(`${modelSettings.publicUrl}/api/v1${path}`, {
        method,
        headers: {
          authorization,
          ...(key !== null && { 'content-type': 'application/json', 'idempotency-key': key }),
        },
        body: method === 'GET' ? undefined : body,
      }),
    );
    const text = response ? await response.text() : '';
    const answer: unknown = text ? JSON.parse(text) : null;
    const status = response?.status ?? null;
    if (path !== '/presence/heartbeat' && method !== 'GET') {
      this.house.history.add({ kind: 'request', person: this.name, method, path, key, body, status, answer });
    } else if (status !== null && status >= 500) {
      this.house.history.add({
        kind: 'process',
        what: 'complained',
        text: `${method} ${path}: ${status} ${text}`,
      });
    }
    return { status, answer };
  }
}

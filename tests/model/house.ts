import { isNull, min } from 'drizzle-orm';
import type { DatabaseCopies, DatabaseCopy } from '@/db/database-copies';
import type { Dialect, Store } from '@/db/store';
import { testStart } from '@/lib/operations/testing';
import { createVirtualClock, type VirtualClock } from '@/scripts/line-simulator/clock/virtual-clock';
import { type Line, openLine } from '@/scripts/line-simulator/line/line';
import { openExchange } from '@/scripts/line-simulator/media/exchange';
import { RecordingsInMemory } from '@/tests/recordings-in-memory';
import { companyNumbers, hireCompany, modelSettings, type Worker, workers } from './company';
import { ConsoleProcess } from './console-process';
import { Faults } from './faults';
import { Flight } from './flight';
import { History } from './history';
import { telephonyWithin } from './rest-carrier';
import { answerByRoute } from './routes';
import { beginVirtualTime, type VirtualTime } from './virtual-time';
import { createWebhookCarrier } from './webhook-carrier';
import { WorkerAtDesk } from './worker-at-desk';

const shared = globalThis as { callboardSettings?: unknown };
const second = 1000;
/** Seldomer than a console does, often enough to be taken for alive. */
const beatEveryMs = 20_000;
const longestStepMs = 10_000;

export { hireCompany };

/**
 * Everything in one process on one clock that moves when told: the line simulator as the phone provider, the console with
 * its routes, its line worker and its database, and the people with their consoles and telephones.
 */
export class House {
  readonly clock: VirtualClock = createVirtualClock(testStart);
  readonly flight = new Flight();
  readonly history = new History(() => this.clock.now());
  readonly line: Line;
  readonly faults: Faults;
  readonly people: Record<Worker, WorkerAtDesk>;
  private readonly recordings = new RecordingsOfLine(() => this.line);
  private readonly time: VirtualTime;
  private readonly endings: (() => void)[] = [];
  private process: ConsoleProcess | null = null;
  private startsAgainAt: number | null = null;
  private beatsAt = testStart + beatEveryMs;

  private constructor(private readonly database: DatabaseCopy) {
    this.faults = new Faults(() => this.line.faults, this.history);
    const { flight, faults, history } = this;
    const carry = createWebhookCarrier({ flight, faults, history, running: () => this.running });
    this.line = openLine(
      {
        port: 3001,
        accountSid: modelSettings.twilioAccountSid,
        authToken: modelSettings.twilioAuthToken,
        apiKeySid: modelSettings.twilioApiKeySid,
        apiKeySecret: modelSettings.twilioApiKeySecret,
        twimlAppSid: modelSettings.twilioTwimlAppSid,
        publicUrl: modelSettings.publicUrl,
        numbers: [...companyNumbers],
        knownCallersFile: null,
        deskPhonesFile: null,
      },
      this.clock,
      carry,
    );
    this.line.exchange = openExchange({ isRunByHand: true });
    let lastSid = 0;
    this.line.newSid = (prefix) => prefix + String(++lastSid).padStart(32, '0');
    this.people = Object.fromEntries(workers.map((name) => [name, new WorkerAtDesk(this, name)])) as never;
    this.time = beginVirtualTime(this.clock.now);
    shared.callboardSettings = modelSettings;
    const complain = console.error;
    console.error = (...said: unknown[]) => this.process?.complain('log', said.map(textOf).join(' '));
    this.endings.push(
      () => this.time.end(),
      () => {
        console.error = complain;
        shared.callboardSettings = undefined;
      },
    );
    if (database.store.dialect === 'postgres') this.endings.push(this.flight.watchPostgres());
    this.start();
  }

  static async open(copies: DatabaseCopies, dialect: Dialect): Promise<House> {
    return new House(await copies.open(dialect));
  }

  get store(): Store {
    return this.database.store;
  }

  get running(): ConsoleProcess | null {
    return this.process?.isAlive ? this.process : null;
  }

  /** A request to the console's server; null when nobody answers. */
  async ask(request: Request): Promise<Response | null> {
    const { process } = this;
    if (!process?.isAlive) return null;
    const response = await this.flight.during(process.untilDeath(answerByRoute(request)));
    return response === 'died' ? null : response;
  }

  /** The process is gone at once, and comes back by itself after so long. */
  kill(downSeconds: number, why = 'killed'): void {
    this.process?.die(why);
    this.buries(downSeconds);
  }

  /** A process that died by itself comes back after so long. */
  comesBackAfter(downSeconds: number): void {
    this.downSeconds = downSeconds;
  }

  private downSeconds = 2;

  /** The seconds pass one by one, each with all that happens in it. */
  async pass(seconds: number): Promise<void> {
    for (let passed = 0; passed < seconds; passed += 1) await this.step(second);
  }

  /** The same for a time in which nobody does anything: seconds in which nothing is due pass at once. */
  async passQuietly(seconds: number): Promise<void> {
    const until = this.clock.now() + seconds * second;
    while (this.clock.now() < until) {
      const { q, t } = this.store.read;
      const [due] = await q
        .select({ at: min(t.deadlines.dueAt) })
        .from(t.deadlines)
        .where(isNull(t.deadlines.endedAt));
      const ahead = Math.min((due?.at ?? until) - this.clock.now(), until - this.clock.now(), longestStepMs);
      await this.step(Math.max(1, Math.ceil(ahead / second)) * second);
    }
  }

  async settled(): Promise<void> {
    await this.flight.settled();
  }

  async close(): Promise<void> {
    this.process?.die('the end');
    await this.settled();
    this.time.forgetRounds();
    for (const end of this.endings) end();
    await this.database.remove();
  }

  private async step(ms: number): Promise<void> {
    await this.clock.advance(ms, () => this.settled());
    if (!this.running) this.buries(this.downSeconds);
    if (this.startsAgainAt !== null && this.clock.now() >= this.startsAgainAt) this.start();
    this.time.startDueRounds();
    await this.settled();
    if (this.clock.now() < this.beatsAt) return;
    this.beatsAt = this.clock.now() + beatEveryMs;
    await this.everybodyBeats();
    await this.settled();
  }

  private async everybodyBeats(): Promise<void> {
    for (const person of Object.values(this.people)) await person.beats();
  }

  private buries(downSeconds: number): void {
    this.time.forgetRounds();
    this.startsAgainAt ??= this.clock.now() + downSeconds * second;
  }

  private start(): void {
    const { flight, faults, history, line, recordings } = this;
    this.startsAgainAt = null;
    this.process = new ConsoleProcess({
      store: this.store,
      flight,
      faults,
      history,
      recordings,
      telephonyOf: (process) => telephonyWithin(modelSettings, { line, faults, history, process }),
    });
  }
}

const textOf = (said: unknown) => (said instanceof Error ? (said.stack ?? said.message) : String(said));

/** What was recorded at the line, without its sound. */
class RecordingsOfLine extends RecordingsInMemory {
  constructor(private readonly line: () => Line) {
    super();
  }

  override async fetchRecording(recordingSid: string) {
    const isThere = this.line().recordings.has(recordingSid);
    if (isThere) this.atProvider.set(recordingSid, 'sound');
    return super.fetchRecording(recordingSid);
  }
}

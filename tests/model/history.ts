/** A request of the phone provider: what was sent, and what came back; no status: nobody answered. */
export type WebhookEntry = {
  kind: 'webhook';
  at: number;
  path: string;
  query: string;
  form: Record<string, string>;
  status: number | null;
  body: string;
};

/** A request of a person's console. */
export type RequestEntry = {
  kind: 'request';
  at: number;
  person: string;
  method: string;
  path: string;
  key: string | null;
  body: string;
  status: number | null;
  answer: unknown;
};

/** A request to the phone provider that it carried out, whether or not its answer arrived. */
export type OrderEntry = {
  kind: 'order';
  at: number;
  method: string;
  path: string;
  form: Record<string, string>;
  status: number;
};

/** A row of the live feed that reached a console. */
export type HeardEntry = {
  kind: 'heard';
  at: number;
  person: string;
  feedId: number;
  noun: string;
  nounId: string;
};

/** What the console's process did: its life, and what it wrote into its log. */
export type ProcessEntry = {
  kind: 'process';
  at: number;
  what: 'started' | 'died' | 'complained';
  text: string;
};

/** What was done to the system on purpose. */
export type FaultEntry = { kind: 'fault'; at: number; what: string };

export type Entry = WebhookEntry | RequestEntry | OrderEntry | HeardEntry | ProcessEntry | FaultEntry;

type Untimed<One> = One extends unknown ? Omit<One, 'at'> : never;

/** Everything that was sent and answered, kept outside of the system and only ever added to. */
export class History {
  private readonly kept: Entry[] = [];

  constructor(private readonly now: () => number) {}

  add(entry: Untimed<Entry>): void {
    this.kept.push({ at: this.now(), ...entry } as Entry);
  }

  get entries(): readonly Entry[] {
    return this.kept;
  }

  of<Kind extends Entry['kind']>(kind: Kind): (Entry & { kind: Kind })[] {
    return this.kept.filter((entry): entry is Entry & { kind: Kind } => entry.kind === kind);
  }
}

import type { Store } from '@/db/store';
import { formatPhone } from '@/lib/domain/phones/format-phone';
import { readCodeLengths } from '@/lib/operations/settings/read-code-lengths';
import type { Call } from '@/scripts/line-simulator/line/call';
import type { Entry } from '../history';
import type { House } from '../house';

type Rows = Store['read']['t'];
type RowsOf<Table extends keyof Rows> = Rows[Table]['$inferSelect'][];

/** What a call was at the line itself, whatever the console was told of it. */
export type CallAtLine = Pick<Call, 'sid' | 'status' | 'direction' | 'from' | 'endedAt'> & {
  /** Who else is in the caller's room. */
  company: string[];
};

/** All that an invariant is judged by: the history kept outside, the line itself, and the rows. */
export type Evidence = {
  now: number;
  history: Entry[];
  line: CallAtLine[];
  debugger: string[];
  /** A number as people write it, by this company's directory of cities. */
  asWritten: (e164: string) => string;
  calls: RowsOf<'calls'>;
  facts: RowsOf<'callFacts'>;
  offers: RowsOf<'callOffers'>;
  claims: RowsOf<'callClaims'>;
  deadlines: RowsOf<'deadlines'>;
  commands: RowsOf<'phoneCommands'>;
  runs: RowsOf<'callScriptRuns'>;
  scriptEvents: RowsOf<'callScriptEvents'>;
  reactions: RowsOf<'reactions'>;
  nextReactions: RowsOf<'nextReactions'>;
  nextReactionChanges: RowsOf<'nextReactionChanges'>;
  appeals: RowsOf<'appeals'>;
  changes: RowsOf<'changes'>;
  leads: RowsOf<'leads'>;
  requests: RowsOf<'requests'>;
  feed: RowsOf<'feed'>;
  webhookEvents: RowsOf<'webhookEvents'>;
  webhookDeliveries: RowsOf<'webhookDeliveries'>;
};

export type Violation = { invariant: string; what: string };

export type Check = (evidence: Evidence) => Violation[];

export async function gatherEvidence(house: House): Promise<Evidence> {
  const { q, t } = house.store.read;
  const rows = async <Table extends keyof Rows>(table: Table) =>
    (await q.select().from(t[table] as never)) as RowsOf<Table>;
  const codeLengthOf = await readCodeLengths(house.store.read);
  return {
    now: house.clock.now(),
    history: [...house.history.entries],
    line: [...house.line.calls.values()].map(atLine),
    debugger: house.line.journal.entries
      .filter(({ kind }) => kind === 'debugger')
      .map(({ code, text }) => `${code} ${text}`),
    asWritten: (e164) => formatPhone({ e164 }, { codeLengthOf }),
    calls: await rows('calls'),
    facts: (await rows('callFacts')).sort((one, other) => one.id - other.id),
    offers: await rows('callOffers'),
    claims: await rows('callClaims'),
    deadlines: await rows('deadlines'),
    commands: (await rows('phoneCommands')).sort((one, other) => one.id - other.id),
    runs: await rows('callScriptRuns'),
    scriptEvents: (await rows('callScriptEvents')).sort((one, other) => one.id - other.id),
    reactions: await rows('reactions'),
    nextReactions: await rows('nextReactions'),
    nextReactionChanges: await rows('nextReactionChanges'),
    appeals: await rows('appeals'),
    changes: await rows('changes'),
    leads: await rows('leads'),
    requests: await rows('requests'),
    webhookEvents: await rows('webhookEvents'),
    webhookDeliveries: await rows('webhookDeliveries'),
    feed: (await rows('feed')).sort((one, other) => one.id - other.id),
  };
}

function atLine(call: Call): CallAtLine {
  const { sid, status, direction, from, endedAt, participant } = call;
  const others = participant?.conference.participants.filter((one) => one !== participant) ?? [];
  return { sid, status, direction, from, endedAt, company: others.map(({ label }) => label ?? '') };
}

export const isOk = (status: number | null) => status !== null && status >= 200 && status < 300;

/** Callers' own calls: browsers dial in too. */
export const isCaller = ({ direction, from }: Pick<CallAtLine, 'direction' | 'from'>) =>
  direction === 'inbound' && !from.startsWith('client:agent_');

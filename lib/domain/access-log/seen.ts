import { minuteMs } from '@/lib/domain/duration';

/** What may be seen: one thing, then pages of several; and whether it is shown, or taken along as a file. */
const ways = {
  counterparty: 'shown',
  callerCounterparty: 'shown',
  appeal: 'shown',
  call: 'shown',
  callReview: 'shown',
  nextReaction: 'shown',
  lead: 'shown',
  import: 'shown',
  importPreview: 'shown',
  importRows: 'shown',
  counterparties: 'shown',
  foundCounterparties: 'shown',
  counterpartyCalls: 'shown',
  counterpartyChanges: 'shown',
  timeline: 'shown',
  purchases: 'shown',
  attachments: 'shown',
  attachmentFile: 'takenAlong',
  similarCounterparties: 'shown',
  duplicates: 'shown',
  comparison: 'shown',
  appeals: 'shown',
  calls: 'shown',
  lastCalls: 'shown',
  liveCalls: 'shown',
  unfinishedCalls: 'shown',
  missedCallers: 'shown',
  message: 'shown',
  recording: 'shown',
  recordingFile: 'takenAlong',
  nextReactions: 'shown',
  reactions: 'shown',
  reviews: 'shown',
  remarks: 'shown',
  leads: 'shown',
  imports: 'shown',
  unlistedAnswers: 'shown',
  reportFile: 'takenAlong',
  listFile: 'takenAlong',
  letters: 'shown',
  folder: 'shown',
  folders: 'shown',
  folderFile: 'takenAlong',
  documentFile: 'takenAlong',
  scoreCard: 'shown',
  scoreCards: 'shown',
  round: 'shown',
  rounds: 'shown',
  complaint: 'shown',
  complaints: 'shown',
  pay: 'shown',
  assignments: 'shown',
  personalDataSubjects: 'shown',
  personalData: 'shown',
  personalDataFile: 'takenAlong',
} as const satisfies Record<string, 'shown' | 'takenAlong'>;

export type SeenKind = keyof typeof ways;
export const seenKinds = Object.keys(ways) as SeenKind[];

/** Whether what was seen left the console as a file. */
export const isTakenAlong = (kind: SeenKind): boolean => ways[kind] === 'takenAlong';

/** By what a list was narrowed; never to which value. */
export const seenFilters = [
  'mine',
  'department',
  'card',
  'appeal',
  'number',
  'status',
  'state',
  'show',
  'group',
  'period',
  'outcome',
  'route',
  'employee',
  'caller',
  'direction',
  'late',
  'step',
  'project',
  'kind',
  'text',
  'conversation',
] as const;
export type SeenFilter = (typeof seenFilters)[number];

/** By what the person was let in. */
export const seenVia = ['session', 'token'] as const;
export type SeenVia = (typeof seenVia)[number];

/** What an operation showed to somebody (CS-10): ids and counts, no words and no numbers of people. */
export type Seen = {
  kind: SeenKind;
  /** The thing, or that which a list is of; none for a list of everything. */
  subjectId?: string | null;
  /** The card whose secrets these are, where it is one. */
  counterpartyId?: string | null;
  /** The rows of a page. */
  rowCount?: number;
  filters?: readonly SeenFilter[];
  /** The id of the row that the page goes on after; of a search the first card found. */
  afterId?: string;
  /** Of what is taken along as a file: each taking is on record, however soon after another. */
  takingId?: string;
};

/** The same thing seen again by the same person within one such span is on record once: screens refresh themselves. */
export const seenOnceMs = 5 * minuteMs;

export type Narrowed = Partial<{
  scope: 'mine' | 'department' | 'all';
  counterpartyId: string;
  appealId: string;
  number: number;
  status: string;
  state: string;
  show: string;
  group: string;
  from: number;
  until: number;
  outcome: string;
  route: string;
  departmentId: string;
  employeeId: string;
  caller: string;
  direction: string;
  late: boolean;
  step: string;
  projectId: string;
  kind: string;
  text: string;
  refused: boolean;
  unlisted: boolean;
  longStepSeconds: number;
  scored: string;
}>;

/** The filters that a list was asked for with, in the order of `seenFilters`. */
export function seenFiltersOf(input: Narrowed): SeenFilter[] {
  const isUsed: Record<SeenFilter, boolean> = {
    mine: input.scope === 'mine',
    department: input.scope === 'department' || input.departmentId !== undefined,
    card: input.counterpartyId !== undefined,
    appeal: input.appealId !== undefined,
    number: input.number !== undefined,
    status: input.status !== undefined,
    state: input.state !== undefined && input.state !== 'all',
    show: input.show !== undefined && input.show !== 'all',
    group: input.group !== undefined,
    period: input.from !== undefined || input.until !== undefined,
    outcome: input.outcome !== undefined,
    route: input.route !== undefined,
    employee: input.employeeId !== undefined,
    caller: input.caller !== undefined,
    direction: input.direction !== undefined,
    late: input.late === true,
    step: input.step !== undefined,
    project: input.projectId !== undefined,
    kind: input.kind !== undefined,
    text: Boolean(input.text),
    conversation: Boolean(input.refused || input.unlisted || input.longStepSeconds || input.scored),
  };
  return seenFilters.filter((filter) => isUsed[filter]);
}

import type { CallRoute } from '@/lib/domain/calls/route';
import type { DepartmentKind } from '@/lib/domain/employees/roles';
import type { CallBackSpan } from '@/lib/domain/rounds/call-back';
import {
  type RoundSubject,
  roundSubjects,
  type Verdict,
  wordsOfDissatisfied,
} from '@/lib/domain/rounds/round';
import {
  type Draft,
  type DraftPatch,
  emptyDraft,
  type KnownCard,
  withCounterparty,
  withPatch,
} from './draft';
import { suggestTopic } from './topic';

const purposes = [
  'commercial',
  'salesManager',
  'support',
  'cooperation',
  'unclear',
  'employee',
  'complaint',
  'noBusiness',
  'agreement',
  'callLater',
  'nothingAgreed',
  'welcome',
  'satisfied',
  'roundRefused',
  'roundPostponed',
] as const;
/** Why the caller calls, as the manager understood it; from `agreement` on: what came of a call we placed. */
export type Purpose = (typeof purposes)[number];

export const callerStatuses = ['client', 'dealer', 'neither'] as const;
export type CallerStatus = (typeof callerStatuses)[number];

export const endReasons = ['wrongNumber', 'advertising', 'silence', 'courier', 'other'] as const;
/** IN-9 (c): why a call was no business of ours. */
export type EndReason = (typeof endReasons)[number];

export const handOverFailures = [
  'nobodyAnswered',
  'declined',
  'nobodyAvailable',
  'lineUnavailable',
  'takenBack',
] as const;
export type HandOverFailure = (typeof handOverFailures)[number];

export type NamedEmployee = { employeeId: string; name: string; departmentKind: DepartmentKind };

/**
 * The employee the caller asked for. `present` is false when the person is known to be away; `substitute` is who is there
 * to receive the calls of an absent one (CS-9).
 */
export type AskedEmployee = NamedEmployee & { present: boolean; substitute?: NamedEmployee | null };

/** To whom a conversation hands the caller over. */
export type Target =
  | { kind: 'department'; departmentKind: DepartmentKind }
  | ({ kind: 'employee' } & NamedEmployee);

/** IN-10: what the manager and the caller agreed on after a hand-over nobody took. */
export type AfterReturn =
  | { kind: 'triedAgain' }
  | { kind: 'anotherDepartment'; departmentKind: DepartmentKind }
  | { kind: 'callBackPromised' }
  | { kind: 'ended' };

/** When whoever placed the call comes back to what was agreed. */
export const agreedDues = ['today', 'tomorrow', 'inAWeek', 'inTwoWeeks'] as const;
export type AgreedDue = (typeof agreedDues)[number];

/** SA-2: what the client said to the request for a letter of recommendation. */
export type LetterPromise = 'promised' | 'refused';

/** What belongs to one purpose and is forgotten with it. */
type Decided = {
  callerStatus: CallerStatus | null;
  /** IN-4: no card of a client was found, so the call goes on as «neither». */
  treatedAsNeither: boolean;
  askedEmployee: AskedEmployee | null;
  /** IN-4: the picked card is a prospect whom management should confirm as a client. */
  confirmAsClient: boolean;
  complaintTransfer: DepartmentKind | null;
  endReason: EndReason | null;
};

/** What was learned in the call, as plain JSON. */
export type Conversation = Decided & {
  managerName: string;
  purpose: Purpose | null;
  beforeComplaint: (Decided & Pick<Conversation, 'purpose' | 'afterReturn'>) | null;
  draft: Draft;
  /** IN-6: the caller is gone and the call stands unfinished until it is finished or discarded. */
  callerLeft: boolean;
  discardReason: string | null;
  recordsWrittenAs: CallRoute | null;
  /** What the call was placed about. */
  subject?: Subject;
  /** OUT-3 */
  agreedDue?: AgreedDue;
  /** ON-4: the client heard who they turn to from now on. */
  heardIntroduction?: boolean;
  /** ON-4: the client was told the day the parcel comes. */
  toldDelivery?: boolean;
  /** SA-1: what the client was satisfied with, as far as they were asked. */
  verdicts?: Partial<Record<RoundSubject, Verdict>>;
  letter?: LetterPromise;
  /** The note as far as the written records hold it. */
  noteWritten?: string;
  handedOverTo: Target | null;
  /** How often a hand-over came back (IN-10). */
  returns: number;
  lastFailure: HandOverFailure | null;
  afterReturn: AfterReturn | null;
  /** The department that answers for the next reaction since the manager chose another one. */
  reroutedTo: DepartmentKind | null;
};

const nothingDecided: Decided = {
  callerStatus: null,
  treatedAsNeither: false,
  askedEmployee: null,
  confirmAsClient: false,
  complaintTransfer: null,
  endReason: null,
};

/** What a call is placed about, as it stood when the talk began. */
export type Subject = {
  id: string;
  /** As the words name it. */
  productName: string;
  /** ON-0, ON-4: a parcel comes to the client. */
  hasParcel?: boolean;
  /** Known of the client before the call; empty when not. */
  email?: string;
  /** `YYYY-MM-DD` of the planned delivery; empty when none is planned. */
  deliveryOn?: string;
  /** ON-2: the planned day when it is signed; no other is told until the head takes the signature back. */
  signedDeliveryOn?: string;
  /** `YYYY-MM-DD` by our clock when the talk began. */
  today?: string;
  /** ON-2: `YYYY-MM-DD` of the day the courier collects the parcel; empty when none is ordered. */
  pickupOn?: string;
  /** SA-2: the client's letter of recommendation is there already. */
  hasLetter?: boolean;
  /** SA-1: between which times the client may ask to be called back. */
  callBack?: CallBackSpan;
};

export type ConversationStart = {
  /** The employee's field «как представляется» (IN-1). */
  managerName: string;
  /** The caller's number as people write it; null when withheld (IN-7). */
  callerPhone: string | null;
  subject?: Subject;
};

/** Nothing said or decided yet; the draft has the caller’s number, and what the subject of the call brings. */
export function startConversation({ managerName, callerPhone, subject }: ConversationStart): Conversation {
  return {
    managerName,
    purpose: null,
    beforeComplaint: null,
    ...nothingDecided,
    draft: {
      ...emptyDraft(callerPhone),
      ...(subject && { email: subject.email, deliveryOn: subject.deliveryOn }),
    },
    callerLeft: false,
    discardReason: null,
    recordsWrittenAs: null,
    handedOverTo: null,
    returns: 0,
    lastFailure: null,
    afterReturn: null,
    reroutedTo: null,
    ...(subject && { subject }),
  };
}

/** Another purpose forgets what belonged to the former one; the draft stays, and a topic nobody typed follows. */
export function withPurpose(conversation: Conversation, purpose: Purpose): Conversation {
  return retopic(conversation, {
    ...conversation,
    purpose,
    ...nothingDecided,
    afterReturn: null,
  });
}

/** IN-9 (b): the complaint exit stands open on every step, and the way back leads to what was decided before it. */
export function withComplaint(conversation: Conversation): Conversation {
  if (conversation.purpose === 'complaint') return conversation;
  const beforeComplaint = {
    ...decidedIn(conversation),
    purpose: conversation.purpose,
    afterReturn: conversation.afterReturn,
  };
  return { ...withPurpose(conversation, 'complaint'), beforeComplaint };
}

/** Back on a step that was left for the complaint exit. */
export function withoutComplaint(conversation: Conversation): Conversation {
  const { beforeComplaint } = conversation;
  if (!beforeComplaint) return conversation;
  return retopic(conversation, { ...conversation, ...beforeComplaint, beforeComplaint: null });
}

/** IN-3, IN-4, IN-9: whose name the caller gave decides the purpose, whatever the caller asked for at first. */
export function withAskedEmployee(conversation: Conversation, employee: AskedEmployee): Conversation {
  const purpose = purposeOfAsking(employee);
  const turned = purpose === conversation.purpose ? conversation : withPurpose(conversation, purpose);
  return { ...turned, askedEmployee: employee };
}

/** What was typed; a topic that nobody typed follows what it is suggested by. */
export function withFilledIn(conversation: Conversation, patch: DraftPatch): Conversation {
  const filled = { ...conversation, draft: withPatch(conversation.draft, patch) };
  return patch.appeal?.topic === undefined ? retopic(conversation, filled) : filled;
}

/** Null for a card that is yet to be made. Of another card the question whether this is a client stands again. */
export function withChosenCard(conversation: Conversation, chosen: KnownCard | null): Conversation {
  const isSame = chosen?.id === conversation.draft.chosenCounterparty?.id;
  return {
    ...conversation,
    draft: withCounterparty(conversation.draft, chosen),
    confirmAsClient: isSame && conversation.confirmAsClient,
  };
}

/** SA-1: what the client says of one of the three. */
export const withVerdict = (
  conversation: Conversation,
  { subject, verdict }: { subject: RoundSubject; verdict: Verdict },
): Conversation => ({ ...conversation, verdicts: { ...conversation.verdicts, [subject]: verdict } });

/** SA-1: the answers with what was typed beside each. */
export function answersOfRound({ verdicts, draft }: Pick<Conversation, 'verdicts' | 'draft'>) {
  return Object.fromEntries(
    roundSubjects.flatMap((subject) => {
      const verdict = verdicts?.[subject];
      return verdict ? [[subject, { verdict, words: draft.satisfaction?.[subject]?.trim() ?? '' }]] : [];
    }),
  );
}

/** SA-3: the complaint begins with what the client said to the questions, unless it is begun already. */
export function withComplaintBegun(conversation: Conversation): Conversation {
  if (conversation.draft.complaint.text.trim() !== '') return conversation;
  const text = wordsOfDissatisfied(answersOfRound(conversation));
  return { ...conversation, draft: withPatch(conversation.draft, { complaint: { text } }) };
}

function decidedIn(conversation: Conversation): Decided {
  const { callerStatus, treatedAsNeither, askedEmployee, confirmAsClient, complaintTransfer, endReason } =
    conversation;
  return { callerStatus, treatedAsNeither, askedEmployee, confirmAsClient, complaintTransfer, endReason };
}

function purposeOfAsking({ departmentKind }: AskedEmployee): Purpose {
  if (departmentKind === 'sales') return 'salesManager';
  return departmentKind === 'support' ? 'support' : 'employee';
}

function retopic(before: Conversation, after: Conversation): Conversation {
  const topic = before.draft.appeal.topic;
  const isTyped = topic.trim() !== '' && topic !== suggestTopic(before.purpose, before.draft.appeal.project);
  if (isTyped) return after;
  const suggested = suggestTopic(after.purpose, after.draft.appeal.project);
  return { ...after, draft: withPatch(after.draft, { appeal: { topic: suggested } }) };
}

import { getAppeal } from '@/db/appeals';
import { getCallClaim, listCallClaims } from '@/db/call-claims';
import { type CallOfferRow, listOpenCallOffers } from '@/db/call-offers';
import { getCallScriptRun, getWording, listCallScriptEvents } from '@/db/call-scripts';
import { getCallSupervision } from '@/db/call-supervisions';
import type { CallRow } from '@/db/calls';
import { getCounterparty } from '@/db/counterparties';
import { findLeadOfNextReaction } from '@/db/leads';
import { listNextReactionsOfReactions } from '@/db/next-reactions';
import { listPhoneCommands } from '@/db/phone-commands';
import { listReactionsOfCall } from '@/db/reactions';
import type { Db } from '@/db/store';
import { trailOf } from '@/lib/domain/call-scripts/call-script';
import { isOfOneClient } from '@/lib/domain/call-scripts/catalog';
import { restore } from '@/lib/domain/call-scripts/run';
import { factsOf, fillIn, type Wording } from '@/lib/domain/call-scripts/wording';
import type { CallView } from '@/lib/domain/calls/call-view';
import type { CallReading } from '@/lib/domain/calls/reading-rights';
import { mayTakeBack } from '@/lib/domain/calls/take-back';
import { isTakenBy } from '@/lib/domain/calls/taken';
import { troublesOf } from '@/lib/domain/calls/troubles';
import { type CardScope, cardScopeOf } from '@/lib/domain/counterparties/card-scope';
import type { Person } from '@/lib/domain/employees/employee';
import type { CodeLengthOf } from '@/lib/domain/phones/area-code-lengths';
import { formatPhone } from '@/lib/domain/phones/format-phone';
import { firstStepOf } from '@/lib/operations/call-scripts/first-step';
import { describeCandidates, listCallerCandidates } from '@/lib/operations/counterparties/find-caller';
import { readDirectory } from '@/lib/operations/reactions/directory';
import { describeSupervision } from '@/lib/operations/supervision/describe-supervision';
import type { CompanyNames } from './company-names';
import { keptContextOf } from './kept-context';
import { quarantineOf } from './quarantine-of';

type Reader = {
  now: number;
  person: Person;
  reading: Exclude<CallReading, 'none'>;
  mayWork: boolean;
  company: CompanyNames;
};

/**
 * One call for a person whose rights were checked, as much of it as they may read. Every card of the number is shown as
 * long as the call rings at them, is theirs or has them asked for advice; later only those they may see anyway (CS-10).
 */
export async function describeCall(
  db: Db,
  call: CallRow,
  { now, person, reading, mayWork, company }: Reader,
): Promise<CallView> {
  // Before anybody leads its conversation there is none, and nothing is written of it.
  const isUnled = call.ownerId === null && call.endedAt === null;
  const run = reading === 'whole' && !isUnled ? await getCallScriptRun(db, call.id) : null;
  const offers = call.endedAt === null ? await listOpenCallOffers(db, call.id) : [];
  const { consult, consultFailed, supervision } = keptContextOf(call);
  const { departments, lines, codeLengthOf } = company;
  const names = await readDirectory(db, {
    departments,
    employees: [
      call.claimedBy,
      call.ownerId,
      call.handOverEmployeeId,
      run?.employeeId,
      call.consultedId,
      consult?.employeeId,
      consultFailed?.employeeId,
      supervision?.employeeId,
      ...offers.map((o) => o.employeeId),
    ],
  });
  const conversation = run && (await conversationOf(db, run, names));
  const chosenCounterpartyId = conversation?.draft.chosenCounterparty?.id ?? call.counterpartyId;
  const own = offers.find((offer) => offer.employeeId === person.id);
  const isOn =
    call.endedAt === null && [call.claimedBy, call.consultedId, call.supervisedBy].includes(person.id);
  const concernsNow = own !== undefined || isOn;
  return {
    id: call.id,
    now,
    phase: call.phase,
    direction: call.direction,
    dialFailed: keptContextOf(call).dialFailed ?? null,
    script:
      call.scriptId !== null && call.subjectId !== null
        ? { id: call.scriptId, subjectId: call.subjectId }
        : null,
    isCardGiven: isOfOneClient(call.scriptId),
    caller: callerOf(call, codeLengthOf),
    calledNumber: call.calledNumber,
    line: lines.get(call.calledNumber) ?? null,
    arrivedAt: call.arrivedAt,
    answeredAt: call.answeredAt,
    joinedAt: call.joinedAt,
    endedAt: call.endedAt,
    outcome: call.outcome,
    department: names.department(call.departmentId),
    claimedBy: names.employee(call.claimedBy),
    claimExpiresAt: call.claimExpiresAt,
    browserLeg: await browserLegOf(db, call, person.id),
    isTaken: await isTaken(db, call, person.id),
    owner: names.employee(call.ownerId),
    offer: own ? { endsAt: own.endsAt, purpose: own.purpose } : null,
    handOver:
      call.phase === 'handingOver'
        ? {
            department: call.handOverDepartmentId ? names.department(call.handOverDepartmentId) : null,
            employeeName: names.employee(call.handOverEmployeeId)?.name ?? null,
            ringing: offers.map((offer) => names.employee(offer.employeeId)?.name ?? ''),
          }
        : null,
    mayTakeBack: mayTakeBack(person.id, call.phase, keptContextOf(call)),
    ...controlOf(call, offers, names, codeLengthOf),
    route: call.route,
    unfinishedSince: call.unfinishedSince,
    finishedAt: call.finishedAt,
    discardReason: call.discardReason,
    quarantineReason: quarantineOf(call, run).quarantineReason,
    conversation,
    candidates: await candidatesOf(
      db,
      call.callerE164,
      chosenCounterpartyId,
      concernsNow ? 'all' : cardScopeOf(person),
    ),
    chosenCounterpartyId,
    records: isUnled ? noRecords : await recordsOf(db, call.id),
    troubles: troublesOf(await listPhoneCommands(db, call.id), keptContextOf(call)),
    mayWork,
  };
}

/** Hold, microphone, recording, advice and who else is there, as they stand while somebody talks. */
function controlOf(
  call: CallRow,
  offers: readonly CallOfferRow[],
  names: Awaited<ReturnType<typeof readDirectory>>,
  codeLengthOf: CodeLengthOf,
): Pick<
  CallView,
  'heldSince' | 'isMuted' | 'recording' | 'consult' | 'consultFailed' | 'supervision' | 'help' | 'outside'
> {
  const { heldSince, isMuted, recording, consult, consultFailed, supervision, help, outside } =
    call.phase === 'talking' ? keptContextOf(call) : {};
  const shown = (e164: string | null | undefined) => (e164 ? formatPhone({ e164 }, { codeLengthOf }) : null);
  const nameOf = (id: string | null) => names.employee(id)?.name ?? null;
  return {
    outside: shown(outside?.number),
    heldSince: heldSince ?? null,
    isMuted: isMuted ?? false,
    recording: recording ?? null,
    supervision: supervision ? describeSupervision(supervision, names) : null,
    help: help ?? null,
    consult: consult
      ? {
          state: consult.joinedAt !== null ? 'talking' : consult.claim ? 'joining' : 'ringing',
          department: names.department(consult.departmentId),
          number: shown(consult.number),
          employee: names.employee(consult.claim?.employeeId ?? consult.employeeId),
          ringing: offers.map((offer) => nameOf(offer.employeeId) ?? ''),
          endsAt: consult.claim?.expiresAt ?? consult.endsAt,
          joinedAt: consult.joinedAt,
          talksTo: consult.talksTo,
          completesOnAnswer: consult.completesOnAnswer ?? false,
        }
      : null,
    consultFailed: consultFailed
      ? {
          reason: consultFailed.reason,
          department: names.department(consultFailed.departmentId),
          employeeName: nameOf(consultFailed.employeeId),
          number: shown(consultFailed.number),
        }
      : null,
  };
}

/** The person's own claim by their browser, on the line, as the one asked for advice or as a supervisor, while the call is at it. */
async function browserLegOf(db: Db, call: CallRow, personId: string): Promise<CallView['browserLeg']> {
  if (call.endedAt !== null) return null;
  const { claim: claimant, consult, supervision } = keptContextOf(call);
  const own = [claimant, consult?.claim, supervision].find((claim) => claim?.employeeId === personId);
  if (own?.phoneKind !== 'browser') return null;
  const { generation } = own;
  const claim =
    own === supervision
      ? await getCallSupervision(db, call.id, generation)
      : await getCallClaim(db, call.id, generation);
  return claim && { generation, hasDialledIn: claim.legCallSid !== null || claim.joinedAt !== null };
}

/** Whether the person takes, or took, the caller over from whoever leads the conversation. */
async function isTaken(db: Db, call: CallRow, personId: string): Promise<boolean> {
  if (call.endedAt === null && call.claimedBy !== null) return isTakenBy(personId, keptContextOf(call));
  if (call.ownerId === null || call.ownerId === personId) return false;
  if (call.claimedBy !== null) return call.claimedBy === personId;
  const last = (await listCallClaims(db, call.id)).findLast(
    ({ joinedAt, purpose }) => joinedAt !== null && purpose !== 'consult',
  );
  return last?.employeeId === personId && last.purpose === 'handOver';
}

/** `display`: the number as people write it, else what the line told of the caller; null when it is withheld. */
export const callerOf = (call: CallRow, codeLengthOf: CodeLengthOf): CallView['caller'] => ({
  kind: call.callerKind,
  e164: call.callerE164,
  display:
    call.callerKind === 'withheld'
      ? null
      : call.callerE164
        ? formatPhone({ e164: call.callerE164 }, { codeLengthOf })
        : call.callerText,
});

/** IN-7: the cards of the number within the scope; the one chosen in the call comes first and is always among them. */
async function candidatesOf(
  db: Db,
  callerE164: string | null,
  chosenId: string | null,
  scope: CardScope,
): Promise<CallView['candidates']> {
  const ofNumber = await listCallerCandidates(db, callerE164, scope);
  if (!chosenId) return ofNumber;
  const chosen = await describeCandidates(db, [chosenId]);
  return [...chosen, ...ofNumber.filter(({ card }) => card.id !== chosenId)];
}

async function conversationOf(
  db: Db,
  run: NonNullable<Awaited<ReturnType<typeof getCallScriptRun>>>,
  names: Awaited<ReturnType<typeof readDirectory>>,
): Promise<CallView['conversation']> {
  const restored = restore({ id: run.scriptId, version: run.machineVersion }, run.snapshot);
  if (!restored.ok || run.status === 'quarantined') return null;
  const { step, conversation } = restored;
  const wording = (await getWording(db, run.scriptId, run.wordingVersion))?.words as Wording | undefined;
  const words = step.say ? wording?.[step.say] : undefined;
  const log = (await listCallScriptEvents(db, run.callId)).filter(({ refused }) => refused === null);
  return {
    status: run.status,
    version: run.version,
    wordingVersion: run.wordingVersion,
    employee: names.employee(run.employeeId) ?? { id: run.employeeId, name: '' },
    step,
    words: words ? fillIn(words, factsOf(conversation)) : null,
    draft: conversation.draft,
    askedEmployee: conversation.askedEmployee && {
      name: conversation.askedEmployee.name,
      present: conversation.askedEmployee.present,
    },
    agreedDue: conversation.agreedDue ?? null,
    lastFailure: conversation.lastFailure,
    trail: trailOf(firstStepOf(run, log), log),
  };
}

const noRecords: CallView['records'] = {
  counterparty: null,
  appeal: null,
  reactionId: null,
  nextReactions: [],
  leadId: null,
};

async function recordsOf(db: Db, callId: string): Promise<CallView['records']> {
  const reactions = await listReactionsOfCall(db, callId);
  const reaction = reactions.find(({ route }) => route !== null) ?? reactions[0];
  if (!reaction) return noRecords;
  const appeal = await getAppeal(db, reaction.appealId);
  const counterparty = appeal && (await getCounterparty(db, appeal.counterpartyId));
  const left = await listNextReactionsOfReactions(db, [reaction.id]);
  const names = await readDirectory(db, { employees: left.map((next) => next.responsibleEmployeeId) });
  const lead = left[0] ? await findLeadOfNextReaction(db, left[0].id) : null;
  return {
    counterparty: counterparty && { id: counterparty.id, name: counterparty.name },
    appeal: appeal && { id: appeal.id, number: appeal.number, topic: appeal.topic },
    reactionId: reaction.id,
    nextReactions: left.map((next) => ({
      id: next.id,
      department: names.department(next.responsibleDepartmentId),
      employeeId: next.responsibleEmployeeId,
      employeeName: names.employee(next.responsibleEmployeeId)?.name ?? null,
      startedAt: next.startedAt,
      dueAt: next.dueAt,
      endedAt: next.endedAt,
    })),
    leadId: lead?.id ?? null,
  };
}

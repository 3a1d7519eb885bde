import { z } from 'zod';
import { agreedDues, handOverFailures } from '@/lib/domain/call-scripts/conversation';
import { draftSchema } from '@/lib/domain/call-scripts/draft-schema';
import { stepViewSchema } from '@/lib/domain/call-scripts/step-view-schema';
import { callRoutes } from '@/lib/domain/calls/route';
import { callerCandidateSchema, personNameSchema } from '@/lib/domain/counterparties/card-views';
import { callDirections, callerKinds, callOutcomes, callPhases } from './call';
import { consultFailures, dialFailures, recordingPhases, talksTos } from './call-context';
import { offerPurposes } from './call-effect';
import { supervisionEnds, supervisionModes } from './supervision';

const words = z.object({ ru: z.string(), en: z.string() });
const departmentName = z.object({ id: z.string(), name: z.string(), nameEn: z.string() });

/** Who is not ours on the line: who calls, as far as the line told (IN-7), or whom we call. */
export const callerSchema = z.object({
  kind: z.enum(callerKinds),
  e164: z.string().nullable(),
  /** As people write it; null when withheld. */
  display: z.string().nullable(),
});

/** The conversation by the call script, with everything its current step needs. */
const conversationSchema = z.object({
  status: z.enum(['active', 'done', 'quarantined']),
  version: z.number(),
  wordingVersion: z.number(),
  employee: personNameSchema,
  step: stepViewSchema,
  words: words.nullable(),
  draft: draftSchema,
  /** Whom the caller asked for (IN-3, IN-4, IN-9). */
  askedEmployee: z.object({ name: z.string(), present: z.boolean() }).nullable(),
  /** When what was agreed comes due (OUT-3); null when nothing is yet. */
  agreedDue: z.enum(agreedDues).nullable(),
  /** Why the last hand-over came back (IN-10). */
  lastFailure: z.enum(handOverFailures).nullable(),
  /** The steps that led here, oldest first, the current one last; each may be gone back to but the last. */
  trail: z.array(z.string()),
});

const recordsOfCallSchema = z.object({
  counterparty: personNameSchema.nullable(),
  appeal: z.object({ id: z.string(), number: z.number(), topic: z.string() }).nullable(),
  reactionId: z.string().nullable(),
  nextReactions: z.array(
    z.object({
      id: z.string(),
      department: departmentName,
      employeeId: z.string().nullable(),
      employeeName: z.string().nullable(),
      startedAt: z.number(),
      dueAt: z.number(),
      endedAt: z.number().nullable(),
    }),
  ),
  leadId: z.string().nullable(),
});

export const phoneCommandViewSchema = z.object({
  id: z.number(),
  type: z.string(),
  state: z.enum(['pending', 'started', 'done', 'failed', 'needsPerson', 'void']),
  attempts: z.number(),
  problem: z.string().nullable(),
  createdAt: z.number(),
});

/** Who of ours is in the conversation besides the person on the line (S5). */
export const supervisionViewSchema = z.object({
  employee: personNameSchema,
  mode: z.enum(supervisionModes),
  /** Until when their telephone has to join. */
  expiresAt: z.number(),
  /** Null until their telephone has joined. */
  joinedAt: z.number().nullable(),
  /** They are about to lead the call. */
  takesOver: z.boolean(),
  /** What the line would not do, until the next order. */
  refused: z.enum(supervisionModes).nullable(),
});
export type SupervisionView = z.output<typeof supervisionViewSchema>;

export const helpViewSchema = z.object({ askedAt: z.number(), words: z.string() });

/** One call in one read: all that a desk shows. Times are epoch ms by the server's clock. */
export const callViewSchema = z.object({
  id: z.string(),
  now: z.number(),
  phase: z.enum(callPhases),
  direction: z.enum(callDirections),
  /** Why a call we placed came to nothing; null of any other, and as long as it may come to something. */
  dialFailed: z.enum(dialFailures).nullable(),
  /** The call script it was placed with and what it is about; null of any other. */
  script: z.object({ id: z.string(), subjectId: z.string() }).nullable(),
  /** It is about the client it was placed to: no other card is chosen in it. */
  isCardGiven: z.boolean(),
  caller: callerSchema,
  calledNumber: z.string(),
  line: z.string().nullable(),
  arrivedAt: z.number(),
  answeredAt: z.number().nullable(),
  joinedAt: z.number().nullable(),
  endedAt: z.number().nullable(),
  outcome: z.enum(callOutcomes).nullable(),
  department: departmentName,
  claimedBy: personNameSchema.nullable(),
  claimExpiresAt: z.number().nullable(),
  /** The claim of the person who asks, when their browser is the telephone; until it has dialled in, it is to. */
  browserLeg: z.object({ generation: z.number(), hasDialledIn: z.boolean() }).nullable(),
  /** The person who asks took the call over from its owner, also after it ended. */
  isTaken: z.boolean(),
  owner: personNameSchema.nullable(),
  /** The offer to the person who asks, while there is one. */
  offer: z.object({ endsAt: z.number(), purpose: z.enum(offerPurposes) }).nullable(),
  /** Where a hand-over goes, and at whom it rings. */
  handOver: z
    .object({
      department: departmentName.nullable(),
      employeeName: z.string().nullable(),
      ringing: z.array(z.string()),
    })
    .nullable(),
  /** The person who asks gave the caller away and may take them back. */
  mayTakeBack: z.boolean(),
  /** Since when the caller hears music; null when they do not. */
  heldSince: z.number().nullable(),
  isMuted: z.boolean(),
  /** How the recording of the conversation stands, and since when; null where there is none. */
  recording: z.object({ phase: z.enum(recordingPhases), since: z.number() }).nullable(),
  /** The colleague whom the person on the line asks for advice. */
  consult: z
    .object({
      state: z.enum(['ringing', 'joining', 'talking']),
      department: departmentName,
      /** An outside number instead of a colleague, as people write it. */
      number: z.string().nullable(),
      /** Who was asked or has taken it up; null while a whole department is rung, and for an outside number. */
      employee: personNameSchema.nullable(),
      ringing: z.array(z.string()),
      /** Until when it rings. */
      endsAt: z.number(),
      joinedAt: z.number().nullable(),
      talksTo: z.enum(talksTos),
      /** Whoever asked leaves the caller to the colleague as soon as they are on the line. */
      completesOnAnswer: z.boolean(),
    })
    .nullable(),
  /** Why the last consultation came to nothing; null after the next order to the line. */
  consultFailed: z
    .object({
      reason: z.enum(consultFailures),
      department: departmentName,
      employeeName: z.string().nullable(),
      number: z.string().nullable(),
    })
    .nullable(),
  supervision: supervisionViewSchema.nullable(),
  /** The person on the line asked for help, and nobody has come yet. */
  help: helpViewSchema.nullable(),
  /** An outside number that has the caller, as people write it. */
  outside: z.string().nullable(),
  route: z.enum(callRoutes).nullable(),
  unfinishedSince: z.number().nullable(),
  finishedAt: z.number().nullable(),
  discardReason: z.string().nullable(),
  quarantineReason: z.string().nullable(),
  conversation: conversationSchema.nullable(),
  /** The cards of the caller's number; the one chosen in the call comes first, whatever its number. */
  candidates: z.array(callerCandidateSchema),
  chosenCounterpartyId: z.string().nullable(),
  records: recordsOfCallSchema,
  /** Commands to the phone provider that wait, failed or need a person. */
  troubles: z.array(phoneCommandViewSchema),
  mayWork: z.boolean(),
});
export type CallView = z.output<typeof callViewSchema>;

/** Last words that the line gave up on: the caller of this call did not hear them. */
export const lostWordsSchema = callViewSchema
  .pick({ caller: true, arrivedAt: true })
  .extend({ callId: z.string(), attempts: z.number() });
export type LostWords = z.output<typeof lostWordsSchema>;

/** What has just ended for the person without their doing: a conversation they were in, a request for advice they had taken up (S4), or a call that was taken over from them (S5). */
export const supervisionNewsSchema = z.object({
  /** The same news has the same key. */
  key: z.string(),
  callId: z.string(),
  at: z.number(),
  /** Whose conversation it was, who asked for advice, or who took the call over. */
  employee: personNameSchema.nullable(),
  what: z.enum([...supervisionEnds, 'takenFromYou', 'adviceNotReached', 'adviceWithdrawn']),
});
export type SupervisionNews = z.output<typeof supervisionNewsSchema>;

/** A call in a bar: what rings, what is being talked, what waits to be finished. */
export const myCallSchema = callViewSchema
  .pick({
    id: true,
    phase: true,
    direction: true,
    dialFailed: true,
    script: true,
    caller: true,
    line: true,
    arrivedAt: true,
    answeredAt: true,
    joinedAt: true,
    endedAt: true,
    department: true,
    claimedBy: true,
    claimExpiresAt: true,
    browserLeg: true,
    isTaken: true,
    owner: true,
    offer: true,
    handOver: true,
    mayTakeBack: true,
    heldSince: true,
    isMuted: true,
    recording: true,
    consult: true,
    consultFailed: true,
    supervision: true,
    help: true,
    outside: true,
    route: true,
    chosenCounterpartyId: true,
    records: true,
    unfinishedSince: true,
    quarantineReason: true,
    troubles: true,
  })
  .extend({
    candidates: z.array(callerCandidateSchema),
    /** The way through the call script and what was noted of the appeal and the call so far; null before anybody talked. */
    saidSoFar: z.object({ trail: z.array(z.string()), note: z.string() }).nullable(),
  });
export type MyCall = z.output<typeof myCallSchema>;

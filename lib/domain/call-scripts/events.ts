import { z } from 'zod';
import { cardLimits } from '@/lib/domain/counterparties/card-limits';
import { departmentKinds } from '@/lib/domain/employees/roles';
import { recordLimits } from '@/lib/domain/reactions/record-limits';
import { roundSubjects } from '@/lib/domain/rounds/round';
import { type AskedEmployee, agreedDues, endReasons, type HandOverFailure } from './conversation';
import type { DraftPatch, KnownAppeal, KnownCard, Project } from './draft';

const line = (longest: number) => z.string().max(longest, 'tooLong');
const id = z.string().min(1).max(64);
const departmentKind = z.enum(departmentKinds);
const about = z.enum(roundSubjects);
const plain = <const Type extends string>(type: Type) => z.strictObject({ type: z.literal(type) });

/** What the manager types, a field at a time or several; unknown fields are refused. */
const draftPatchSchema = z.strictObject({
  card: z
    .strictObject({
      name: line(cardLimits.name),
      category: line(cardLimits.category),
      city: line(cardLimits.city),
      contactPerson: line(cardLimits.contactPerson),
      phone: line(cardLimits.phone),
      phoneExtension: line(cardLimits.phoneExtension),
    })
    .partial()
    .optional(),
  appeal: z
    .strictObject({
      topic: line(recordLimits.topic),
      type: line(recordLimits.type),
      /** Its name is looked up: what is sent of it is not believed. */
      project: z.strictObject({ id, name: line(200) }).nullable(),
      note: line(recordLimits.note),
    })
    .partial()
    .optional(),
  complaint: z
    .strictObject({ text: line(recordLimits.note), departmentKind: departmentKind.nullable() })
    .partial()
    .optional(),
  satisfaction: z
    .strictObject({
      software: line(recordLimits.note),
      support: line(recordLimits.note),
      company: line(recordLimits.note),
    })
    .partial()
    .optional(),
  note: line(recordLimits.note).optional(),
  email: line(cardLimits.email).optional(),
  deliveryOn: line(10).optional(),
  callBackAt: line(16).optional(),
});

/** What a person may report of the conversation: the events that the door accepts. Facts about cards and people are looked up. */
export const reportedEventSchema = z.discriminatedUnion('type', [
  plain('caller.askedAboutProducts'),
  plain('caller.askedForSalesManager'),
  plain('caller.askedForSupport'),
  plain('caller.proposedCooperation'),
  plain('caller.wasUnclear'),
  plain('caller.askedForEmployee'),
  plain('caller.complained'),
  z.strictObject({ type: z.literal('caller.hadNoBusiness'), reason: z.enum(endReasons).optional() }),
  z.strictObject({
    type: z.literal('caller.namedEmployee'),
    employeeId: id,
    knownAway: z.boolean().optional(),
  }),
  plain('caller.couldTalk'),
  plain('caller.askedToCallLater'),
  plain('caller.agreed'),
  plain('caller.agreedNothing'),
  plain('caller.heardOut'),
  plain('caller.gaveNoEmail'),
  z.strictObject({ type: z.literal('caller.wasSatisfied'), about }),
  z.strictObject({ type: z.literal('caller.wasDissatisfied'), about }),
  plain('caller.refusedRound'),
  plain('caller.promisedLetter'),
  plain('caller.refusedLetter'),
  plain('caller.namedNobody'),
  plain('caller.wasClient'),
  plain('caller.wasDealer'),
  plain('caller.wasNeither'),
  z.strictObject({ type: z.literal('caller.saidSomethingElse'), words: line(2_000) }),
  z.strictObject({ type: z.literal('manager.filledIn'), patch: draftPatchSchema }),
  z.strictObject({ type: z.literal('manager.choseCounterparty'), counterpartyId: id.nullable() }),
  z.strictObject({ type: z.literal('manager.choseAppeal'), appealId: id.nullable() }),
  plain('manager.confirmedCard'),
  plain('manager.foundNoCard'),
  plain('manager.wentOnAsNeither'),
  plain('manager.askedToConfirmClient'),
  plain('manager.searchedAgain'),
  plain('manager.tookDownComplaint'),
  plain('manager.describedAppeal'),
  plain('manager.keptCall'),
  plain('manager.tookDownEmail'),
  plain('manager.toldDelivery'),
  z.strictObject({ type: z.literal('manager.choseDepartment'), departmentKind }),
  plain('manager.promisedCall'),
  z.strictObject({ type: z.literal('manager.agreedOn'), due: z.enum(agreedDues) }),
  plain('manager.saidGoodbye'),
  plain('manager.triedAgain'),
  z.strictObject({ type: z.literal('manager.choseAnotherDepartment'), departmentKind }),
  plain('manager.promisedCallBack'),
  plain('manager.endedCall'),
  z.strictObject({ type: z.literal('manager.wentBack'), to: line(60) }),
]);
export type ReportedEvent = z.infer<typeof reportedEventSchema>;

/** What the phone lines and the desk report by themselves; never accepted from outside. */
export type LineEvent =
  | { type: 'caller.hungUp' }
  | { type: 'handOver.answered' }
  | { type: 'handOver.failed'; reason: HandOverFailure }
  | { type: 'call.returnedToManager'; managerName: string }
  /** IN-6: another person took the unfinished call over. */
  | { type: 'manager.tookOver'; managerName: string }
  /** IN-6: the call was given up, by an act of its own that keeps the reason with the call. */
  | { type: 'manager.discarded'; reason: string };

type Looked = {
  'caller.namedEmployee': { type: 'caller.namedEmployee'; employee: AskedEmployee };
  'manager.choseCounterparty': { type: 'manager.choseCounterparty'; counterparty: KnownCard | null };
  'manager.choseAppeal': { type: 'manager.choseAppeal'; appeal: KnownAppeal | null };
  /** `trail`: the steps that led here, `trailOf` the event log. */
  'manager.wentBack': { type: 'manager.wentBack'; to: string; trail: readonly string[] };
};

/** The vocabulary of the chart: facts, `who.pastTense`. */
export type ScriptEvent =
  | Exclude<ReportedEvent, { type: keyof Looked } | { type: 'manager.filledIn' }>
  | { type: 'manager.filledIn'; patch: DraftPatch }
  | Looked[keyof Looked]
  | LineEvent;

/** What the operation looked up for a reported event: only what the event names has to be there. */
export type LookedUp = {
  /** The project of a typed appeal. */
  project?: Project | null;
  employee?: AskedEmployee;
  counterparty?: KnownCard | null;
  appeal?: KnownAppeal | null;
  trail?: readonly string[];
};

/** Joins what a person reported with what is known of it. */
export function scriptEvent(reported: ReportedEvent, known: LookedUp): ScriptEvent {
  switch (reported.type) {
    case 'caller.namedEmployee': {
      if (!known.employee) throw new Error('the employee was not looked up');
      const present = known.employee.present && !reported.knownAway;
      return { type: reported.type, employee: { ...known.employee, present } };
    }
    case 'manager.filledIn': {
      const { appeal } = reported.patch;
      if (!appeal?.project) return reported;
      if (!known.project) throw new Error('the project was not looked up');
      const patch = { ...reported.patch, appeal: { ...appeal, project: known.project } };
      return { type: reported.type, patch };
    }
    case 'manager.choseCounterparty':
      return { type: reported.type, counterparty: known.counterparty ?? null };
    case 'manager.choseAppeal':
      return { type: reported.type, appeal: known.appeal ?? null };
    case 'manager.wentBack':
      return { type: reported.type, to: reported.to, trail: known.trail ?? [] };
    default:
      return reported;
  }
}

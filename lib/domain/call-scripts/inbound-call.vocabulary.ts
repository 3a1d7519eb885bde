import { assign, setup } from 'xstate';
import type { DepartmentKind } from '@/lib/domain/employees/roles';
import type { RoundSubject, Verdict } from '@/lib/domain/rounds/round';
import type { StepMeta, StepTag } from './call-script';
import {
  type AfterReturn,
  type AgreedDue,
  type AskedEmployee,
  type CallerStatus,
  type Conversation,
  type ConversationStart,
  type EndReason,
  type HandOverFailure,
  type LetterPromise,
  type Purpose,
  withAskedEmployee,
  withChosenCard,
  withComplaint,
  withComplaintBegun,
  withFilledIn,
  withoutComplaint,
  withPurpose,
  withVerdict,
} from './conversation';
import { type DraftPatch, type KnownAppeal, type KnownCard, topicInUse } from './draft';
import { afterGoodbye, type ScriptEffect } from './effects';
import type { ScriptEvent } from './events';
import { type RequirementList, unmetRequirements } from './requirements';
import { routeOf, targetOf } from './route';

/** The words the charts of the call scripts are written in: what may be asked, and what is done. */
export const vocabulary = setup({
  types: {
    context: {} as Conversation,
    events: {} as ScriptEvent,
    input: {} as ConversationStart,
    tags: {} as StepTag,
    meta: {} as StepMeta,
  },
  guards: {
    meets: ({ context }, { list }: { list: RequirementList }) =>
      unmetRequirements(list, context).length === 0,
    isSupportSpecialist: (_, { departmentKind }: AskedEmployee) => departmentKind === 'support',
    isProspect: (_, card: KnownCard | null) => card?.status === 'prospect',
    hasPickedProspect: ({ context }) =>
      context.draft.chosenCounterparty?.status === 'prospect' && !context.confirmAsClient,
    mayStandOn: ({ context }, appeal: KnownAppeal | null) =>
      context.recordsWrittenAs === null &&
      (appeal === null || appeal.counterpartyId === context.draft.chosenCounterparty?.id),
    isComplaint: ({ context }) => routeOf(context) === 'complaint',
    promisesDecision: ({ context }) => ['cooperation', 'unclear'].includes(routeOf(context) ?? ''),
    promisesCall: ({ context }) =>
      context.afterReturn?.kind === 'callBackPromised' ||
      ['cooperation', 'unclear'].includes(routeOf(context) ?? ''),
    endsCall: ({ context }) => context.afterReturn?.kind === 'ended',
    isNoBusiness: ({ context }) => routeOf(context) === 'noBusiness',
    isWelcome: ({ context }) => context.purpose === 'welcome',
    /** ON-4: the day of the delivery is told already. */
    isWelcomeToParcel: ({ context }) => routeOf(context) === 'welcomed',
    bringsParcel: ({ context }) => context.subject?.hasParcel === true,
    knowsCardAndAppeal: ({ context }) =>
      context.draft.chosenCounterparty !== null && topicInUse(context.draft).trim() !== '',
    isAgreed: ({ context }) => routeOf(context) === 'agreed',
    isSatisfied: ({ context }) => routeOf(context) === 'satisfied',
    isPostponed: ({ context }) => routeOf(context) === 'roundPostponed',
    isAbout: ({ event }, { subject }: { subject: RoundSubject }) =>
      'about' in event && event.about === subject,
    wasDissatisfiedBefore: ({ context: { verdicts } }) =>
      verdicts?.software === 'dissatisfied' || verdicts?.support === 'dissatisfied',
    isCardWhole: ({ context }) => unmetRequirements('route', context).length === 0,
    hasLetter: ({ context }) => context.subject?.hasLetter === true,
    handsOver: ({ context }) => targetOf(context) !== null,
    callerLeft: ({ context }) => context.callerLeft,
    callerIsThere: ({ context }) => !context.callerLeft,
    nothingIsWritten: ({ context }) => context.recordsWrittenAs === null,
    recordsAreWritten: ({ context }) => context.recordsWrittenAs !== null,
    isNoteAlone: (_, patch: DraftPatch) => Object.keys(patch).every((part) => part === 'note'),
    hasReason: (_, { reason }: { reason?: EndReason }) => reason !== undefined,
    mayGoBackTo: ({ context }, { step, to, trail }: { step: string; to: string; trail: readonly string[] }) =>
      step === to && openTrail(context, trail).includes(step),
  },
  actions: {
    takePurpose: assign(({ context }, { purpose }: { purpose: Purpose }) => withPurpose(context, purpose)),
    takeComplaint: assign(({ context }) => withComplaint(context)),
    beginComplaint: assign(({ context }) => withComplaintBegun(context)),
    recordVerdict: assign(({ context }, said: { subject: RoundSubject; verdict: Verdict }) =>
      withVerdict(context, said),
    ),
    recordLetter: assign((_, { letter }: { letter: LetterPromise }) => ({ letter })),
    recordAskedEmployee: assign(({ context }, employee: AskedEmployee) =>
      withAskedEmployee(context, employee),
    ),
    recordStatus: assign((_, { status }: { status: CallerStatus }) => ({
      callerStatus: status,
      treatedAsNeither: false,
    })),
    goOnAsNeither: assign({ treatedAsNeither: true }),
    goOnAsClient: assign({ treatedAsNeither: false }),
    askToConfirmClient: assign({ treatedAsNeither: false, confirmAsClient: true }),
    recordReason: assign((_, { reason }: { reason?: EndReason }) => ({ endReason: reason ?? null })),
    fillIn: assign(({ context }, patch: DraftPatch) => withFilledIn(context, patch)),
    chooseCard: assign(({ context }, card: KnownCard | null) => withChosenCard(context, card)),
    chooseAppeal: assign(({ context }, appeal: KnownAppeal | null) => ({
      draft: { ...context.draft, chosenAppeal: appeal },
    })),
    chooseTransfer: assign((_, { departmentKind }: { departmentKind: DepartmentKind | null }) => ({
      complaintTransfer: departmentKind,
    })),
    forgetEmail: assign(({ context }) => ({ draft: { ...context.draft, email: '' } })),
    recordIntroduction: assign((_, { isHeard }: { isHeard: boolean }) => ({ heardIntroduction: isHeard })),
    recordDelivery: assign((_, { isTold }: { isTold: boolean }) => ({ toldDelivery: isTold })),
    agreeOn: assign((_, { due }: { due: AgreedDue }) => ({ agreedDue: due })),
    agree: assign((_, afterReturn: AfterReturn) => ({ afterReturn })),
    recordFailure: assign((_, { reason }: { reason: HandOverFailure }) => ({ lastFailure: reason })),
    countReturn: assign(({ context }) => ({ returns: context.returns + 1, afterReturn: null })),
    recordManager: assign((_, { managerName }: { managerName: string }) => ({ managerName })),
    recordCallerLeft: assign({ callerLeft: true }),
    recordDiscardReason: assign((_, { reason }: { reason: string }) => ({ discardReason: reason })),
    recordGoodbye: assign(({ context }) => afterGoodbye(context)),
    goBackTo: assign(({ context }, { step, trail }: { step: string; trail: readonly string[] }) =>
      trail.lastIndexOf(step) < trail.indexOf('takingComplaint') ? withoutComplaint(context) : context,
    ),
    /** Runs nothing: `run.ts` hands the effects to the operation as data. */
    carryOut: (_, _effects: readonly ScriptEffect[]) => {},
  },
});

/** Behind a goodbye nobody goes back: after a hand-over came back, only to what followed its return. */
function openTrail(context: Conversation, trail: readonly string[]): readonly string[] {
  const open = context.returns > 0 ? trail.slice(trail.lastIndexOf('returned')) : trail;
  const earlier = open.slice(0, -1);
  return context.recordsWrittenAs ? earlier.filter((step) => step === 'returned') : earlier;
}

import { and } from 'xstate';
import { answer, type CallScript, goingBackTo } from './call-script';
import { type Conversation, type Purpose, startConversation } from './conversation';
import { type Ending, effectsOfGoodbye, type ScriptEffect } from './effects';
import type { ScriptEvent } from './events';
import { vocabulary } from './inbound-call.vocabulary';
import { outgoingCallWording } from './outgoing-call.wording';
import type { RequirementList } from './requirements';

type Knowing = { context: Conversation };
type Saying<Type extends ScriptEvent['type']> = { event: Extract<ScriptEvent, { type: Type }> };

const purpose = (purpose: Purpose) => ({ type: 'takePurpose' as const, params: { purpose } });
const meets = (list: RequirementList) => ({ type: 'meets' as const, params: { list } });
const effects = (...params: ScriptEffect[]) => ({ type: 'carryOut' as const, params });
const pickedCard = ({ event }: Saying<'manager.choseCounterparty'>) => event.counterparty;
const pickedAppeal = ({ event }: Saying<'manager.choseAppeal'>) => event.appeal;
const reason = ({ event }: Saying<'caller.hadNoBusiness'>) => ({ reason: event.reason });
const agreedDue = ({ event }: Saying<'manager.agreedOn'>) => event;
const manager = ({ event }: Saying<'call.returnedToManager' | 'manager.tookOver'>) => event;
const discardReason = ({ event }: Saying<'manager.discarded'>) => event;
const patch = ({ event }: Saying<'manager.filledIn'>) => event.patch;
const discard = [
  {
    type: 'carryOut' as const,
    params: ({ context }: Knowing): ScriptEffect[] => (context.callerLeft ? [] : [{ type: 'hangUp' }]),
  },
  { type: 'recordDiscardReason' as const, params: discardReason },
];
const goodbye = [
  { type: 'carryOut' as const, params: ({ context }: Knowing) => effectsOfGoodbye(context) },
  'recordGoodbye' as const,
];
const keepWords = {
  type: 'carryOut' as const,
  params: ({ event }: Saying<'caller.saidSomethingElse'>): ScriptEffect[] => [
    { type: 'keepUnlistedAnswer', words: event.words },
  ],
};
const ending = (outcome: Ending) => ({
  type: 'final' as const,
  tags: ['ended' as const],
  entry: [effects({ type: 'finish', outcome })],
});

/** The steps a manager may go back to, in the order of the conversation. */
const steps = [
  'greeting',
  'statingPurpose',
  'takingComplaint',
  'fillingCard',
  'describingAppeal',
  'agreeing',
] as const;

const machine = vocabulary.createMachine({
  id: 'outgoing-call',
  version: '1',
  context: ({ input }) => startConversation(input),
  initial: 'greeting',

  states: {
    /** OUT-3: who calls, from where, and whether it is a good time. */
    greeting: {
      tags: ['asking'],
      meta: {
        say: 'greeting',
        rules: ['OUT-3'],
        stage: 'greeting',
        kind: 'mandatory',
        fields: [],
        answers: [
          answer(1, 'couldTalk', { type: 'caller.couldTalk' }),
          answer(2, 'askedToCallLater', { type: 'caller.askedToCallLater' }),
          answer(3, 'agreedNothing', { type: 'caller.agreedNothing' }),
          answer(4, 'wrongNumber', { type: 'caller.hadNoBusiness', reason: 'wrongNumber' }),
        ],
      },
      on: {
        'caller.couldTalk': { target: 'statingPurpose' },
        'caller.askedToCallLater': { target: 'fillingCard', actions: [purpose('callLater')] },
        'caller.agreedNothing': { target: 'closing', actions: [purpose('nothingAgreed')] },
        'caller.hadNoBusiness': {
          guard: { type: 'hasReason', params: reason },
          target: 'closing',
          actions: [purpose('noBusiness'), { type: 'recordReason', params: reason }],
        },
      },
    },

    /** OUT-3: what the call is about, and what comes of it. */
    statingPurpose: {
      tags: ['asking'],
      meta: {
        say: 'statingPurpose',
        rules: ['OUT-3'],
        stage: 'purpose',
        kind: 'bySense',
        fields: [],
        answers: [
          answer(1, 'agreed', { type: 'caller.agreed' }),
          answer(2, 'askedToCallLater', { type: 'caller.askedToCallLater' }),
          answer(3, 'agreedNothing', { type: 'caller.agreedNothing' }),
          answer(4, 'complained', { type: 'caller.complained' }),
        ],
      },
      on: {
        'caller.agreed': { target: 'fillingCard', actions: [purpose('agreement')] },
        'caller.askedToCallLater': { target: 'fillingCard', actions: [purpose('callLater')] },
        'caller.agreedNothing': { target: 'closing', actions: [purpose('nothingAgreed')] },
      },
    },

    /** SA-3: a complaint is taken down whoever called whom. */
    takingComplaint: {
      tags: ['filling'],
      meta: {
        say: 'takingComplaint',
        rules: ['SA-3'],
        stage: 'purpose',
        kind: 'bySense',
        fields: ['complaintText', 'complaintDepartment'],
        answers: [answer(1, 'tookDownComplaint', { type: 'manager.tookDownComplaint' })],
      },
      on: { 'manager.tookDownComplaint': { guard: meets('complaint'), target: 'fillingCard' } },
    },

    /** IN-2: exactly one card. */
    fillingCard: {
      tags: ['filling'],
      meta: {
        say: 'fillingCard',
        rules: ['IN-2'],
        stage: 'card',
        kind: 'bySense',
        fields: ['name', 'city', 'contactPerson', 'phone'],
        answers: [answer(1, 'confirmedCard', { type: 'manager.confirmedCard' })],
      },
      on: { 'manager.confirmedCard': { guard: meets('card'), target: 'describingAppeal' } },
    },

    /** CARD, IN-8: one appeal, new or the open one. */
    describingAppeal: {
      tags: ['filling'],
      meta: {
        say: 'describingAppeal',
        rules: ['CARD', 'IN-8'],
        stage: 'card',
        kind: 'bySense',
        fields: ['openAppeal', 'topic', 'project', 'appealNote'],
        answers: [answer(1, 'describedAppeal', { type: 'manager.describedAppeal' })],
      },
      on: {
        'manager.describedAppeal': [
          { guard: and([meets('appeal'), 'isComplaint']), target: 'closing' },
          { guard: meets('appeal'), target: 'agreeing' },
        ],
      },
    },

    /** OUT-3: whoever called keeps what was agreed, and says when. */
    agreeing: {
      tags: ['asking'],
      meta: {
        say: 'agreeing',
        rules: ['OUT-3'],
        stage: 'agreement',
        kind: 'bySense',
        fields: [],
        answers: [
          answer(1, 'dueToday', { type: 'manager.agreedOn', due: 'today' }),
          answer(2, 'dueTomorrow', { type: 'manager.agreedOn', due: 'tomorrow' }),
          answer(3, 'dueInAWeek', { type: 'manager.agreedOn', due: 'inAWeek' }),
          answer(4, 'dueInTwoWeeks', { type: 'manager.agreedOn', due: 'inTwoWeeks' }),
        ],
      },
      on: {
        'manager.agreedOn': { target: 'closing', actions: [{ type: 'agreeOn', params: agreedDue }] },
      },
    },

    closing: {
      tags: ['closing'],
      meta: {
        say: 'closing',
        rules: ['OUT-3'],
        stage: 'closing',
        kind: 'mandatory',
        fields: [],
        answers: [answer(1, 'saidGoodbye', { type: 'manager.saidGoodbye' })],
      },
      on: {
        'manager.saidGoodbye': [
          { guard: and([meets('route'), 'callerLeft']), target: 'finishedAfterHangUp', actions: goodbye },
          { guard: and([meets('route'), 'isComplaint']), target: 'complaintTaken', actions: goodbye },
          { guard: and([meets('route'), 'isNoBusiness']), target: 'endedWithoutBusiness', actions: goodbye },
          { guard: and([meets('route'), 'isAgreed']), target: 'agreementKept', actions: goodbye },
          { guard: meets('route'), target: 'endedWithoutAgreement', actions: goodbye },
        ],
      },
    },

    agreementKept: ending('agreementKept'),
    endedWithoutAgreement: ending('endedWithoutAgreement'),
    complaintTaken: ending('complaintTaken'),
    endedWithoutBusiness: ending('endedWithoutBusiness'),
    finishedAfterHangUp: ending('finishedAfterHangUp'),
    discarded: ending('discarded'),
  },

  on: {
    'manager.filledIn': { actions: [{ type: 'fillIn', params: patch }] },
    'manager.choseCounterparty': { actions: [{ type: 'chooseCard', params: pickedCard }] },
    'manager.choseAppeal': {
      guard: { type: 'mayStandOn', params: pickedAppeal },
      actions: [{ type: 'chooseAppeal', params: pickedAppeal }],
    },
    'manager.wentBack': goingBackTo(steps),
    'caller.saidSomethingElse': { actions: [keepWords] },
    'caller.complained': { target: '.takingComplaint', actions: ['takeComplaint'] },
    'caller.hungUp': { guard: 'callerIsThere', actions: ['recordCallerLeft'] },
    'call.returnedToManager': { actions: [{ type: 'recordManager', params: manager }] },
    'manager.tookOver': { actions: [{ type: 'recordManager', params: manager }] },
    'manager.discarded': { target: '.discarded', actions: discard },
  },
});

/** A call somebody of ours placed and that was answered. */
export const outgoingCall = {
  id: 'outgoing-call',
  version: 1,
  machine,
  steps,
  wording: outgoingCallWording,
} as const satisfies CallScript;

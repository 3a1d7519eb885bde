import { and } from 'xstate';
import { answer, type CallScript, goingBackTo } from './call-script';
import { type Conversation, type Purpose, startConversation } from './conversation';
import { type Ending, effectsOfGoodbye, type ScriptEffect } from './effects';
import type { ScriptEvent } from './events';
import { vocabulary } from './inbound-call.vocabulary';
import type { RequirementList } from './requirements';
import { welcomeCallWording } from './welcome-call.wording';

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
const introduced = (isHeard: boolean) => ({ type: 'recordIntroduction' as const, params: { isHeard } });
const delivery = (isTold: boolean) => ({ type: 'recordDelivery' as const, params: { isTold } });
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
  'introducing',
  'askingEmail',
  'tellingDelivery',
  'takingComplaint',
  'fillingCard',
  'describingAppeal',
  'agreeing',
] as const;

const machine = vocabulary.createMachine({
  id: 'welcome-call',
  version: '1',
  context: ({ input }) => startConversation(input),
  initial: 'greeting',

  states: {
    /** ON-4: the approved congratulation. */
    greeting: {
      tags: ['asking'],
      meta: {
        say: 'greeting',
        rules: ['ON-4'],
        stage: 'greeting',
        kind: 'mandatory',
        fields: [],
        answers: [
          answer(1, 'listens', { type: 'caller.couldTalk' }),
          answer(2, 'askedToCallLater', { type: 'caller.askedToCallLater' }),
          answer(3, 'wrongNumber', { type: 'caller.hadNoBusiness', reason: 'wrongNumber' }),
        ],
      },
      on: {
        'caller.couldTalk': { target: 'introducing', actions: [purpose('welcome')] },
        'caller.askedToCallLater': {
          target: 'fillingCard',
          actions: [purpose('callLater'), introduced(false), delivery(false)],
        },
        'caller.hadNoBusiness': {
          guard: { type: 'hasReason', params: reason },
          target: 'closing',
          actions: [
            purpose('noBusiness'),
            { type: 'recordReason', params: reason },
            introduced(false),
            delivery(false),
          ],
        },
      },
    },

    /** ON-4: who the client turns to from now on. */
    introducing: {
      tags: ['asking'],
      entry: [introduced(false)],
      meta: {
        say: 'introducing',
        rules: ['ON-4'],
        stage: 'purpose',
        kind: 'mandatory',
        fields: [],
        answers: [
          answer(1, 'heardOut', { type: 'caller.heardOut' }),
          answer(2, 'askedToCallLater', { type: 'caller.askedToCallLater' }),
          answer(3, 'complained', { type: 'caller.complained' }),
        ],
      },
      on: {
        'caller.heardOut': { target: 'askingEmail', actions: [introduced(true)] },
        'caller.askedToCallLater': {
          target: 'fillingCard',
          actions: [purpose('callLater'), delivery(false)],
        },
      },
    },

    /** ON-4: the e-mail goes into the card. */
    askingEmail: {
      tags: ['filling'],
      meta: {
        say: 'askingEmail',
        rules: ['ON-4'],
        stage: 'card',
        kind: 'bySense',
        fields: ['email'],
        answers: [
          answer(1, 'tookDownEmail', { type: 'manager.tookDownEmail' }),
          answer(2, 'gaveNoEmail', { type: 'caller.gaveNoEmail' }),
        ],
      },
      on: {
        'manager.tookDownEmail': [
          { guard: and([meets('email'), 'bringsParcel']), target: 'tellingDelivery' },
          { guard: and([meets('email'), 'knowsCardAndAppeal']), target: 'agreeing' },
          { guard: meets('email'), target: 'fillingCard' },
        ],
        'caller.gaveNoEmail': [
          { guard: 'bringsParcel', target: 'tellingDelivery', actions: ['forgetEmail'] },
          { guard: 'knowsCardAndAppeal', target: 'agreeing', actions: ['forgetEmail'] },
          { target: 'fillingCard', actions: ['forgetEmail'] },
        ],
      },
    },

    /** ON-4, ON-5: the day the parcel comes is a next reaction on oneself. */
    tellingDelivery: {
      tags: ['filling'],
      entry: [delivery(false)],
      meta: {
        say: 'tellingDelivery',
        rules: ['ON-4', 'ON-5'],
        stage: 'agreement',
        kind: 'bySense',
        fields: ['deliveryOn'],
        answers: [answer(1, 'toldDelivery', { type: 'manager.toldDelivery' })],
      },
      on: {
        'manager.toldDelivery': [
          {
            guard: and([meets('delivery'), 'knowsCardAndAppeal']),
            target: 'closing',
            actions: [delivery(true)],
          },
          { guard: meets('delivery'), target: 'fillingCard', actions: [delivery(true)] },
        ],
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
          { guard: and([meets('appeal'), 'isWelcomeToParcel']), target: 'closing' },
          { guard: meets('appeal'), target: 'agreeing' },
        ],
      },
    },

    /** OUT-3: whoever called says when they call again. */
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
        rules: ['ON-4'],
        stage: 'closing',
        kind: 'bySense',
        fields: [],
        answers: [answer(1, 'saidGoodbye', { type: 'manager.saidGoodbye' })],
      },
      on: {
        'manager.saidGoodbye': [
          { guard: and([meets('route'), 'callerLeft']), target: 'finishedAfterHangUp', actions: goodbye },
          { guard: and([meets('route'), 'isComplaint']), target: 'complaintTaken', actions: goodbye },
          { guard: and([meets('route'), 'isNoBusiness']), target: 'endedWithoutBusiness', actions: goodbye },
          { guard: and([meets('route'), 'isWelcome']), target: 'welcomeSaid', actions: goodbye },
          { guard: meets('route'), target: 'agreementKept', actions: goodbye },
        ],
      },
    },

    welcomeSaid: ending('welcomeSaid'),
    agreementKept: ending('agreementKept'),
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

/** ON-4: the first call to a client who has paid, placed from the folder. */
export const welcomeCall = {
  id: 'welcome-call',
  version: 1,
  machine,
  steps,
  wording: welcomeCallWording,
  facts: ['managerName', 'productName'],
} as const satisfies CallScript;

import { and } from 'xstate';
import { answer, type CallScript, goingBackTo } from './call-script';
import {
  type AfterReturn,
  type CallerStatus,
  type Conversation,
  type Purpose,
  startConversation,
} from './conversation';
import { type Ending, effectsOfGoodbye, effectsOfLaterNote, type ScriptEffect } from './effects';
import type { ScriptEvent } from './events';
import { vocabulary } from './inbound-call.vocabulary';
import { inboundCallWording } from './inbound-call.wording';
import type { RequirementList } from './requirements';

type Knowing = { context: Conversation };
type Saying<Type extends ScriptEvent['type']> = { event: Extract<ScriptEvent, { type: Type }> };

const purpose = (purpose: Purpose) => ({ type: 'takePurpose' as const, params: { purpose } });
const status = (status: CallerStatus) => ({ type: 'recordStatus' as const, params: { status } });
const agreed = (afterReturn: AfterReturn) => ({ type: 'agree' as const, params: afterReturn });
const meets = (list: RequirementList) => ({ type: 'meets' as const, params: { list } });
const effects = (...params: ScriptEffect[]) => ({ type: 'carryOut' as const, params });
const namedEmployee = ({ event }: Saying<'caller.namedEmployee'>) => event.employee;
const recordEmployee = { type: 'recordAskedEmployee' as const, params: namedEmployee };
const specialist = { type: 'isSupportSpecialist' as const, params: namedEmployee };
const pickedCard = ({ event }: Saying<'manager.choseCounterparty'>) => event.counterparty;
const pickedAppeal = ({ event }: Saying<'manager.choseAppeal'>) => event.appeal;
const reason = ({ event }: Saying<'caller.hadNoBusiness'>) => ({ reason: event.reason });
const chosenDepartment = ({ event }: Saying<'manager.choseDepartment'>) => event;
const anotherDepartment = ({ event }: Saying<'manager.choseAnotherDepartment'>): AfterReturn => ({
  kind: 'anotherDepartment',
  departmentKind: event.departmentKind,
});
const failure = ({ event }: Saying<'handOver.failed'>) => event;
const manager = ({ event }: Saying<'call.returnedToManager' | 'manager.tookOver'>) => event;
const discardReason = ({ event }: Saying<'manager.discarded'>) => event;
const keepNote = {
  type: 'carryOut' as const,
  params: ({ context }: Knowing) => effectsOfLaterNote(context),
};
const discard = [
  keepNote,
  { type: 'recordDiscardReason' as const, params: discardReason },
  {
    type: 'carryOut' as const,
    params: ({ context }: Knowing): ScriptEffect[] => (context.callerLeft ? [] : [{ type: 'hangUp' }]),
  },
];
const goodbye = [
  {
    type: 'carryOut' as const,
    params: ({ context }: Knowing) => effectsOfGoodbye(context),
  },
  'recordGoodbye' as const,
];
const patch = ({ event }: Saying<'manager.filledIn'>) => event.patch;
const keepWords = {
  type: 'carryOut' as const,
  params: ({ event }: Saying<'caller.saidSomethingElse'>): ScriptEffect[] => [
    { type: 'keepUnlistedAnswer', words: event.words },
  ],
};
const managerIsOut = { 'manager.wentBack': {}, 'caller.complained': {} };
const ending = (outcome: Ending) => ({
  type: 'final' as const,
  tags: ['ended' as const],
  entry: [effects({ type: 'finish', outcome })],
});

/** The steps a manager may go back to, in the order of the conversation. */
const steps = [
  'greeting',
  'namingSalesManager',
  'namingEmployee',
  'establishingStatus',
  'findingCard',
  'warningOfProspect',
  'takingComplaint',
  'fillingCard',
  'describingAppeal',
  'decidingComplaintTransfer',
  'promisingCall',
  'namingReason',
  'returned',
] as const;

const machine = vocabulary.createMachine({
  id: 'inbound-call',
  version: '1',
  context: ({ input }) => startConversation(input),
  initial: 'greeting',

  states: {
    /** IN-1: said word for word; then the caller tells why they call. */
    greeting: {
      tags: ['asking'],
      meta: {
        say: 'greeting',
        rules: ['IN-1'],
        stage: 'greeting',
        kind: 'mandatory',
        fields: [],
        answers: [
          answer(1, 'askedAboutProducts', { type: 'caller.askedAboutProducts' }),
          answer(2, 'askedForSalesManager', { type: 'caller.askedForSalesManager' }),
          answer(3, 'askedForSupport', { type: 'caller.askedForSupport' }),
          answer(4, 'proposedCooperation', { type: 'caller.proposedCooperation' }),
          answer(5, 'wasUnclear', { type: 'caller.wasUnclear' }),
          answer(6, 'askedForEmployee', { type: 'caller.askedForEmployee' }),
          answer(7, 'complained', { type: 'caller.complained' }),
          answer(8, 'hadNoBusiness', { type: 'caller.hadNoBusiness' }),
        ],
      },
      on: {
        'caller.askedAboutProducts': { target: 'fillingCard', actions: [purpose('commercial')] },
        'caller.askedForSalesManager': { target: 'namingSalesManager', actions: [purpose('salesManager')] },
        'caller.askedForSupport': { target: 'establishingStatus', actions: [purpose('support')] },
        'caller.proposedCooperation': { target: 'fillingCard', actions: [purpose('cooperation')] },
        'caller.wasUnclear': { target: 'fillingCard', actions: [purpose('unclear')] },
        'caller.saidSomethingElse': { target: 'fillingCard', actions: [purpose('unclear'), keepWords] },
        'caller.askedForEmployee': { target: 'namingEmployee', actions: [purpose('employee')] },
        'caller.hadNoBusiness': { target: 'namingReason', actions: [purpose('noBusiness')] },
      },
    },

    /** IN-3 */
    namingSalesManager: {
      tags: ['asking'],
      meta: {
        say: 'namingSalesManager',
        rules: ['IN-3'],
        stage: 'purpose',
        kind: 'bySense',
        fields: ['employee'],
        answers: [
          answer(1, 'namedEmployee', { type: 'caller.namedEmployee' }, 'employeeId'),
          answer(2, 'namedNoSalesManager', { type: 'caller.namedNobody' }),
        ],
      },
      on: {
        'caller.namedEmployee': [
          { guard: specialist, target: 'establishingStatus', actions: [recordEmployee] },
          { target: 'closing', actions: [recordEmployee] },
        ],
        'caller.namedNobody': { target: 'fillingCard', actions: [purpose('commercial')] },
      },
    },

    /** IN-9 (a) */
    namingEmployee: {
      tags: ['asking'],
      meta: {
        say: 'namingEmployee',
        rules: ['IN-9'],
        stage: 'purpose',
        kind: 'bySense',
        fields: ['employee'],
        answers: [
          answer(1, 'namedEmployee', { type: 'caller.namedEmployee' }, 'employeeId'),
          answer(2, 'namedNobody', { type: 'caller.namedNobody' }),
        ],
      },
      on: {
        'caller.namedEmployee': [
          { guard: specialist, target: 'establishingStatus', actions: [recordEmployee] },
          { target: 'closing', actions: [recordEmployee] },
        ],
        'caller.namedNobody': { target: 'fillingCard', actions: [purpose('unclear')] },
      },
    },

    /** IN-4: a client or a dealer, before anything else. */
    establishingStatus: {
      tags: ['asking'],
      meta: {
        say: 'establishingStatus',
        rules: ['IN-4'],
        stage: 'caller',
        kind: 'bySense',
        fields: ['specialist'],
        answers: [
          answer(1, 'wasClient', { type: 'caller.wasClient' }),
          answer(2, 'wasDealer', { type: 'caller.wasDealer' }),
          answer(3, 'wasNeither', { type: 'caller.wasNeither' }),
        ],
      },
      on: {
        'caller.namedEmployee': { guard: specialist, actions: [recordEmployee] },
        'caller.wasClient': { target: 'findingCard', actions: [status('client')] },
        'caller.wasDealer': { target: 'findingCard', actions: [status('dealer')] },
        'caller.wasNeither': { target: 'fillingCard', actions: [status('neither')] },
      },
    },

    /** IN-4: an existing card, never a new one. */
    findingCard: {
      tags: ['filling'],
      meta: {
        say: 'findingCard',
        rules: ['IN-4'],
        stage: 'caller',
        kind: 'bySense',
        fields: ['existingCard', 'specialist'],
        answers: [
          answer(1, 'foundCard', { type: 'manager.confirmedCard' }),
          answer(2, 'foundNoCard', { type: 'manager.foundNoCard' }),
        ],
      },
      on: {
        'caller.namedEmployee': { guard: specialist, actions: [recordEmployee] },
        'manager.choseCounterparty': {
          guard: { type: 'isProspect', params: pickedCard },
          target: 'warningOfProspect',
          actions: [{ type: 'chooseCard', params: pickedCard }],
        },
        'manager.confirmedCard': [
          { guard: 'hasPickedProspect', target: 'warningOfProspect' },
          { guard: meets('chosenCard'), target: 'describingAppeal', actions: ['goOnAsClient'] },
        ],
        'manager.foundNoCard': { target: 'fillingCard', actions: ['goOnAsNeither'] },
      },
    },

    /** IN-4: the picked card is only a prospect. */
    warningOfProspect: {
      tags: ['asking'],
      meta: {
        say: 'warningOfProspect',
        rules: ['IN-4'],
        stage: 'caller',
        kind: 'bySense',
        fields: [],
        answers: [
          answer(1, 'wentOnAsNeither', { type: 'manager.wentOnAsNeither' }),
          answer(2, 'askedToConfirmClient', { type: 'manager.askedToConfirmClient' }),
          answer(3, 'searchedAgain', { type: 'manager.searchedAgain' }),
        ],
      },
      on: {
        'manager.choseCounterparty': [
          {
            guard: { type: 'isProspect', params: pickedCard },
            actions: [{ type: 'chooseCard', params: pickedCard }],
          },
          { target: 'findingCard', actions: [{ type: 'chooseCard', params: pickedCard }] },
        ],
        'manager.wentOnAsNeither': { target: 'fillingCard', actions: ['goOnAsNeither'] },
        'manager.askedToConfirmClient': { target: 'describingAppeal', actions: ['askToConfirmClient'] },
        'manager.searchedAgain': {
          target: 'findingCard',
          actions: [{ type: 'chooseCard', params: null }],
        },
      },
    },

    /** IN-9 (b), SA-3: taken down from the client's words, whatever was being asked before. */
    takingComplaint: {
      tags: ['filling'],
      meta: {
        say: 'takingComplaint',
        rules: ['IN-9', 'SA-3'],
        stage: 'purpose',
        kind: 'bySense',
        fields: ['complaintText', 'complaintDepartment'],
        answers: [answer(1, 'tookDownComplaint', { type: 'manager.tookDownComplaint' })],
      },
      on: {
        'manager.tookDownComplaint': { guard: meets('complaint'), target: 'fillingCard' },
      },
    },

    /** IN-2: exactly one card, an existing one confirmed and completed, or a new one. */
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
      on: {
        'manager.confirmedCard': { guard: meets('card'), target: 'describingAppeal' },
      },
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
          { guard: and([meets('appeal'), 'isComplaint']), target: 'decidingComplaintTransfer' },
          { guard: and([meets('appeal'), 'promisesDecision']), target: 'promisingCall' },
          { guard: meets('appeal'), target: 'closing' },
        ],
      },
    },

    decidingComplaintTransfer: {
      tags: ['asking'],
      meta: {
        say: 'decidingComplaintTransfer',
        rules: ['IN-9'],
        stage: 'handOver',
        kind: 'bySense',
        fields: [],
        answers: [
          answer(1, 'keptCall', { type: 'manager.keptCall' }),
          answer(2, 'toSales', { type: 'manager.choseDepartment', departmentKind: 'sales' }),
          answer(3, 'toSupport', { type: 'manager.choseDepartment', departmentKind: 'support' }),
          answer(4, 'toManagement', { type: 'manager.choseDepartment', departmentKind: 'management' }),
        ],
      },
      on: {
        'manager.keptCall': {
          target: 'closing',
          actions: [{ type: 'chooseTransfer', params: { departmentKind: null } }],
        },
        'manager.choseDepartment': {
          target: 'closing',
          actions: [{ type: 'chooseTransfer', params: chosenDepartment }],
        },
      },
    },

    /** IN-5: no transfer; a person authorised to decide will call. */
    promisingCall: {
      tags: ['asking'],
      meta: {
        say: 'promisingCall',
        rules: ['IN-5'],
        stage: 'handOver',
        kind: 'bySense',
        fields: [],
        answers: [answer(1, 'promisedCall', { type: 'manager.promisedCall' })],
      },
      on: { 'manager.promisedCall': { target: 'closing' } },
    },

    /** IN-9 (c) */
    namingReason: {
      tags: ['asking'],
      meta: {
        say: 'namingReason',
        rules: ['IN-9'],
        stage: 'purpose',
        kind: 'told',
        fields: [],
        answers: [
          answer(1, 'wrongNumber', { type: 'caller.hadNoBusiness', reason: 'wrongNumber' }),
          answer(2, 'advertising', { type: 'caller.hadNoBusiness', reason: 'advertising' }),
          answer(3, 'silence', { type: 'caller.hadNoBusiness', reason: 'silence' }),
          answer(4, 'courier', { type: 'caller.hadNoBusiness', reason: 'courier' }),
          answer(5, 'otherReason', { type: 'caller.hadNoBusiness', reason: 'other' }),
        ],
      },
      on: {
        'caller.hadNoBusiness': {
          guard: { type: 'hasReason', params: reason },
          target: 'closing',
          actions: [{ type: 'recordReason', params: reason }],
        },
      },
    },

    /** IN-1: the last sentence on every route; leaving it writes and orders everything as one act. */
    closing: {
      tags: ['closing'],
      meta: {
        say: 'closing',
        rules: ['IN-1'],
        stage: 'closing',
        kind: 'mandatory',
        fields: [],
        answers: [answer(1, 'saidGoodbye', { type: 'manager.saidGoodbye' })],
      },
      on: {
        'manager.saidGoodbye': [
          { guard: and([meets('route'), 'callerLeft']), target: 'finishedAfterHangUp', actions: goodbye },
          { guard: and([meets('route'), 'handsOver']), target: 'handingOver', actions: goodbye },
          { guard: and([meets('route'), 'promisesCall']), target: 'callBackPromised', actions: goodbye },
          { guard: and([meets('route'), 'endsCall']), target: 'endedByManager', actions: goodbye },
          { guard: and([meets('route'), 'isComplaint']), target: 'complaintTaken', actions: goodbye },
          { guard: and([meets('route'), 'isNoBusiness']), target: 'endedWithoutBusiness', actions: goodbye },
        ],
      },
    },

    handingOver: {
      tags: ['handingOver'],
      meta: {
        say: 'handingOver',
        rules: ['IN-10'],
        stage: 'handOver',
        kind: 'told',
        fields: [],
        answers: [],
      },
      on: {
        'handOver.answered': { target: 'handedOver', actions: [keepNote] },
        'handOver.failed': { target: 'returning', actions: [{ type: 'recordFailure', params: failure }] },
        'caller.hungUp': { target: 'callerLeftWaiting', actions: ['recordCallerLeft', keepNote] },
        ...managerIsOut,
      },
    },

    /** IN-10: on its way back to the client department, with everything said so far. */
    returning: {
      tags: ['handingOver'],
      meta: { say: 'returning', rules: ['IN-10'], stage: 'handOver', kind: 'told', fields: [], answers: [] },
      on: {
        'call.returnedToManager': {
          target: 'returned',
          actions: ['countReturn', { type: 'recordManager', params: manager }],
        },
        'caller.hungUp': { target: 'callerLeftWaiting', actions: ['recordCallerLeft', keepNote] },
        ...managerIsOut,
      },
    },

    /** IN-10 */
    returned: {
      tags: ['returned'],
      meta: {
        say: 'returned',
        rules: ['IN-10'],
        stage: 'handOver',
        kind: 'bySense',
        fields: [],
        answers: [
          answer(1, 'triedAgain', { type: 'manager.triedAgain' }),
          answer(2, 'promisedCallBack', { type: 'manager.promisedCallBack' }),
          answer(3, 'toSales', { type: 'manager.choseAnotherDepartment', departmentKind: 'sales' }),
          answer(4, 'toSupport', { type: 'manager.choseAnotherDepartment', departmentKind: 'support' }),
          answer(5, 'toManagement', { type: 'manager.choseAnotherDepartment', departmentKind: 'management' }),
          answer(6, 'endedCall', { type: 'manager.endedCall' }),
        ],
      },
      on: {
        'manager.triedAgain': {
          guard: 'callerIsThere',
          target: 'closing',
          actions: [agreed({ kind: 'triedAgain' })],
        },
        'manager.promisedCallBack': [
          {
            guard: 'recordsAreWritten',
            target: 'closing',
            actions: [agreed({ kind: 'callBackPromised' })],
          },
          { target: 'fillingCard', actions: [agreed({ kind: 'callBackPromised' })] },
        ],
        'manager.choseAnotherDepartment': {
          target: 'closing',
          actions: [{ type: 'agree', params: anotherDepartment }],
        },
        'manager.endedCall': { target: 'closing', actions: [agreed({ kind: 'ended' })] },
      },
    },

    handedOver: ending('handedOver'),
    callBackPromised: ending('callBackPromised'),
    complaintTaken: ending('complaintTaken'),
    endedWithoutBusiness: ending('endedWithoutBusiness'),
    endedByManager: ending('endedByManager'),
    finishedAfterHangUp: ending('finishedAfterHangUp'),
    callerLeftWaiting: ending('callerLeftWaiting'),
    discarded: ending('discarded'),
  },

  on: {
    'manager.filledIn': [
      { guard: 'nothingIsWritten', actions: [{ type: 'fillIn', params: patch }] },
      { guard: { type: 'isNoteAlone', params: patch }, actions: [{ type: 'fillIn', params: patch }] },
    ],
    'manager.choseCounterparty': {
      guard: 'nothingIsWritten',
      actions: [{ type: 'chooseCard', params: pickedCard }],
    },
    'manager.choseAppeal': {
      guard: { type: 'mayStandOn', params: pickedAppeal },
      actions: [{ type: 'chooseAppeal', params: pickedAppeal }],
    },
    'manager.wentBack': goingBackTo(steps),
    'caller.saidSomethingElse': { actions: [keepWords] },
    'caller.complained': {
      guard: 'nothingIsWritten',
      target: '.takingComplaint',
      actions: ['takeComplaint'],
    },
    'caller.hungUp': { guard: 'callerIsThere', actions: ['recordCallerLeft'] },
    'call.returnedToManager': { actions: [{ type: 'recordManager', params: manager }] },
    'manager.tookOver': { actions: [{ type: 'recordManager', params: manager }] },
    'manager.discarded': [
      { guard: 'recordsAreWritten', target: '.endedByManager', actions: discard },
      { target: '.discarded', actions: discard },
    ],
  },
});

export const inboundCall = {
  id: 'inbound-call',
  version: 1,
  machine,
  steps,
  wording: inboundCallWording,
} as const satisfies CallScript;

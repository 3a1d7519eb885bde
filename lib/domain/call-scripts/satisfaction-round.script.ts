import { and } from 'xstate';
import { type RoundSubject, roundScriptId, type Verdict } from '@/lib/domain/rounds/round';
import { answer, type CallScript, goingBackTo } from './call-script';
import { type Conversation, type LetterPromise, type Purpose, startConversation } from './conversation';
import { type Ending, effectsOfGoodbye, type ScriptEffect } from './effects';
import type { ScriptEvent } from './events';
import { vocabulary } from './inbound-call.vocabulary';
import type { RequirementList } from './requirements';
import { satisfactionRoundWording } from './satisfaction-round.wording';

type Knowing = { context: Conversation };
type Saying<Type extends ScriptEvent['type']> = { event: Extract<ScriptEvent, { type: Type }> };

const purpose = (purpose: Purpose) => ({ type: 'takePurpose' as const, params: { purpose } });
const meets = (list: RequirementList) => ({ type: 'meets' as const, params: { list } });
const effects = (...params: ScriptEffect[]) => ({ type: 'carryOut' as const, params });
const about = (subject: RoundSubject, verdict: Verdict) => [
  { type: 'recordVerdict' as const, params: { subject, verdict } },
];
const isAbout = (subject: RoundSubject) => ({ type: 'isAbout' as const, params: { subject } });
const letter = (promise: LetterPromise) => ({ type: 'recordLetter' as const, params: { letter: promise } });
const pickedCard = ({ event }: Saying<'manager.choseCounterparty'>) => event.counterparty;
const pickedAppeal = ({ event }: Saying<'manager.choseAppeal'>) => event.appeal;
const reason = ({ event }: Saying<'caller.hadNoBusiness'>) => ({ reason: event.reason });
const manager = ({ event }: Saying<'call.returnedToManager' | 'manager.tookOver'>) => event;
const discardReason = ({ event }: Saying<'manager.discarded'>) => event;
const patch = ({ event }: Saying<'manager.filledIn'>) => event.patch;
const beginComplaint = ['takeComplaint' as const, 'beginComplaint' as const];
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
  'askingSoftware',
  'askingSupport',
  'askingCompany',
  'askingLetter',
  'takingComplaint',
  'fillingCard',
] as const;

const machine = vocabulary.createMachine({
  id: roundScriptId,
  version: '1',
  context: ({ input }) => startConversation(input),
  initial: 'greeting',

  states: {
    /** SA-1: who calls, why, and whether it is a good time. */
    greeting: {
      tags: ['asking'],
      meta: {
        say: 'greeting',
        rules: ['SA-1'],
        stage: 'greeting',
        kind: 'mandatory',
        fields: [],
        answers: [
          answer(1, 'couldTalk', { type: 'caller.couldTalk' }),
          answer(2, 'askedToCallLater', { type: 'caller.askedToCallLater' }),
          answer(3, 'refusedRound', { type: 'caller.refusedRound' }),
          answer(4, 'wrongNumber', { type: 'caller.hadNoBusiness', reason: 'wrongNumber' }),
        ],
      },
      on: {
        'caller.couldTalk': { target: 'askingSoftware' },
        'caller.askedToCallLater': { target: 'closing', actions: [purpose('roundPostponed')] },
        'caller.refusedRound': { target: 'closing', actions: [purpose('roundRefused')] },
        'caller.hadNoBusiness': {
          guard: { type: 'hasReason', params: reason },
          target: 'closing',
          actions: [purpose('noBusiness'), { type: 'recordReason', params: reason }],
        },
      },
    },

    /** SA-1: the software. */
    askingSoftware: {
      tags: ['asking'],
      meta: {
        say: 'askingSoftware',
        rules: ['SA-1'],
        stage: 'purpose',
        kind: 'bySense',
        fields: ['softwareWords'],
        answers: [
          answer(1, 'wasSatisfied', { type: 'caller.wasSatisfied', about: 'software' }),
          answer(2, 'wasDissatisfied', { type: 'caller.wasDissatisfied', about: 'software' }),
        ],
      },
      on: {
        'caller.wasSatisfied': {
          guard: isAbout('software'),
          target: 'askingSupport',
          actions: about('software', 'satisfied'),
        },
        'caller.wasDissatisfied': {
          guard: isAbout('software'),
          target: 'askingSupport',
          actions: about('software', 'dissatisfied'),
        },
      },
    },

    /** SA-1: the support service. */
    askingSupport: {
      tags: ['asking'],
      meta: {
        say: 'askingSupport',
        rules: ['SA-1'],
        stage: 'purpose',
        kind: 'bySense',
        fields: ['supportWords'],
        answers: [
          answer(1, 'wasSatisfied', { type: 'caller.wasSatisfied', about: 'support' }),
          answer(2, 'wasDissatisfied', { type: 'caller.wasDissatisfied', about: 'support' }),
        ],
      },
      on: {
        'caller.wasSatisfied': {
          guard: isAbout('support'),
          target: 'askingCompany',
          actions: about('support', 'satisfied'),
        },
        'caller.wasDissatisfied': {
          guard: isAbout('support'),
          target: 'askingCompany',
          actions: about('support', 'dissatisfied'),
        },
      },
    },

    /** SA-1: the company as a whole; then the way parts: SA-2 or SA-3. */
    askingCompany: {
      tags: ['asking'],
      meta: {
        say: 'askingCompany',
        rules: ['SA-1', 'SA-2', 'SA-3'],
        stage: 'purpose',
        kind: 'bySense',
        fields: ['companyWords'],
        answers: [
          answer(1, 'wasSatisfied', { type: 'caller.wasSatisfied', about: 'company' }),
          answer(2, 'wasDissatisfied', { type: 'caller.wasDissatisfied', about: 'company' }),
        ],
      },
      on: {
        'caller.wasSatisfied': [
          {
            guard: and([isAbout('company'), 'wasDissatisfiedBefore']),
            target: 'takingComplaint',
            actions: [...about('company', 'satisfied'), ...beginComplaint],
          },
          {
            guard: and([isAbout('company'), 'hasLetter']),
            target: 'closing',
            actions: [...about('company', 'satisfied'), purpose('satisfied')],
          },
          {
            guard: isAbout('company'),
            target: 'askingLetter',
            actions: [...about('company', 'satisfied'), purpose('satisfied')],
          },
        ],
        'caller.wasDissatisfied': {
          guard: isAbout('company'),
          target: 'takingComplaint',
          actions: [...about('company', 'dissatisfied'), ...beginComplaint],
        },
      },
    },

    /** SA-2: a letter of recommendation, once per round until it is there. */
    askingLetter: {
      tags: ['asking'],
      meta: {
        say: 'askingLetter',
        rules: ['SA-2'],
        stage: 'agreement',
        kind: 'bySense',
        fields: [],
        answers: [
          answer(1, 'promisedLetter', { type: 'caller.promisedLetter' }),
          answer(2, 'refusedLetter', { type: 'caller.refusedLetter' }),
        ],
      },
      on: {
        'caller.promisedLetter': { target: 'closing', actions: [letter('promised')] },
        'caller.refusedLetter': { target: 'closing', actions: [letter('refused')] },
      },
    },

    /** SA-3: an emergency; what was said to the questions stands there already. */
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
      on: {
        'manager.tookDownComplaint': [
          { guard: and([meets('complaint'), 'isCardWhole']), target: 'closing' },
          { guard: meets('complaint'), target: 'fillingCard' },
        ],
      },
    },

    /** IN-2: what the card of the client does not say yet. */
    fillingCard: {
      tags: ['filling'],
      meta: {
        say: 'fillingCard',
        rules: ['IN-2', 'CARD'],
        stage: 'card',
        kind: 'bySense',
        fields: ['name', 'city', 'contactPerson', 'phone', 'topic'],
        answers: [answer(1, 'confirmedCard', { type: 'manager.confirmedCard' })],
      },
      on: {
        'manager.confirmedCard': { guard: and([meets('card'), meets('appeal')]), target: 'closing' },
      },
    },

    closing: {
      tags: ['closing'],
      meta: {
        say: 'closing',
        rules: ['SA-1'],
        stage: 'closing',
        kind: 'mandatory',
        fields: ['callBackAt'],
        answers: [answer(1, 'saidGoodbye', { type: 'manager.saidGoodbye' })],
      },
      on: {
        'manager.saidGoodbye': [
          { guard: and([meets('route'), 'callerLeft']), target: 'finishedAfterHangUp', actions: goodbye },
          { guard: and([meets('route'), 'isComplaint']), target: 'complaintTaken', actions: goodbye },
          { guard: and([meets('route'), 'isNoBusiness']), target: 'endedWithoutBusiness', actions: goodbye },
          { guard: and([meets('route'), 'isSatisfied']), target: 'satisfactionKept', actions: goodbye },
          { guard: and([meets('route'), 'isPostponed']), target: 'roundPostponed', actions: goodbye },
          { guard: meets('route'), target: 'roundRefused', actions: goodbye },
        ],
      },
    },

    satisfactionKept: ending('satisfactionKept'),
    complaintTaken: ending('complaintTaken'),
    roundRefused: ending('roundRefused'),
    roundPostponed: ending('roundPostponed'),
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
    'caller.complained': { target: '.takingComplaint', actions: beginComplaint },
    'caller.hungUp': { guard: 'callerIsThere', actions: ['recordCallerLeft'] },
    'call.returnedToManager': { actions: [{ type: 'recordManager', params: manager }] },
    'manager.tookOver': { actions: [{ type: 'recordManager', params: manager }] },
    'manager.discarded': { target: '.discarded', actions: discard },
  },
});

/** SA-1 … SA-3: a client is asked every two weeks. */
export const satisfactionRound = {
  id: roundScriptId,
  version: 1,
  machine,
  steps,
  wording: satisfactionRoundWording,
} as const satisfies CallScript;

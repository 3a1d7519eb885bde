import type { SnapshotFrom } from 'xstate';
import { beginContext } from './call-context';
import { callVocabulary } from './call-vocabulary';

export const callMachineVersion = 1;

/**
 * One call from its arrival or its placing to its end (S0–S8, IN-10, IN-11, OUT-1), folded from the provider's facts and
 * our decisions in whatever order they come. A leg's label joins and leaves once and an end is final, so repeated and late
 * events find no transition.
 */
export const callMachine = callVocabulary.createMachine({
  id: 'call',
  context: ({ input }) => beginContext(input),
  initial: 'arriving',
  on: {
    'caller.joined': { guard: 'isNewConference', actions: 'noteConference' },
    'conference.started': { guard: 'isNewConference', actions: 'noteConference' },
    'caller.rings': { guard: 'isUndialled', actions: 'noteDialled' },
    'employee.joined': { guard: 'isStrayLeg', actions: ['noteConference', 'removeLeg'] },
    'employee.left': { guard: 'isPresentLeg', actions: 'noteLeave' },
    'employee.notReached': { guard: 'isPresentLeg', actions: 'noteLeave' },
    'outside.joined': { guard: 'isStrayLeg', actions: ['noteConference', 'removeLeg'] },
    'outside.left': { guard: 'isPresentLeg', actions: 'noteLeave' },
    'outside.notReached': { guard: 'isPresentLeg', actions: 'noteLeave' },
    'caller.left': { target: '.ended', actions: 'noteEnd' },
    'conference.ended': { target: '.ended', actions: 'noteEnd' },
    'call.completed': { target: '.ended', actions: 'noteEnd' },
    'call.notEnded': { actions: 'noteNotEnded' },
    'recording.started': { guard: 'isRecordingStarting', actions: 'noteRecordingStart' },
    'recording.notChanged': { guard: 'hasRecording', actions: 'takeRecordingOrderBack' },
  },
  states: {
    arriving: {
      always: [
        { guard: 'isPlaced', target: 'connecting', actions: 'takeOwnClaim' },
        { guard: 'isBlocked', target: 'ended', actions: 'turnAway' },
        { guard: 'isOutsideHours', target: 'ended', actions: 'turnAway' },
        { guard: 'isUnheard', target: 'ended', actions: 'turnAway' },
        { target: 'ringing', actions: ['offerDepartment', 'startWaiting'] },
      ],
    },

    ringing: {
      exit: 'stopOffering',
      on: {
        'employee.claimed': { target: 'claimed', actions: 'takeClaim' },
        'employee.tookBack': { guard: 'isGiver', target: 'claimed', actions: 'takeBack' },
        'offer.lapsed': [
          { guard: 'isComingBack', actions: ['endRound', 'offerDepartment', 'startWaiting'] },
          { guard: 'isThisRound', actions: ['endRound', 'offerAnew'] },
        ],
        'offer.declined': {
          guard: 'isComingBack',
          actions: ['endRound', 'offerDepartment', 'startWaiting'],
        },
        'overflow.lapsed': { guard: 'mayOverflow', actions: 'overflow' },
        'waiting.lapsed': { guard: 'hasWaitedLongEnough', target: 'ended', actions: 'apologise' },
        'employee.endedCall': { actions: 'endCall' },
      },
    },

    claimed: {
      entry: ['leaseClaim', 'joinClaimant'],
      exit: 'endLease',
      on: {
        'caller.joined': { guard: 'isFirstConference', actions: ['noteConference', 'joinClaimant'] },
        'conference.started': { guard: 'isFirstConference', actions: ['noteConference', 'joinClaimant'] },
        'employee.joined': {
          guard: 'isClaimant',
          target: 'talking',
          actions: ['noteConference', 'noteJoin'],
        },
        'employee.left': { guard: 'isClaimant', target: 'talking', actions: ['noteJoin', 'noteLeave'] },
        'employee.notReached': [
          {
            guard: 'isHandOverClaim',
            target: 'handingOver',
            actions: ['noteLeave', 'releaseClaim', 'offerAnew'],
          },
          {
            guard: 'isClaimant',
            target: 'ringing',
            actions: ['noteLeave', 'releaseClaim', 'offerDepartment', 'waitOneMoreRound'],
          },
        ],
        'claim.lapsed': [
          { guard: 'isHandOverClaim', target: 'handingOver', actions: ['releaseClaim', 'offerAnew'] },
          {
            guard: 'isThisClaim',
            target: 'ringing',
            actions: ['releaseClaim', 'offerDepartment', 'waitOneMoreRound'],
          },
        ],
        'employee.endedCall': { actions: 'endCall' },
      },
    },

    connecting: {
      entry: ['leaseClaim', 'joinClaimant'],
      exit: 'endLease',
      on: {
        'employee.joined': {
          guard: 'isClaimant',
          target: 'dialling',
          actions: ['noteConference', 'noteOwnJoin'],
        },
        'employee.left': { guard: 'isClaimant', target: 'ended', actions: ['noteLeave', 'giveUp'] },
        'employee.notReached': { guard: 'isClaimant', target: 'ended', actions: ['noteLeave', 'giveUp'] },
        'claim.lapsed': { guard: 'isThisClaim', target: 'ended', actions: 'giveUp' },
        'employee.endedCall': { target: 'ended', actions: 'giveUp' },
      },
    },

    dialling: {
      entry: 'dialCaller',
      exit: 'endDialling',
      on: {
        'caller.joined': {
          target: 'talking',
          actions: ['noteConference', 'noteDialled', 'noteAnswer'],
        },
        'caller.notDialled': { target: 'ended', actions: 'giveUp' },
        'call.completed': { target: 'ended', actions: ['noteEnd', 'giveUp'] },
        'dial.lapsed': { guard: 'isThisClaim', target: 'callingOff', actions: ['giveUp', 'removeClaimant'] },
        'employee.left': { guard: 'isClaimant', target: 'callingOff', actions: ['noteLeave', 'giveUp'] },
        'employee.notReached': {
          guard: 'isClaimant',
          target: 'callingOff',
          actions: ['noteLeave', 'giveUp'],
        },
        'conference.ended': { target: 'callingOff', actions: 'giveUp' },
        'employee.endedCall': { target: 'callingOff', actions: ['giveUp', 'removeClaimant'] },
      },
    },

    callingOff: {
      entry: ['forgetClaim', 'callOff'],
      exit: 'endDialling',
      on: {
        'caller.rings': { guard: 'isUndialled', actions: ['noteDialled', 'callOff'] },
        'caller.joined': { target: 'ended', actions: ['noteConference', 'noteDialled', 'excuse'] },
        'caller.left': { target: 'ended' },
        'call.completed': { target: 'ended' },
        'caller.notDialled': { target: 'ended' },
        'conference.ended': {},
        'dial.lapsed': { guard: 'isCallingOff', target: 'ended' },
      },
    },

    talking: {
      entry: ['connect', 'startRecording'],
      exit: ['endRecordingPause', 'endSupervision', 'endHelp'],
      always: [
        { guard: 'claimantIsRelieved', actions: ['endRecordingPause', 'dropConsult', 'takeCallOver'] },
        {
          guard: 'claimantLeftColleague',
          actions: ['endSupervision', 'endHelp', 'passOn', 'endRecordingPause'],
        },
        { guard: 'claimantEndedCall', actions: ['endCall', 'beginAfterCall', 'noteDrop', 'forgetClaim'] },
        {
          guard: 'claimantLeftSupervisor',
          actions: ['endRecordingPause', 'dropConsult', 'takeCallOver'],
        },
        {
          guard: 'claimantIsLost',
          target: 'ringing',
          actions: ['dropConsult', 'holdCaller', 'noteDrop', 'offerSamePerson', 'forgetClaim'],
        },
      ],
      on: {
        'employee.joined': [
          {
            guard: 'isAwaitedSuccessor',
            actions: [
              'noteColleagueJoin',
              'endSupervision',
              'endHelp',
              'removeClaimant',
              'passOn',
              'endRecordingPause',
            ],
          },
          { guard: 'isAwaitedColleague', actions: 'noteColleagueJoin' },
          { guard: 'isAwaitedSupervisor', actions: 'noteSupervisorJoin' },
        ],
        'employee.left': [
          { guard: 'isColleague', actions: ['noteLeave', 'failConsult'] },
          { guard: 'isSupervisor', actions: ['noteLeave', 'endSupervision'] },
          { guard: 'isPresentLeg', actions: 'noteLeave' },
        ],
        'employee.notReached': [
          { guard: 'isColleague', actions: ['noteLeave', 'failConsult'] },
          { guard: 'isSupervisor', actions: ['noteLeave', 'endSupervision'] },
          { guard: 'isPresentLeg', actions: 'noteLeave' },
        ],
        'outside.rings': { guard: 'isColleague', actions: 'noteOutsideLeg' },
        'outside.joined': { guard: 'isAwaitedColleague', actions: 'noteColleagueJoin' },
        'outside.left': [
          { guard: 'isColleague', actions: ['noteLeave', 'failConsult'] },
          { guard: 'isOutsideParty', actions: ['noteLeave', 'endCall'] },
        ],
        'outside.notReached': { guard: 'isColleague', actions: ['noteLeave', 'failConsult'] },
        'employee.heldCaller': { guard: 'mayHold', actions: 'holdCaller' },
        'employee.resumedCaller': { guard: 'mayResume', actions: 'resumeCaller' },
        'employee.muted': { guard: 'isAudible', actions: 'mute' },
        'employee.unmuted': { guard: 'isMuted', actions: 'unmute' },
        'call.notChanged': [
          { guard: 'isAskedUnheld', actions: ['takeOrderBack', 'failConsult'] },
          { actions: 'takeOrderBack' },
        ],
        'call.notEnded': [
          {
            guard: 'isLeftAlone',
            target: 'ringing',
            actions: ['dropConsult', 'holdCaller', 'noteLeftAlone', 'offerManager'],
          },
          { actions: 'noteNotEnded' },
        ],
        'employee.pausedRecording': { guard: 'mayPauseRecording', actions: 'pauseRecording' },
        'employee.resumedRecording': { guard: 'isRecordingPaused', actions: 'resumeRecording' },
        'consult.asked': { guard: 'mayConsult', actions: ['holdCaller', 'offerConsult'] },
        'consult.dialled': { guard: 'mayConsult', actions: ['holdCaller', 'dialOutside'] },
        'consult.claimed': { guard: 'isConsultOffered', actions: 'takeConsultClaim' },
        'consult.lapsed': { guard: 'isConsultRound', actions: 'failConsult' },
        'offer.declined': { guard: 'isConsultRound', actions: 'failConsult' },
        'claim.lapsed': { guard: 'isConsultClaim', actions: 'failConsult' },
        'consult.turned': { guard: 'mayTurn', actions: 'turnConsult' },
        'consult.notTurned': { guard: 'isColleague', actions: 'takeTurnBack' },
        'consult.completed': {
          guard: 'hasColleague',
          actions: ['endSupervision', 'endHelp', 'removeClaimant', 'passOn', 'endRecordingPause'],
        },
        'consult.cancelled': { guard: 'isConsulting', actions: ['dropConsult', 'resumeCaller'] },
        'consult.left': { guard: 'hasColleague', actions: ['removeColleague', 'failConsult'] },
        'employee.askedForHelp': { guard: 'mayAskForHelp', actions: 'askForHelp' },
        'employee.withdrewHelp': { guard: 'hasAskedForHelp', actions: 'endHelp' },
        'supervisor.began': { guard: 'maySupervise', actions: 'beginSupervision' },
        'supervisor.changedMode': { guard: 'mayChangeMode', actions: 'changeSupervisionMode' },
        'supervisor.left': { guard: 'isSupervised', actions: 'endSupervision' },
        'supervisor.takesOver': { guard: 'mayTakeOver', actions: 'prepareTakeOver' },
        'supervision.lapsed': { guard: 'isAwaitedSupervision', actions: 'endSupervision' },
        'supervision.changed': {
          guard: 'isHeardTakingOver',
          actions: ['endRecordingPause', 'dropConsult', 'takeCallOver'],
        },
        'supervision.notChanged': { guard: 'isNotHeard', actions: 'takeModeBack' },
        'employee.handedOver': {
          guard: 'hasClaimant',
          target: 'handingOver',
          actions: ['dropConsult', 'holdCaller', 'releaseManager', 'offerTarget'],
        },
        'employee.transferred': {
          guard: 'mayTransfer',
          target: 'handingOver',
          actions: ['dropConsult', 'holdCaller', 'noteTransfer', 'releaseManager', 'offerTarget'],
        },
        'employee.endedCall': { actions: 'endCall' },
      },
    },

    handingOver: {
      exit: 'stopOffering',
      on: {
        'employee.claimed': { target: 'claimed', actions: 'takeClaim' },
        'employee.tookBack': { guard: 'isGiver', target: 'claimed', actions: ['failHandOver', 'takeBack'] },
        'offer.lapsed': [
          { guard: 'canReturnToManager', target: 'ringing', actions: ['failHandOver', 'offerManager'] },
          {
            guard: 'isThisRound',
            target: 'ringing',
            actions: ['failHandOver', 'offerDepartment', 'startWaiting'],
          },
        ],
        'offer.declined': [
          { guard: 'canReturnToManager', target: 'ringing', actions: ['failHandOver', 'offerManager'] },
          {
            guard: 'isThisRound',
            target: 'ringing',
            actions: ['failHandOver', 'offerDepartment', 'startWaiting'],
          },
        ],
        'employee.endedCall': { actions: 'endCall' },
      },
    },

    ended: { entry: 'close', type: 'final' },
  },
});

export type CallSnapshot = SnapshotFrom<typeof callMachine>;

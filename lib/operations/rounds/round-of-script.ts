import { findComplaintOfTalk } from '@/db/complaints';
import { listRoundAttempts } from '@/db/round-attempts';
import { listFirstLetters } from '@/db/round-letters';
import { getRound, getRoundLocked, updateRound } from '@/db/rounds';
import { answersOfRound } from '@/lib/domain/call-scripts/conversation';
import { readTypedTime } from '@/lib/domain/deadlines/typed-time';
import { forbidden, notFound, Refusal } from '@/lib/domain/errors';
import { isNewHour, isOpenRound, unansweredAt, verdictOf } from '@/lib/domain/rounds/round';
import { maySettleRound } from '@/lib/domain/rounds/round-rights';
import type { SubjectOfScript } from '@/lib/operations/call-scripts/subject-of-script';
import { signedIn } from '@/lib/operations/context';
import { askForLetter } from './ask-for-letter';
import { callBackOfRound } from './call-back-of-round';
import { endRound, refuseEndedRound, tellRound } from './end-round';
import { noteAttempt } from './note-attempt';

/** SA-1 … SA-3: what a talk by the call script of a satisfaction round does to the round. */
export const roundOfScript: SubjectOfScript = {
  async cardOf(tx, context, roundId) {
    const person = signedIn(context);
    const round = await getRoundLocked(tx, roundId);
    if (!round) throw notFound('round');
    if (!maySettleRound(person, round)) throw forbidden();
    refuseEndedRound(round);
    const attempts = unansweredAt(await listRoundAttempts(tx, [round.id]));
    if (!isNewHour(attempts, context.now(), round.timeZone)) {
      throw new Refusal('notPossibleNow', 'this hour was tried', {}, { reason: 'hourTried' });
    }
    return round.counterpartyId;
  },

  async startOf(tx, context, roundId) {
    const round = await getRound(tx, roundId);
    if (!round) return null;
    const letters = await listFirstLetters(tx, [round.counterpartyId], Number.MAX_SAFE_INTEGER);
    const callBack = await callBackOfRound(tx, round, context.now());
    return {
      subject: { id: round.id, productName: '', hasLetter: letters.length > 0, callBack },
      appealId: null,
    };
  },

  /** SA-3: one dissatisfied talk is one complaint, whether it was written in the call or beside it. */
  async refuseRecords(tx, roundId, route) {
    const round = route === 'complaint' ? await getRoundLocked(tx, roundId) : null;
    if (!round?.complaintId) return;
    const details = { reason: 'complaintWritten' };
    throw new Refusal('notPossibleNow', 'the complaint of this round is written', {}, details);
  },

  /** SA-3: a complaint is that of its round, also when the round came out otherwise before the call was finished. */
  async settle(tx, context, roundId, { call, employeeId, route, conversation }) {
    const round = await getRoundLocked(tx, roundId);
    if (!round) return;
    const answers = answersOfRound(conversation);
    if (!isOpenRound(round.state) && (route !== 'complaint' || round.complaintId)) return;
    const settled = { employeeId, callId: call.id, answers };
    const isOwed = round.state === 'complaintOwed' || verdictOf(answers) === 'dissatisfied';
    // SA-3: the talk is over, the round is not.
    if (isOwed && (route === 'satisfied' || route === 'roundRefused')) return;
    switch (route) {
      case 'satisfied':
        return endRound(tx, context, round, {
          ...settled,
          state: 'satisfied',
          ...(conversation.letter === 'promised' && (await askForLetter(tx, context, round))),
        });
      case 'complaint': {
        const complaint = await findComplaintOfTalk(tx, { roundId: round.id, callId: call.id });
        // SA-3: of whoever's card it was written, the complaint of this client is still owed.
        if (complaint?.counterpartyId !== round.counterpartyId) return;
        return endRound(tx, context, round, {
          ...settled,
          state: 'dissatisfied',
          complaintId: complaint.id,
          ...(round.letterState === 'asked' && { letterState: null }),
        });
      }
      case 'roundRefused':
        return endRound(tx, context, round, {
          ...settled,
          state: 'refused',
          refusal: conversation.draft.note.trim(),
        });
      case 'roundPostponed':
        return noteAttempt(tx, context, round, {
          employeeId,
          callId: call.id,
          outcome: 'askedToCallLater',
          callBackAt: readTypedTime(conversation.draft.callBackAt ?? '', round.timeZone),
        });
      default:
        return noteAttempt(tx, context, round, { employeeId, callId: call.id, outcome: 'wrongNumber' });
    }
  },

  /** SA-3: from the first word of dissatisfaction on the round stands with its alarm until the complaint is written. */
  async hear(tx, _, roundId, { call, conversation }) {
    const answers = answersOfRound(conversation);
    const verdict = verdictOf(answers);
    const isOwed = verdict === 'dissatisfied' || conversation.purpose === 'complaint';
    const round = await getRoundLocked(tx, roundId);
    if (!round || !isOpenRound(round.state)) return;
    const wasOwed = round.state === 'complaintOwed';
    // What an earlier call left owed is owed whatever this one says.
    if (wasOwed ? round.callId !== call.id : !isOwed) return;
    // Taken back is what was answered anew: a word of dissatisfaction to a question, else all three.
    const isTakenBack = verdictOf(round.answers) === 'dissatisfied' || verdict === 'satisfied';
    if (!isOwed && !isTakenBack) return;
    const state = isOwed ? 'complaintOwed' : 'planned';
    await updateRound(tx, round.id, {
      state,
      answers: isOwed ? answers : {},
      callId: isOwed ? call.id : null,
      version: round.version + 1,
    });
    if (round.state !== state) tellRound(tx, round);
  },

  async missed(tx, context, roundId, { call, employeeId, outcome }) {
    const round = await getRoundLocked(tx, roundId);
    if (!round || !isOpenRound(round.state)) return;
    await noteAttempt(tx, context, round, { employeeId, callId: call.id, outcome });
  },
};

import { getAppeal } from '@/db/appeals';
import { getNextReactionLocked } from '@/db/next-reactions';
import { listReactionsOfCall } from '@/db/reactions';
import { forbidden, invalid, notFound } from '@/lib/domain/errors';
import { mayFulfil, maySeeNextReaction } from '@/lib/domain/reactions/next-reaction-rights';
import type { SubjectOfScript } from '@/lib/operations/call-scripts/subject-of-script';
import { noteCallInVain } from '@/lib/operations/calls/note-call-in-vain';
import { signedIn } from '@/lib/operations/context';
import { refuseErased } from '@/lib/operations/counterparties/refuse-erased';
import { visibleCard } from '@/lib/operations/counterparties/visible-card';
import { isWorkOfFolder } from '@/lib/operations/folders/refuse-open-folder';
import { takeLeadOfNextReaction } from '@/lib/operations/leads/take-lead';
import { endNextReaction, refuseEnded } from './end-next-reaction';

/**
 * OUT-3: a call placed from a next reaction stands on its card and its appeal. What is agreed on that appeal fulfils it; a
 * call that nobody answers stands in its history.
 */
export const nextReactionAsSubject: SubjectOfScript = {
  async cardOf(tx, context, nextReactionId) {
    const person = signedIn(context);
    const next = await getNextReactionLocked(tx, nextReactionId);
    if (!next || !maySeeNextReaction(person, next)) throw notFound('next reaction');
    if (!mayFulfil(person, next)) throw forbidden();
    refuseEnded(next);
    if (next.counterpartyId === null) throw invalid({ script: 'notAChoice' });
    refuseErased(await visibleCard(tx, person, next.counterpartyId));
    return next.counterpartyId;
  },

  async startOf(tx, _context, nextReactionId) {
    const next = await getNextReactionLocked(tx, nextReactionId);
    if (!next) return null;
    const appeal = next.appealId === null ? null : await getAppeal(tx, next.appealId);
    return {
      subject: { id: next.id, productName: '' },
      appealId: appeal && appeal.closedAt === null ? appeal.id : null,
    };
  },

  async settle(tx, context, nextReactionId, { call, employeeId, route }) {
    if (route !== 'agreed') return;
    const next = await getNextReactionLocked(tx, nextReactionId);
    const person = signedIn(context);
    if (!next || next.endedAt !== null || !mayFulfil(person, next)) return;
    const reactions = await listReactionsOfCall(tx, call.id);
    const agreed = reactions.find((reaction) => reaction.route === route);
    if (!agreed || agreed.appealId !== next.appealId || (await isWorkOfFolder(tx, person, next))) return;
    await takeLeadOfNextReaction(tx, context, next.id, employeeId);
    await endNextReaction(tx, context, (await getNextReactionLocked(tx, next.id))!, {
      outcome: 'fulfilled',
      reason: null,
      reactionId: agreed.id,
      employeeId,
    });
  },

  async missed(tx, context, nextReactionId, { call, outcome }) {
    if (outcome === 'brokenOff') return;
    const next = await getNextReactionLocked(tx, nextReactionId);
    if (next && next.endedAt === null) await noteCallInVain(tx, context, next, call);
  },
};

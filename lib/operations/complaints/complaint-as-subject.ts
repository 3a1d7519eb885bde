import { getAppeal } from '@/db/appeals';
import { getComplaint } from '@/db/complaints';
import { isComplaintActPossible } from '@/lib/domain/complaints/complaint';
import { mayActOnComplaint, maySeeComplaint } from '@/lib/domain/complaints/complaint-rights';
import { forbidden, notFound, Refusal } from '@/lib/domain/errors';
import type { SubjectOfScript } from '@/lib/operations/call-scripts/subject-of-script';
import { signedIn } from '@/lib/operations/context';
import { refuseErasedCard } from '@/lib/operations/counterparties/refuse-erased';
import { rightsOf } from './change-complaint';

/** SA-3: the second call, after the answer to the client; what came of it is written down with the complaint. */
export const complaintAsSubject: SubjectOfScript = {
  async cardOf(tx, context, complaintId) {
    const person = signedIn(context);
    const complaint = await getComplaint(tx, complaintId);
    if (!complaint || !maySeeComplaint(person, rightsOf(complaint))) throw notFound('complaint');
    if (!mayActOnComplaint.call(person, rightsOf(complaint))) throw forbidden();
    if (!isComplaintActPossible(complaint, 'call')) {
      const details = { reason: 'state', state: complaint.state };
      throw new Refusal('notPossibleNow', 'not in this state', {}, details);
    }
    await refuseErasedCard(tx, complaint.counterpartyId);
    return complaint.counterpartyId;
  },

  async startOf(tx, _context, complaintId) {
    const complaint = await getComplaint(tx, complaintId);
    if (!complaint) return null;
    const appeal = await getAppeal(tx, complaint.appealId);
    const isOpen = appeal !== null && appeal.closedAt === null;
    return { subject: { id: complaint.id, productName: '' }, appealId: isOpen ? appeal.id : null };
  },

  async settle() {},
};

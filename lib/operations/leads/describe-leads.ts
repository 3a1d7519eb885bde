import { listAppealsByIds } from '@/db/appeals';
import { listCounterpartiesByIds } from '@/db/counterparties';
import { listPhonesOfCounterparties } from '@/db/counterparty-phones';
import { type LeadRow, listLeadOffers } from '@/db/leads';
import { listNextReactionsByIds } from '@/db/next-reactions';
import type { Db } from '@/db/store';
import { isPaused } from '@/lib/domain/deadlines/working-time';
import type { Person } from '@/lib/domain/employees/employee';
import { isLeadWaiting, leadState } from '@/lib/domain/leads/lead';
import { mayAcceptLead, mayDeclineLead } from '@/lib/domain/leads/lead-rights';
import type { LeadView } from '@/lib/domain/leads/leads.contract';
import { mayFulfil } from '@/lib/domain/reactions/next-reaction-rights';
import { namedProject, projectNames } from '@/lib/operations/appeals/project-names';
import { readDirectory } from '@/lib/operations/reactions/directory';

/** Leads as the inbox shows them, with what this person may do about each. */
export async function describeLeads(
  db: Db,
  person: Person,
  leads: readonly LeadRow[],
  now: number,
): Promise<LeadView[]> {
  const next = byId(
    await listNextReactionsByIds(
      db,
      leads.map((lead) => lead.nextReactionId),
    ),
  );
  const cards = byId(
    await listCounterpartiesByIds(db, present([...next.values()].map((row) => row.counterpartyId))),
  );
  const appeals = byId(await listAppealsByIds(db, present([...next.values()].map((row) => row.appealId))));
  const phones = await listPhonesOfCounterparties(db, [...cards.keys()]);
  const offers = Map.groupBy(
    await listLeadOffers(
      db,
      leads.map((lead) => lead.id),
    ),
    (offer) => offer.leadId,
  );
  const directory = await readDirectory(db, {
    employees: [
      ...leads.map((lead) => lead.acceptedBy),
      ...[...next.values()].map((row) => row.createdBy),
      ...[...offers.values()].flat().map((offer) => offer.employeeId),
    ],
  });
  const projects = await projectNames(db);

  return leads.map((lead) => {
    const promise = next.get(lead.nextReactionId)!;
    const card = cards.get(promise.counterpartyId!)!;
    const appeal = appeals.get(promise.appealId!)!;
    const phone = phones.find((one) => one.counterpartyId === card.id);
    const state = leadState(lead);
    const isWaiting = isLeadWaiting(lead);
    const mine = (offers.get(lead.id) ?? []).find((offer) => offer.employeeId === person.id);
    const mayAccept = isWaiting && mayAcceptLead(person, lead.departmentId, promise);
    const hours = directory.hours(lead.departmentId);
    return {
      id: lead.id,
      state,
      nextReactionId: promise.id,
      nextReactionVersion: promise.version,
      callId: lead.callId,
      topic: promise.topic,
      counterparty: { id: card.id, name: card.name, status: card.status },
      city: card.city,
      contactPerson: card.contactPerson,
      phone: phone ? { raw: phone.raw, e164: phone.e164, extension: phone.extension } : null,
      appeal: { id: appeal.id, number: appeal.number, topic: appeal.topic },
      project: namedProject(projects, appeal.projectId),
      from: directory.employee(promise.createdBy),
      createdAt: lead.createdAt,
      startedAt: promise.startedAt,
      dueAt: lead.dueAt,
      isPaused: isWaiting && hours !== null && isPaused(hours, now),
      escalatedAt: lead.escalatedAt,
      escalationReason: lead.escalationReason,
      acceptedAt: lead.acceptedAt,
      acceptedBy: directory.employee(lead.acceptedBy),
      endedAt: lead.endedAt,
      endReason: lead.endReason,
      offers: (offers.get(lead.id) ?? []).map(({ employeeId, declinedAt, declineReason }) => ({
        employee: directory.employee(employeeId) ?? { id: employeeId, name: '' },
        declinedAt,
        declineReason,
      })),
      isOfferedToMe: mine !== undefined && mine.declinedAt === null,
      isDeclinedByMe: mine !== undefined && mine.declinedAt !== null,
      may: {
        accept: mayAccept,
        decline: isWaiting && mayDeclineLead(person, lead.departmentId) && mine?.declinedAt == null,
        finish: state === 'accepted' && mayFulfil(person, promise),
      },
    };
  });
}

const byId = <Row extends { id: string }>(rows: readonly Row[]) => new Map(rows.map((row) => [row.id, row]));

const present = (ids: readonly (string | null)[]) => ids.filter((id) => id !== null);

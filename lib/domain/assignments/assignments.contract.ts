import { z } from 'zod';
import { contract } from '@/lib/domain/contract';
import { personNameSchema } from '@/lib/domain/counterparties/card-views';
import { pageOf, pageQuery } from '@/lib/domain/paging';
import { recordId, requiredText, text } from '@/lib/domain/text-field';

const assignmentRowSchema = z.object({
  manager: personNameSchema,
  /** Whoever is no client manager any more and is given no clients. */
  isFormer: z.boolean(),
  isAbsent: z.boolean(),
  substitute: personNameSchema.nullable(),
  clients: z.number(),
  openRounds: z.number(),
  /** Of them due by the end of today, and those that were due before today. */
  dueRounds: z.number(),
  overdueRounds: z.number(),
  openComplaints: z.number(),
  openNextReactions: z.number(),
});
export type AssignmentRow = z.output<typeof assignmentRowSchema>;

const clientToGiveSchema = z.object({ id: z.string(), name: z.string(), city: z.string() });
export type ClientToGive = z.output<typeof clientToGiveSchema>;

export const assignmentContracts = {
  list: contract({
    method: 'get',
    path: '/assignments',
    summary:
      'How many clients, rounds and complaints each client manager has, and how many clients are nobody’s',
    response: z.object({ rows: z.array(assignmentRowSchema), unassigned: z.number() }),
  }),
  clients: contract({
    method: 'get',
    path: '/assignments/clients',
    summary:
      'The clients of one client manager, all or those of a name or city, to give some of them to another',
    query: pageQuery.extend({
      managerId: recordId,
      /** Beginnings of words of the name, or of the city. */
      query: text(200).optional(),
    }),
    response: pageOf(clientToGiveSchema),
  }),
  assign: contract({
    method: 'post',
    path: '/assignments',
    summary:
      'Give clients to a client manager, or by rule to whoever has the fewest: chosen ones, all of a manager with the work that hangs on them, or those that are nobody’s',
    body: z.object({
      /** Whose clients; null: those that are nobody's. */
      fromId: recordId.nullable(),
      /** Null: by rule. */
      toId: recordId.nullable(),
      /** Only these of them; left out, all. */
      counterpartyIds: z.array(recordId).max(500, 'tooMany').optional(),
      /** How many clients whoever gives them saw; left out, as many as there are go. */
      seenClients: z.int('invalid').min(0, 'invalid').optional(),
      reason: requiredText(1000),
    }),
    response: z.object({ clients: z.number(), nextReactions: z.number(), complaints: z.number() }),
  }),
};

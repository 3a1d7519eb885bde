import { z } from 'zod';
import { contract } from '@/lib/domain/contract';
import { personNameSchema } from '@/lib/domain/counterparties/card-views';
import { pageOf, pageQuery } from '@/lib/domain/paging';
import { counterpartyNameSchema, departmentNameSchema } from '@/lib/domain/reactions/reaction-views';
import { recordId, text } from '@/lib/domain/text-field';
import { callDirections } from './call';
import { callerSchema, helpViewSchema, supervisionViewSchema } from './call-view';
import { liveShows } from './live-shows';
import { liveStates } from './live-state';
import { supervisionModes } from './supervision';

/** A call that goes on, as its head sees it. Times are epoch ms by the server's clock. */
const liveCallSchema = z.object({
  id: z.string(),
  direction: z.enum(callDirections),
  /** Whoever is on the other end of the line. */
  caller: callerSchema,
  /** The card chosen in the conversation, else those of the number (IN-7); as far as the reader may see them. */
  cards: z.array(counterpartyNameSchema),
  line: z.string().nullable(),
  calledNumber: z.string(),
  department: departmentNameSchema,
  /** Who talks, or whose telephone is being joined. */
  employee: personNameSchema.nullable(),
  /** Whom the call rings at. */
  ringing: z.array(z.string()),
  state: z.enum(liveStates),
  stateSince: z.number(),
  arrivedAt: z.number(),
  answeredAt: z.number().nullable(),
  /** Where the conversation by the call script stands; null before it began and after its end. */
  step: z.object({ scriptId: z.string(), name: z.string() }).nullable(),
  supervision: supervisionViewSchema.nullable(),
  help: helpViewSchema.nullable(),
  /** Set aside: its state cannot be read. */
  isQuarantined: z.boolean(),
  /** The reader may come into the conversation now; who is there already is told by `supervision`. */
  maySupervise: z.boolean(),
});
export type LiveCall = z.output<typeof liveCallSchema>;

const params = z.object({ callId: recordId });
const response = z.object({ callId: z.string() });
const mode = z.object({ mode: z.enum(supervisionModes) });

export const supervisionContracts = {
  liveCalls: contract({
    method: 'get',
    path: '/calls/live',
    summary:
      'Calls that go on, those whose employee asks for help first: a head’s own department, everything for management',
    query: pageQuery.extend({
      show: z.enum(liveShows).default('all'),
      /** Only those they lead. */
      employeeId: recordId.optional(),
    }),
    response: pageOf(liveCallSchema).extend({
      now: z.number(),
      /** How many calls go on, and in how many of them somebody asks for help, on all pages. */
      counts: z.object({ all: z.number(), help: z.number() }),
    }),
  }),
  supervise: contract({
    method: 'post',
    path: '/calls/{callId}/supervision',
    summary:
      'Come into the conversation of another: to listen, to whisper to the employee, or to be heard by both',
    params,
    body: mode,
    response: z.object({ callId: z.string(), generation: z.number(), expiresAt: z.number() }),
  }),
  changeSupervision: contract({
    method: 'patch',
    path: '/calls/{callId}/supervision',
    summary: 'Listen, whisper or be heard by both from now on',
    params,
    body: mode,
    response,
  }),
  endSupervision: contract({
    method: 'delete',
    path: '/calls/{callId}/supervision',
    summary: 'Leave the conversation of another',
    params,
    response,
  }),
  takeLiveCallOver: contract({
    method: 'post',
    path: '/calls/{callId}/supervision/take-over',
    summary:
      'Lead the call from now on: the employee leaves the line, the call script goes on where it stands',
    params,
    response,
  }),
  askForHelp: contract({
    method: 'post',
    path: '/calls/{callId}/help',
    summary: 'Ask those who supervise the call to come into the conversation',
    params,
    body: z.object({ words: text(200).default('') }),
    response,
  }),
  withdrawHelp: contract({
    method: 'delete',
    path: '/calls/{callId}/help',
    summary: 'No help is needed any more',
    params,
    response,
  }),
};

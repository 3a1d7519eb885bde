import { cursorOf } from '@/lib/domain/paging';
import { listAppeals } from '@/lib/operations/appeals/list-appeals';
import { listCalls } from '@/lib/operations/calls/list-calls';
import type { Context } from '@/lib/operations/context';
import { findCaller } from '@/lib/operations/counterparties/find-caller';
import { listCounterparties } from '@/lib/operations/counterparties/list-counterparties';
import { listNextReactions } from '@/lib/operations/reactions/list-next-reactions';
import { listReactions } from '@/lib/operations/reactions/list-reactions';
import { grownAt } from './grown-database';

const limit = 50;

/** A database with so many calls and counterparties, and who reads it. */
export type Grown = { context: Context; rows: number };

type Read = {
  what: string;
  /** How often in a round. */
  times: number;
  read: (grown: Grown, next: () => number) => Promise<unknown[]>;
};

/** Somewhere in the older nine tenths of the calls. */
const longAgo = ({ rows }: Grown, next: () => number) =>
  cursorOf(grownAt - Math.floor((0.1 + next() * 0.8) * rows) * 20_000, '');

/** What the console reads most; each must find something. */
export const grownReads: Read[] = [
  {
    what: 'Caller lookup',
    times: 400,
    read: async ({ context, rows }, next) => {
      const phone = `+79${String(Math.floor(next() * rows)).padStart(9, '0')}`;
      return (await findCaller(context, { phone })).candidates;
    },
  },
  {
    what: 'Journal page of 50, anywhere',
    times: 150,
    read: async ({ context, rows }, next) => {
      const after = cursorOf(grownAt - Math.floor(next() * rows * 0.9) * 20_000, '');
      return (await listCalls(context, { show: 'all', after, limit })).rows;
    },
  },
  {
    what: 'Next reactions due, 50 of a department',
    times: 150,
    read: async ({ context }) =>
      (await listNextReactions(context, { scope: 'department', group: 'overdue', limit })).rows,
  },
  {
    what: 'First page of cards',
    times: 150,
    read: async ({ context }) => (await listCounterparties(context, { limit })).rows,
  },
  {
    what: 'Page of cards deep in the list',
    times: 150,
    read: async ({ context }, next) => {
      const after = cursorOf(initials[Math.floor(next() * initials.length)]!, '');
      return (await listCounterparties(context, { after, limit })).rows;
    },
  },
  {
    what: 'First page of appeals',
    times: 150,
    read: async ({ context }) => (await listAppeals(context, { state: 'all', limit })).rows,
  },
  {
    what: 'Page of appeals deep in the list',
    times: 150,
    read: async (grown, next) =>
      (await listAppeals(grown.context, { state: 'all', after: longAgo(grown, next), limit })).rows,
  },
  {
    what: 'First page of reactions',
    times: 150,
    read: async ({ context }) => (await listReactions(context, { scope: 'department', limit })).rows,
  },
  {
    what: 'Page of reactions deep in the list',
    times: 150,
    read: async (grown, next) =>
      (await listReactions(grown.context, { scope: 'department', after: longAgo(grown, next), limit })).rows,
  },
];

/** With these the names of the made cards go on, far from the first page. */
const initials = ['ли', 'ме', 'но', 'ро', 'сер', 'тех'];

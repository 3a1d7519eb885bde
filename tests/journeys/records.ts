import path from 'node:path';
import Database from 'better-sqlite3';

/** What a call left behind. */
export type Written = {
  reactions: string[];
  /** Whose turn it is next: a department, with the person when one is named. */
  nextReactions: string[];
  appeals: number;
  counterparties: number;
  leads: number;
};

export const nothingWritten: Written = {
  reactions: [],
  nextReactions: [],
  appeals: 0,
  counterparties: 0,
  leads: 0,
};

/** The rows of a running console, read beside it. */
export class Records {
  readonly #rows;

  constructor(dataDir: string) {
    this.#rows = new Database(path.join(dataDir, 'callboard.db'), { readonly: true });
  }

  close(): void {
    this.#rows.close();
  }

  all<Row = Record<string, unknown>>(sql: string, ...values: unknown[]): Row[] {
    return this.#rows.prepare(sql).all(...values) as Row[];
  }

  employee(login: string): { id: string; phone: string } {
    const found = this.all<{ id: string; phone: string }>(
      `select id, phone from employees where email like ? || '@%'`,
      login,
    );
    if (!found[0]) throw new Error(`nobody of the demo company signs in as ${login}`);
    return found[0];
  }

  /** A counterparty of the demo company that nobody calls from in the journeys. */
  counterparty(status: 'client' | 'prospect'): string {
    const sql = 'select id from counterparties where status = ? order by id limit 1';
    return this.all<{ id: string }>(sql, status)[0]!.id;
  }

  /** Calls that the console has not seen the end of. */
  openCalls(): number {
    return this.all<{ n: number }>('select count(*) n from calls where ended_at is null')[0]!.n;
  }

  callIdOf(callSid: string): string | undefined {
    return this.all<{ id: string }>('select id from calls where call_sid = ?', callSid)[0]?.id;
  }

  /** How many rows of the kinds that a call may leave there are in all. */
  totals(): Record<string, number> {
    const tables = ['counterparties', 'appeals', 'reactions', 'next_reactions', 'leads'];
    return Object.fromEntries(
      tables.map((table) => [table, this.all<{ n: number }>(`select count(*) n from ${table}`)[0]!.n]),
    );
  }

  ofCall(callId: string): Written {
    const reactions = this.all<{ type: string; route: string; appealId: string }>(
      'select type, route, appeal_id appealId from reactions where call_id = ? order by id',
      callId,
    );
    const next = this.all<{ kind: string; counterpartyId: string; email: string | null }>(
      `select d.kind, n.counterparty_id counterpartyId, e.email from next_reactions n
       join departments d on d.id = n.responsible_department_id
       left join employees e on e.id = n.responsible_employee_id
       where n.reaction_id in (select id from reactions where call_id = ?) or n.call_id = ? order by n.id`,
      callId,
      callId,
    );
    return {
      reactions: reactions.map(({ type, route }) => `${type} ${route}`),
      nextReactions: next.map(({ kind, email }) => (email ? `${kind} ${email.split('@')[0]}` : kind)).sort(),
      appeals: new Set(reactions.map(({ appealId }) => appealId)).size,
      counterparties: new Set(next.map(({ counterpartyId }) => counterpartyId)).size,
      leads: this.all('select id from leads where call_id = ?', callId).length,
    };
  }
}

import { insertAppealWords } from '@/db/appeal-words';
import type { Db } from '@/db/store';
import type { CallRoute } from '@/lib/domain/calls/route';
import { defaultAppealType, type NextReactionKind, type ReactionType } from '@/lib/domain/reactions/reaction';
import type { DemoCompany, DemoEmployee } from './company';
import type { DemoCounterparty } from './counterparties';
import { insertAll } from './insert-all';
import type { Random } from './random';
import { insertSlips } from './slips';

type Row<Table extends keyof Db['t']> = Db['t'][Table]['$inferSelect'];
export type AppealRow = Row<'appeals'>;
export type ReactionRow = Row<'reactions'>;
export type NextReactionRow = Row<'nextReactions'>;

/** Everything that happened, gathered row by row and written at the end. */
export class Chronicle {
  readonly appeals: AppealRow[] = [];
  readonly reactions: ReactionRow[] = [];
  readonly nextReactions: NextReactionRow[] = [];
  readonly changes: Row<'nextReactionChanges'>[] = [];
  readonly leads: Row<'leads'>[] = [];
  readonly leadOffers: Row<'leadOffers'>[] = [];
  readonly reviews: Row<'reactionReviews'>[] = [];

  readonly random: Random;
  readonly company: DemoCompany;
  readonly now: number;

  constructor(random: Random, company: DemoCompany, now: number) {
    this.random = random;
    this.company = company;
    this.now = now;
  }

  appeal(about: {
    counterparty: DemoCounterparty;
    topic: string;
    project: string;
    note: string;
    at: number;
    by: DemoEmployee;
  }): AppealRow {
    const row: AppealRow = {
      id: this.random.idAt(about.at),
      number: 0,
      counterpartyId: about.counterparty.id,
      topic: about.topic,
      type: defaultAppealType,
      projectId: this.company.projects.find(({ name }) => name === about.project)?.id ?? null,
      note: about.note,
      createdAt: about.at,
      createdBy: about.by.id,
      closedAt: null,
      closedBy: null,
      closeReason: null,
      version: 1,
    };
    this.appeals.push(row);
    return row;
  }

  reaction(of: {
    appeal: AppealRow;
    type: ReactionType;
    at: number;
    by: DemoEmployee;
    note: string;
    callId?: string;
    route?: CallRoute;
    /** When the act itself began; `at` is when it was written down. */
    happenedAt?: number;
  }): ReactionRow {
    const row: ReactionRow = {
      id: this.random.idAt(of.at),
      appealId: of.appeal.id,
      counterpartyId: of.appeal.counterpartyId,
      callId: of.callId ?? null,
      type: of.type,
      topic: of.appeal.topic,
      note: of.note,
      route: of.route ?? null,
      departmentId: of.by.departmentId,
      employeeId: of.by.id,
      happenedAt: of.happenedAt ?? of.at,
      createdAt: of.at,
      version: 1,
    };
    this.reactions.push(row);
    return row;
  }

  nextReaction(left: {
    appeal: AppealRow;
    reaction: ReactionRow;
    kind?: NextReactionKind;
    topic: string;
    departmentId: string;
    employeeId?: string | null;
    dueAt: number;
  }): NextReactionRow {
    const at = left.reaction.createdAt;
    const row: NextReactionRow = {
      id: this.random.idAt(at),
      kind: left.kind ?? 'act',
      appealId: left.appeal.id,
      reactionId: left.reaction.id,
      callId: left.reaction.callId,
      counterpartyId: left.appeal.counterpartyId,
      topic: left.topic,
      callerE164: null,
      responsibleDepartmentId: left.departmentId,
      responsibleEmployeeId: left.employeeId ?? null,
      startedAt: at,
      dueAt: left.dueAt,
      postponedCount: 0,
      createdAt: at,
      createdBy: left.reaction.employeeId,
      endedAt: null,
      endedBy: null,
      outcome: null,
      endReason: null,
      fulfilledByReactionId: null,
      version: 1,
    };
    this.nextReactions.push(row);
    return row;
  }

  /** A reaction by those who are responsible fulfils what an earlier one left open. */
  fulfil(next: NextReactionRow, by: ReactionRow): void {
    next.endedAt = by.happenedAt;
    next.endedBy = by.employeeId;
    next.outcome = 'fulfilled';
    next.fulfilledByReactionId = by.id;
    next.version += 1;
    this.change(next, by.happenedAt, by.employeeId, 'fulfilled', {}, {});
  }

  postpone(next: NextReactionRow, at: number, by: DemoEmployee, dueAt: number, reason: string): void {
    this.change(next, at, by.id, 'postponed', { dueAt: next.dueAt }, { dueAt }, reason);
    next.dueAt = dueAt;
    next.postponedCount += 1;
    next.version += 1;
  }

  close(appeal: AppealRow, at: number, by: DemoEmployee, reason: string): void {
    appeal.closedAt = at;
    appeal.closedBy = by.id;
    appeal.closeReason = reason;
    appeal.version += 1;
  }

  change(
    next: NextReactionRow,
    at: number,
    employeeId: string | null,
    what: Row<'nextReactionChanges'>['what'],
    from: Record<string, unknown>,
    to: Record<string, unknown>,
    reason: string | null = null,
  ): void {
    const id = this.random.idAt(at);
    this.changes.push({ id, nextReactionId: next.id, at, employeeId, what, from, to, reason });
  }

  async write(db: Db): Promise<void> {
    this.appeals.sort((one, other) => one.createdAt - other.createdAt);
    for (const [index, appeal] of this.appeals.entries()) appeal.number = index + 1;
    await insertAll(db, db.t.appeals, this.appeals);
    await insertAppealWords(db, this.appeals);
    await insertAll(db, db.t.counters, [{ name: 'appeal', value: this.appeals.length }]);
    await insertAll(db, db.t.reactions, this.reactions);
    await insertAll(db, db.t.nextReactions, this.nextReactions);
    await insertAll(db, db.t.nextReactionChanges, this.changes);
    await insertSlips(db, this);
    await insertAll(db, db.t.leads, this.leads);
    await insertAll(db, db.t.leadOffers, this.leadOffers);
    await insertAll(db, db.t.reactionReviews, this.reviews);
  }
}

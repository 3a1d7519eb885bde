import { deleteAppeal, getAppealLocked, insertAppeal, listAppealsOfCounterparties } from '@/db/appeals';
import { getCounterpartyLocked } from '@/db/counterparties';
import { nextNumber } from '@/db/counters';
import { deleteNextReactions, listNextReactionsOfAppeals } from '@/db/next-reactions';
import { hasAppealRecords } from '@/db/reactions';
import { normaliseName } from '@/lib/domain/counterparties/name';
import { instantOf, wallTimeAt } from '@/lib/domain/deadlines/time-zone';
import { keepsOut, type RowUndoing } from '@/lib/domain/imports/import-row';
import { readDay } from '@/lib/domain/imports/read-row';
import { defaultAppealType } from '@/lib/domain/reactions/reaction';
import { tell } from '@/lib/operations/context';
import { endWatch } from '@/lib/operations/reactions/watch-due';
import { tellNextReaction, writeNextReactions } from '@/lib/operations/reactions/write-next-reactions';
import { cardOf, findCards } from './find-cards';
import type { ImportWork, PlannedRow, WrittenRow } from './import-work';
import { knownBefore } from './known-before';

type PlannedAppeal = PlannedRow & {
  projectId: string | null;
  createdOn: string | null;
  closedOn: string | null;
  dueOn: string | null;
};

/** What was of an earlier day is written down as of its noon. */
const noonMinute = 12 * 60;
/** What is due on a day is due by its evening. */
const eveningMinute = 18 * 60;

/**
 * Appeals of cards that are known by INN, contract, phone or name: those closed long ago for the history of the card, and
 * open ones with the day on which the client department must act next.
 */
export const appealsWork: ImportWork<PlannedAppeal> = {
  async plan(db, rows, around, importId) {
    const found = await findCards(db, rows, around, importId);
    const planned = rows.map((row) => {
      const { values } = row;
      const { card, problems } = cardOf(row, found, ['inn', 'contract', 'phone', 'name']);
      const day = (field: 'createdOn' | 'closedOn' | 'dueOn') => {
        const read = values[field] ? readDay(values[field]) : null;
        if (values[field] && !read) problems.push({ field, problem: 'dayUnread' });
        if (read && field !== 'dueOn' && read > around.today)
          problems.push({ field, problem: 'dayInFuture' });
        if (read && field === 'dueOn' && read < around.today) problems.push({ field, problem: 'dayInPast' });
        return read;
      };
      const createdOn = day('createdOn');
      const closedOn = day('closedOn');
      const dueOn = day('dueOn');
      if (createdOn && closedOn && closedOn < createdOn) {
        problems.push({ field: 'closedOn', problem: 'dayBeforeOther' });
      }
      if (!values.closedOn && !values.dueOn)
        problems.push({ field: 'dueOn', problem: 'neitherClosedNorDue' });
      const projectId = around.projects.get(normaliseName(values.project)) ?? null;
      if (values.project && !projectId) problems.push({ field: 'project', problem: 'projectUnknown' });
      return { ...row, problems, card, projectId, createdOn, closedOn, dueOn };
    });
    const ids = [...new Set(planned.flatMap(({ card }) => card?.id ?? []))];
    const appeals = await listAppealsOfCounterparties(db, ids, 'all', ids.length * mostAppeals);
    const known = await knownBefore(db, importId, appeals);
    const keyOf = (counterpartyId: string, topic: string, day: string) =>
      [counterpartyId, topic, day].join('\n');
    const keys = new Set(
      known.map((appeal) =>
        keyOf(appeal.counterpartyId, appeal.topic, wallTimeAt(appeal.createdAt, around.timeZone).date),
      ),
    );
    return planned.map((row) => {
      if (row.problems.some(keepsOut)) return { ...row, result: 'error' };
      const isKnown = keys.has(keyOf(row.card!.id, row.values.topic, row.createdOn!));
      return { ...row, result: isKnown ? 'same' : 'create' };
    });
  },

  async write(tx, context, job, rows, { timeZone }) {
    const written: WrittenRow[] = [];
    const now = context.now();
    const noonOf = (date: string) => Math.min(now, instantOf(date, noonMinute, timeZone));
    for (const { row, card: planned, values, projectId, createdOn, closedOn, dueOn } of rows) {
      const card = await getCounterpartyLocked(tx, planned!.id);
      if (!card || card.mergedInto !== null || card.erasedAt !== null) continue;
      const id = context.newId();
      await insertAppeal(tx, {
        id,
        number: await nextNumber(tx, 'appeal'),
        counterpartyId: card.id,
        topic: values.topic,
        type: values.type || defaultAppealType,
        projectId,
        note: values.note,
        createdAt: noonOf(createdOn!),
        createdBy: job.employeeId,
        closedAt: closedOn ? noonOf(closedOn) : null,
        closedBy: closedOn ? job.employeeId : null,
        closeReason: closedOn ? values.closeReason : null,
        version: 1,
      });
      tell(tx, { noun: 'appeal', nounId: id });
      if (!closedOn) {
        const leftBy = {
          kind: 'act' as const,
          appealId: id,
          counterpartyId: card.id,
          reactionId: null,
          callId: null,
          topic: values.topic,
          createdBy: job.employeeId,
          isHistory: true,
        };
        await writeNextReactions(tx, context, leftBy, [
          {
            responsible: { kind: 'department', departmentKind: 'client' },
            dueAt: instantOf(dueOn!, eveningMinute, timeZone),
          },
        ]);
      }
      written.push({ row, nounId: id, counterpartyId: card.id, version: 1, before: null });
    }
    return written;
  },

  async undo(tx, context, _job, rows) {
    const became = new Map<number, RowUndoing>();
    for (const { row, nounId, version } of rows) {
      const appeal = await getAppealLocked(tx, nounId!);
      const next = appeal ? await listNextReactionsOfAppeals(tx, [appeal.id], 'all') : [];
      if (appeal && (appeal.version !== version || next.some((one) => one.version !== 1))) {
        became.set(row, 'changed');
      } else if (appeal && (await hasAppealRecords(tx, appeal.id))) {
        became.set(row, 'inUse');
      } else {
        for (const one of next) {
          await endWatch(tx, context, one.id);
          tellNextReaction(tx, one);
        }
        await deleteNextReactions(
          tx,
          next.map(({ id }) => id),
        );
        if (appeal) {
          await deleteAppeal(tx, appeal.id);
          tell(tx, { noun: 'counterparty', nounId: appeal.counterpartyId });
        }
        became.set(row, 'undone');
      }
    }
    return became;
  },
};

/** So many appeals of a card are looked at for one that is on record already. */
const mostAppeals = 50;

import { type AppealTally, sumAppeals } from '@/db/reports/appeals';
import { sumConversations } from '@/db/reports/conversations';
import { sumDue } from '@/db/reports/due-reactions';
import { countHandled } from '@/db/reports/handled-calls';
import { sumLeads } from '@/db/reports/leads';
import { sumMissed } from '@/db/reports/missed-callers';
import type { Db } from '@/db/store';
import type { Period } from '@/lib/domain/reports/period';
import {
  abandonment,
  averageAnswerMs,
  averageHandlingMs,
  occupancy,
  type Reckoned,
  serviceLevel,
} from '@/lib/domain/reports/queue-figures';
import type { ReportSettings } from '@/lib/domain/reports/report-settings';
import {
  type Figure,
  type FigureKey,
  figureKeys,
  type ReportQuery,
} from '@/lib/domain/reports/reports.contract';
import {
  adherence,
  calledBackInTime,
  firstContact,
  leadsInMinute,
  overdue,
} from '@/lib/domain/reports/work-figures';
import type { Context } from '@/lib/operations/context';
import { addNumbers, inParts, partDays, sumsOf } from './in-parts';
import { type ReportScope, reportScope } from './report-scope';
import { queueOf, sumHours } from './sum-hours';
import { sumWork } from './sum-work';

/**
 * The figures of a period, each with what it was reckoned of and, when asked, the same of the period compared with. What has no
 * meaning for what was asked is null, with the reason.
 * @throws Refusal `forbidden`, `notFound`
 */
export async function readFigures(context: Context, query: ReportQuery) {
  const scope = await reportScope(context, query);
  const now = await figuresOf(context.read, scope, scope.period);
  const before = scope.compared && (await figuresOf(context.read, scope, scope.compared));
  const figures = figureKeys.map((key): Figure => {
    const { unit, target, rows } = shapes[key];
    return {
      key,
      unit,
      ...now[key],
      notReckonedFor: scope.notReckoned(key),
      before: before?.[key].value ?? null,
      target: target(scope.settings),
      rows,
    };
  });
  return { ...scope.head, settings: scope.settings, figures };
}

type Shape = Pick<Figure, 'unit' | 'rows'> & { target: (settings: ReportSettings) => Figure['target'] };

const none = () => null;
const shapes: Record<FigureKey, Shape> = {
  serviceLevel: {
    unit: 'share',
    target: ({ serviceLevelTarget }) => ({ value: serviceLevelTarget / 100, is: 'atLeast' }),
    rows: { list: 'calls', figure: 'inTime' },
  },
  averageAnswer: { unit: 'ms', target: none, rows: { list: 'calls', figure: 'answered' } },
  abandonment: {
    unit: 'share',
    target: ({ abandonmentTarget }) => ({ value: abandonmentTarget / 100, is: 'atMost' }),
    rows: { list: 'calls', figure: 'lost' },
  },
  averageHandling: { unit: 'ms', target: none, rows: { list: 'calls', figure: 'handled' } },
  firstContact: { unit: 'share', target: none, rows: { list: 'appeals', figure: 'repeated' } },
  occupancy: { unit: 'share', target: none, rows: { list: 'people' } },
  calledBack: { unit: 'share', target: none, rows: { list: 'missed', figure: 'missed' } },
  leadsInMinute: {
    unit: 'share',
    target: ({ leadTarget }) => ({ value: leadTarget / 100, is: 'atLeast' }),
    rows: { list: 'leads', figure: 'routed' },
  },
  overdue: { unit: 'share', target: none, rows: { list: 'reactions', figure: 'overdue' } },
  adherence: { unit: 'share', target: none, rows: { list: 'calls', figure: 'talkedByScript' } },
};

const notReckoned: Reckoned = { value: null, of: 0 };

async function figuresOf(db: Db, scope: ReportScope, period: Period): Promise<Record<FigureKey, Reckoned>> {
  const { settings } = scope;
  const { now } = scope.head;
  const queue = queueOf(await sumHours(db, scope, period));
  const work = sumsOf(await sumWork(db, scope, period), ['onLineMs', 'afterCallMs', 'contactMs', 'idleMs']);
  const handled = await inParts(period, partDays, async (part) => [
    await countHandled(db, scope.measured(part)),
  ]);
  const talks = await inParts(period, partDays, async (part) => [
    await sumConversations(db, scope.measured(part)),
  ]);
  const appeals = await inParts(
    period,
    partDays,
    async (part): Promise<AppealTally[]> => [
      await sumAppeals(db, scope.work(part), { repeatDays: settings.repeatDays, now }),
    ],
  );
  const missed = await inParts(period, partDays, async (part) => [
    await sumMissed(db, scope.work(part), settings.callBackMinutes),
  ]);
  const due = await inParts(period, partDays, (part) => sumDue(db, scope.work(part), now));
  const leads = await inParts(period, partDays, (part) => sumLeads(db, scope.salesIds, scope.work(part)));
  const reckoned: Record<FigureKey, Reckoned> = {
    serviceLevel: serviceLevel(queue, settings),
    averageAnswer: averageAnswerMs(queue),
    abandonment: abandonment(queue),
    averageHandling: averageHandlingMs({
      onLineMs: work.onLineMs,
      afterCallMs: work.afterCallMs,
      handled: handled.reduce((sum, calls) => sum + calls, 0),
    }),
    firstContact: firstContact(appeals.reduce(addNumbers)),
    occupancy: occupancy(work),
    calledBack: calledBackInTime(missed.reduce(addNumbers)),
    leadsInMinute: leadsInMinute(sumsOf(leads, ['routed', 'inMinute'])),
    overdue: overdue(sumsOf(due, ['due', 'overdue'])),
    adherence: adherence(talks.reduce(addNumbers)),
  };
  for (const key of figureKeys) if (scope.notReckoned(key)) reckoned[key] = notReckoned;
  return reckoned;
}

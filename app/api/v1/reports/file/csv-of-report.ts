import { formulaText } from '@/components/reports/formula-text';
import { localizedName } from '@/lib/domain/localized-name';
import { formatPhone } from '@/lib/domain/phones/format-phone';
import { callEndOf } from '@/lib/domain/reports/calls-part';
import { occupancy } from '@/lib/domain/reports/queue-figures';
import type { Locale } from '@/lib/i18n/locale';
import { getFormatter, getTranslator } from '@/lib/i18n/translator';
import type { CsvCell } from '@/lib/operations/exports/csv-lines';
import type { ExportedReport } from '@/lib/operations/reports/export-report';
import { writeCsv } from '@/lib/operations/reports/write-csv';

/** A report as text for spreadsheets, its heads and words in one language; phones stand without their plus. */
export function csvOfReport(report: ExportedReport, language: Locale): string {
  return writeCsv(tableOf(report, language), language);
}

const plainName = (person: { name: string } | null) => person?.name.replaceAll('\u00A0', ' ') ?? '';
const seconds = (ms: number | null) => (ms === null ? null : Math.round(ms / 1000));
const percent = (share: number | null) => (share === null ? null : share * 100);

function tableOf(report: ExportedReport, language: Locale): CsvCell[][] {
  const t = getTranslator(language);
  const format = getFormatter(language, report.timeZone);
  const at = (time: number | null) =>
    time === null ? null : format.dateTime(time, 'dateTime').replaceAll('\u00A0', ' ');
  const stepName = (step: string) => {
    const key = `callScripts.steps.${step}`;
    return (t.has as (key: string) => boolean)(key) ? (t as unknown as (key: string) => string)(key) : step;
  };
  const phone = (text: string | null) => text?.replace(/^\+/, '').replaceAll('\u00A0', ' ') ?? '';
  switch (report.what) {
    case 'figures':
      return [
        [
          t('reports.csv.figure'),
          t('reports.csv.value'),
          t('reports.csv.before'),
          t('reports.csv.unit'),
          t('reports.csv.of'),
          t('reports.csv.target'),
          t('reports.csv.formula'),
        ],
        ...report.rows.map(({ key, unit, value, before, of, target }): CsvCell[] => {
          const inUnit = (number: number | null) => (unit === 'share' ? percent(number) : seconds(number));
          return [
            t(`reports.figures.${key}`),
            inUnit(value),
            inUnit(before),
            t(unit === 'share' ? 'reports.csv.percent' : 'reports.csv.seconds'),
            key === 'occupancy' ? seconds(of) : of,
            target === null ? null : inUnit(target.value),
            formulaText(t as Parameters<typeof formulaText>[0], key, report.settings),
          ];
        }),
      ];
    case 'hours':
      return [
        [
          t('reports.csv.day'),
          t('reports.csv.hour'),
          t('reports.calls.columns.queued'),
          t('reports.calls.columns.answered'),
          t('reports.calls.columns.inTime'),
          t('reports.calls.columns.lost'),
          t('reports.calls.columns.lostShort'),
          `${t('reports.calls.columns.wait')}, ${t('reports.csv.seconds')}`,
          t('reports.calls.columns.closedHours'),
          t('reports.calls.columns.blocked'),
        ],
        ...report.rows.map((row): CsvCell[] => [
          row.day,
          row.hour,
          row.queued,
          row.answered,
          row.inTime,
          row.queued - row.answered,
          row.lostShort,
          row.answered === 0 ? null : row.answeredWaitMs / row.answered / 1000,
          row.closedHours,
          row.blocked,
        ]),
      ];
    case 'people':
      return [
        [
          t('reports.people.columns.employee'),
          t('reports.people.columns.department'),
          t('reports.people.columns.handled'),
          ...(['onLine', 'afterCall', 'idle'] as const).map(
            (name) => `${t(`reports.people.columns.${name}`)}, ${t('reports.csv.seconds')}`,
          ),
          `${t('reports.people.columns.occupancy')}, %`,
          t('reports.people.columns.offered'),
          t('reports.people.columns.notAnswered'),
        ],
        ...report.rows.map((row): CsvCell[] => [
          row.employee.name.replaceAll('\u00A0', ' '),
          localizedName(row.department, language),
          row.handled,
          seconds(row.onLineMs),
          seconds(row.afterCallMs),
          seconds(row.idleMs),
          percent(occupancy({ contactMs: row.contactMs ?? 0, idleMs: row.idleMs ?? 0 }).value),
          row.offered,
          row.notAnswered,
        ]),
      ];
    case 'calls':
      return [
        [
          t('calls.columns.arrived'),
          t('calls.columns.caller'),
          t('calls.columns.number'),
          t('reports.filters.line'),
          t('calls.columns.route'),
          t('calls.columns.led'),
          `${t('calls.columns.wait')}, ${t('reports.csv.seconds')}`,
          `${t('calls.columns.talk')}, ${t('reports.csv.seconds')}`,
          t('calls.columns.outcome'),
        ],
        ...report.rows.map((row): CsvCell[] => [
          at(row.arrivedAt),
          row.counterparty?.name ?? row.cardsOfNumber[0]?.name ?? '',
          phone(row.caller.display),
          row.line ?? phone(row.calledNumber),
          row.route ? t(`callScripts.routes.${row.route}`) : '',
          row.owner?.name.replaceAll('\u00A0', ' ') ?? '',
          seconds(row.waitMs),
          seconds(row.talkMs),
          row.outcome ? t(`calls.outcomes.${row.outcome}`) : '',
        ]),
      ];
    case 'ways':
      return [
        [
          t('reports.ways.columns.line'),
          t('reports.ways.columns.route'),
          t('reports.ways.columns.department'),
          t('reports.ways.columns.end'),
          t('reports.ways.columns.calls'),
        ],
        ...report.rows.map((row): CsvCell[] => {
          const end = callEndOf(row);
          return [
            row.line ?? phone(row.calledNumber),
            row.route ? t(`callScripts.routes.${row.route}`) : '',
            row.department ? localizedName(row.department, language) : '',
            end === 'taken' || end === 'notTaken' ? t(`reports.ways.${end}`) : t(`calls.outcomes.${end}`),
            row.calls,
          ];
        }),
      ];
    case 'reactions':
      return [
        [
          t('reports.reactions.columns.employee'),
          t('reports.reactions.columns.department'),
          t('reports.reactions.columns.due'),
          t('reports.reactions.columns.inTime'),
          t('reports.reactions.columns.overdue'),
          t('reports.reactions.columns.postponed'),
        ],
        ...report.rows.map((row): CsvCell[] => [
          plainName(row.employee),
          localizedName(row.department, language),
          row.due,
          row.inTime,
          row.overdue,
          row.postponed,
        ]),
      ];
    case 'leads':
      return [
        [
          t('reports.leads.columns.acceptedBy'),
          t('reports.reactions.columns.department'),
          t('reports.leads.columns.routed'),
          t('reports.leads.columns.inMinute'),
          t('reports.leads.columns.late'),
          t('reports.leads.columns.escalated'),
          t('reports.leads.columns.waiting'),
        ],
        ...report.rows.map((row): CsvCell[] => [
          plainName(row.acceptedBy),
          localizedName(row.department, language),
          row.routed,
          row.inMinute,
          row.late,
          row.escalated,
          row.waiting,
        ]),
      ];
    case 'steps':
      return [
        [
          t('reports.script.columns.step'),
          t('reports.script.columns.calls'),
          t('reports.script.columns.stays'),
          t('reports.script.columns.seconds'),
          t('reports.script.columns.brokenOff'),
        ],
        ...report.rows.map((row): CsvCell[] => [
          stepName(row.step),
          row.calls,
          row.stays,
          row.medianSeconds,
          row.brokenOff,
        ]),
      ];
    case 'complaints':
      return [
        [
          t('reports.complaints.columns.department'),
          t('reports.complaints.columns.made'),
          t('reports.complaints.columns.received'),
          t('reports.complaints.columns.inWork'),
          t('reports.complaints.columns.answered'),
          t('reports.complaints.columns.closed'),
          t('reports.complaints.columns.overdue'),
          `${t('reports.complaints.columns.answerTime')}, ${t('reports.csv.seconds')}`,
        ],
        ...report.rows.map((row): CsvCell[] => [
          localizedName(row.department, language),
          row.made,
          row.received,
          row.inWork,
          row.answered,
          row.closed,
          row.overdue,
          row.everAnswered === 0 ? null : seconds(row.answerMs / row.everAnswered),
        ]),
      ];
    case 'missed':
      return [
        [
          t('reports.csv.missedAt'),
          t('reports.csv.caller'),
          t('reports.csv.card'),
          t('reports.csv.due'),
          t('reports.csv.responsible'),
          t('reports.csv.settledAt'),
          t('reports.csv.outcome'),
        ],
        ...report.rows.map((row): CsvCell[] => [
          at(row.startedAt),
          phone(row.callerE164 && formatPhone({ e164: row.callerE164 }, { codeLengthOf: () => null })),
          row.counterparty?.name ?? '',
          at(row.dueAt),
          row.employee?.name.replaceAll('\u00A0', ' ') ?? localizedName(row.department, language),
          at(row.endedAt),
          row.outcome ? t(`reports.csv.settled.${row.outcome}`) : '',
        ]),
      ];
  }
}

import { formulaText } from '@/components/reports/formula-text';
import { localizedName } from '@/lib/domain/localized-name';
import { formatPhone } from '@/lib/domain/phones/format-phone';
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

const seconds = (ms: number | null) => (ms === null ? null : Math.round(ms / 1000));
const percent = (share: number | null) => (share === null ? null : share * 100);

function tableOf(report: ExportedReport, language: Locale): CsvCell[][] {
  const t = getTranslator(language);
  const format = getFormatter(language, report.timeZone);
  const at = (time: number | null) =>
    time === null ? null : format.dateTime(time, 'dateTime').replaceAll('\u00A0', ' ');
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

import type { ReportSettings } from '@/lib/domain/reports/report-settings';
import type { FigureKey } from '@/lib/domain/reports/reports.contract';

type Say = (key: `reports.formulas.${string}`, values: Record<string, number>) => string;

/** The formula of a figure in words, with the settings it is reckoned by. `say` takes whole message keys. */
export function formulaText(say: Say, key: FigureKey, settings: ReportSettings): string {
  switch (key) {
    case 'serviceLevel':
      return say(`reports.formulas.serviceLevel.${settings.serviceLevelFormula}`, {
        seconds: settings.answerSeconds,
      });
    case 'abandonment':
      return say('reports.formulas.abandonment', { seconds: settings.shortSeconds });
    case 'firstContact':
      return say('reports.formulas.firstContact', { days: settings.repeatDays });
    case 'calledBack':
      return say('reports.formulas.calledBack', { minutes: settings.callBackMinutes });
    default:
      return say(`reports.formulas.${key}`, {});
  }
}

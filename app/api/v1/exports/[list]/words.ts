import { mostExportedRows } from '@/lib/domain/exports/exports.contract';
import { localizedName } from '@/lib/domain/localized-name';
import type { DepartmentName } from '@/lib/domain/reactions/reaction-views';
import type { Locale } from '@/lib/i18n/locale';
import { getFormatter, getTranslator } from '@/lib/i18n/translator';

/** What the cells of a file are written with: in one language, by the clock of one time zone. */
export function wordsFor(language: Locale, timeZone: string) {
  const t = getTranslator(language);
  const format = getFormatter(language, timeZone);
  const plain = (text: string) => text.replaceAll('\u00A0', ' ');
  const name = (person: { name: string | null } | null | undefined) => plain(person?.name ?? '');
  const department = (of: DepartmentName) => localizedName(of, language);
  return {
    t,
    at: (time: number | null) => (time === null ? null : plain(format.dateTime(time, 'dateTime'))),
    seconds: (ms: number | null) => (ms === null ? null : Math.round(ms / 1000)),
    /** Without its plus, for which spreadsheets would want an apostrophe before it. */
    phone: (text: string | null) => plain(text ?? '').replace(/^\+/, ''),
    name,
    department,
    responsible: (of: { employee: { name: string } | null; department: DepartmentName }) =>
      of.employee ? name(of.employee) : department(of.department),
    yesNo: (is: boolean) => t(is ? 'common.yes' : 'common.no'),
    /** The last line of a file that could not hold all. */
    cutNotice: () => t('exports.cut', { rows: format.number(mostExportedRows) }),
    names: (of: readonly { name: string }[]) => of.map(name).join(', '),
    language,
  };
}
export type Words = ReturnType<typeof wordsFor>;

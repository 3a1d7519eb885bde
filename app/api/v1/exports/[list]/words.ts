import { localizedName } from '@/lib/domain/localized-name';
import type { CodeLengthOf } from '@/lib/domain/phones/area-code-lengths';
import { formatPhone } from '@/lib/domain/phones/format-phone';
import type { DepartmentName } from '@/lib/domain/reactions/reaction-views';
import type { Locale } from '@/lib/i18n/locale';
import { getFormatter, getTranslator } from '@/lib/i18n/translator';

/** What the cells of a file are written with: in one language, by the clock of one time zone. */
export function wordsFor(language: Locale, timeZone: string, codeLengthOf: CodeLengthOf) {
  const t = getTranslator(language);
  const format = getFormatter(language, timeZone);
  const plain = (text: string) => text.replaceAll('\u00A0', ' ');
  const name = (person: { name: string | null } | null | undefined) => plain(person?.name ?? '');
  /** Without its plus, for which spreadsheets would want an apostrophe before it. */
  const phone = (text: string | null) => plain(text ?? '').replace(/^\+/, '');
  const department = (of: DepartmentName) => localizedName(of, language);
  return {
    t,
    at: (time: number | null) => (time === null ? null : plain(format.dateTime(time, 'dateTime'))),
    /** A day of the calendar (`YYYY-MM-DD`), whatever the time zone. */
    day: (date: string | null) =>
      date === null
        ? null
        : plain(format.dateTime(Date.parse(`${date}T00:00:00Z`), 'date', { timeZone: 'UTC' })),
    seconds: (ms: number | null) => (ms === null ? null : Math.round(ms / 1000)),
    phone,
    /** A number as it is read aloud. */
    number: (of: { e164: string | null; raw: string | null; extension?: string | null }) =>
      phone(
        of.e164
          ? formatPhone({ e164: of.e164, extension: of.extension }, { locale: language, codeLengthOf })
          : of.raw,
      ),
    name,
    department,
    responsible: (of: { employee: { name: string } | null; department: DepartmentName }) =>
      of.employee ? name(of.employee) : department(of.department),
    yesNo: (is: boolean) => t(is ? 'common.yes' : 'common.no'),
    /** The last line of a file that could not hold all. */
    cutNotice: (rowCount: number) => t('exports.cut', { rows: format.number(rowCount) }),
    names: (of: readonly { name: string }[]) => of.map(name).join(', '),
    language,
  };
}
export type Words = ReturnType<typeof wordsFor>;

import { htmlPage } from '@/app/html-page';
import { htmlText } from '@/app/html-text';
import { heldKinds, kindOfTable } from '@/lib/domain/personal-data/held-kind';
import type { Locale } from '@/lib/i18n/locale';
import { MESSAGES } from '@/lib/i18n/messages';
import { getFormatter, getTranslator } from '@/lib/i18n/translator';
import type { PersonalData } from '@/lib/operations/personal-data/export-personal-data';

/** What is held of a person, to be read by them: kind by kind, without our own ids. */
export function heldPage(
  data: PersonalData,
  { language, timeZone }: { language: Locale; timeZone: string },
): string {
  const t = getTranslator(language);
  const format = getFormatter(language, timeZone);
  const names: Record<string, string> = MESSAGES[language].personalData.columns;
  const at = (time: number) => format.dateTime(time, 'dateTime');
  const textOf = (name: string, value: unknown) =>
    name === 'at' || name.endsWith('At')
      ? at(Number(value))
      : typeof value === 'string'
        ? value
        : JSON.stringify(value);
  const list = (row: Record<string, unknown>) => {
    const told = Object.entries(row).filter(
      ([name, value]) => name in names && value !== null && value !== '',
    );
    return told.length === 0
      ? ''
      : `<dl>${told.map(([name, value]) => `<dt>${htmlText(names[name]!)}</dt><dd>${htmlText(textOf(name, value))}</dd>`).join('')}</dl>`;
  };
  const sections = heldKinds.flatMap((kind) => {
    const lists = data.tables.flatMap(({ table, rows }) =>
      kindOfTable(table) === kind ? rows.map(list).filter(Boolean) : [],
    );
    return lists.length === 0
      ? []
      : [`<h2>${htmlText(t(`personalData.kinds.${kind}`))}</h2>${lists.join('\n')}`];
  });
  const files = [...data.recordings, ...data.attachments].map(({ name }) => `<li>${htmlText(name)}</li>`);
  const body = [
    `<h1>${htmlText(t('personalData.export.pageTitle'))}</h1>`,
    `<p>${htmlText(t('personalData.export.of', { name: data.name }))}<br>${htmlText(t('personalData.export.made', { at: at(data.at) }))}</p>`,
    ...(sections.length > 0 ? sections : [`<p>${htmlText(t('personalData.export.nothing'))}</p>`]),
    ...(files.length > 0
      ? [`<h2>${htmlText(t('personalData.export.files'))}</h2><ul>${files.join('')}</ul>`]
      : []),
  ];
  return htmlPage(language, t('personalData.export.pageTitle'), body.join('\n'));
}

import { htmlPage } from '@/app/html-page';
import { htmlText } from '@/app/html-text';
import type { Locale } from '@/lib/i18n/locale';
import { getFormatter, getTranslator } from '@/lib/i18n/translator';
import type { getAct } from '@/lib/operations/personal-data/get-act';

type Act = Awaited<ReturnType<typeof getAct>>;

/**
 * The act of destruction with the extract of the log, to be printed and signed. Of whom it is, is not held any more: the
 * screen that began the erasure puts the name and the code in place of what is marked for them, or a person does by hand.
 */
export function actPage(
  { erasure, entries, isPostgres }: Act,
  { language, timeZone }: { language: Locale; timeZone: string },
): string {
  const t = getTranslator(language);
  const format = getFormatter(language, timeZone);
  const at = (time: number | null) => (time === null ? '' : format.dateTime(time, 'dateTime'));
  const day = (text: string) => format.dateTime(new Date(`${text}T12:00:00Z`), 'date');
  const row = (name: string, value: string, mark = '') =>
    `<dt>${htmlText(name)}</dt><dd${mark}>${htmlText(value)}</dd>`;
  const title = t('personalData.act.title');
  const facts = [
    row(
      t('personalData.act.subject'),
      t('personalData.act.toFillIn', { request: erasure.requestNumber }),
      ' data-subject=""',
    ),
    row(
      t('personalData.act.request'),
      t('personalData.act.requestValue', { number: erasure.requestNumber, date: day(erasure.requestedOn) }),
    ),
    row(t('personalData.act.legalBasis'), erasure.legalBasis),
    row(t('personalData.act.reason'), erasure.reason),
    row(t('personalData.act.system'), 'Callboard'),
    row(
      t('personalData.act.way'),
      t(isPostgres ? 'personalData.act.wayPostgres' : 'personalData.act.wayValue'),
    ),
    row(t('personalData.act.begun'), at(erasure.createdAt)),
    row(t('personalData.act.finished'), at(erasure.finishedAt)),
    row(t('personalData.act.who'), erasure.employee.name),
    row(t('personalData.act.code'), '________________', ' data-code=""'),
    row(t('personalData.act.digest'), `${erasure.digest} — ${t('personalData.act.codeHint')}`),
  ];
  const counts = erasure.counts.map(
    ({ kind, count }) =>
      `<tr><td>${htmlText(t(`personalData.kinds.${kind}`))}</td><td>${format.number(count)}</td></tr>`,
  );
  const log = entries.map(({ at: time, what, kind, count }) => {
    const words =
      what === 'rowsErased'
        ? t('personalData.entries.rowsErased', { kind: kind ? t(`personalData.kinds.${kind}`) : '' })
        : t(`personalData.entries.${what}`);
    const isCounted = count > 0 || what === 'filesSearched';
    return `<tr><td>${htmlText(format.dateTime(time, 'dateTime'))}</td><td>${htmlText(words)}</td><td>${isCounted ? format.number(count) : ''}</td></tr>`;
  });
  const body = [
    `<h1>${htmlText(title)}</h1>`,
    `<p>${htmlText(t('personalData.act.number', { number: String(erasure.number), date: format.dateTime(erasure.finishedAt ?? erasure.createdAt, 'date') }))}</p>`,
    `<dl>${facts.join('')}</dl>`,
    `<h2>${htmlText(t('personalData.act.what'))}</h2>`,
    counts.length === 0
      ? `<p>${htmlText(t('personalData.act.nothing'))}</p>`
      : `<table><thead><tr><th>${htmlText(t('personalData.act.kind'))}</th><th>${htmlText(t('personalData.act.count'))}</th></tr></thead><tbody>${counts.join('')}</tbody></table>`,
    `<p>${htmlText(t('personalData.act.provider'))}</p>`,
    `<h2>${htmlText(t('personalData.act.log'))}</h2>`,
    `<table><tbody>${log.join('')}</tbody></table>`,
    `<p style="margin-top:3rem">${htmlText(t('personalData.act.signature'))}: ____________________</p>`,
  ];
  return htmlPage(
    language,
    `${title} ${t('common.numbered', { number: String(erasure.number) })}`,
    body.join('\n'),
  );
}

import type { FolderStepView, FolderView } from '@/lib/domain/folders/folder-views';
import { type FolderStep, folderSteps } from '@/lib/domain/folders/step';
import { written } from '@/lib/operations/documents/facts-of-folder';
import { wordsOfTitlePage } from './correct-title-page';

/** What stands below the title page: copies, note, corrections, deviations and the files that are attached. */
export function linesOfTitlePage(
  { contractCopies, invoiceCopies, note, corrections, deviations }: FolderView,
  { files, timeZone }: { files: readonly string[]; timeZone: string },
): string[] {
  return [
    `Экземпляров договора: ${contractCopies}`,
    `Экземпляров счёта: ${invoiceCopies}`,
    ...(note ? [`Примечание: ${note}`] : []),
    ...listed(
      'Исправления титульного листа:',
      corrections.flatMap(({ at, by, fields }) =>
        fields.map(
          ({ name, from, to }) =>
            `${wordsOfTitlePage[name]}: ${from || '—'} → ${to || '—'} (${signed(by, at, timeZone)})`,
        ),
      ),
    ),
    ...listed(
      'Отклонения:',
      deviations.map(({ text, reportedBy, settledAt, settlement }) =>
        [
          `${text} (${reportedBy?.name ?? '—'})`,
          settledAt === null ? 'не исправлено' : `исправлено: ${settlement}`,
        ].join(' — '),
      ),
    ),
    ...listed('Приложенные файлы:', files),
  ];
}

/** A step with its signature, and below it every signature that was taken back, with the reason. */
export function linesOfStep(
  view: FolderView,
  step: FolderStep,
  { words, timeZone }: { words: string; timeZone: string },
): string[] {
  const number = folderSteps.indexOf(step) + 1;
  const found = view.steps.find((one) => one.step === step)!;
  return [
    `${number}. ${words}: ${stateWords(found, timeZone)}`,
    ...found.reopened.map(
      ({ signedAs, signedFor, signedAt, reopenedBy, reopenedAt, reason }) =>
        `— подпись ${signedAs}${inPlaceOf(signedFor)}, ${moment(signedAt, timeZone)}, снята (${signed(reopenedBy, reopenedAt, timeZone)}): ${reason}`,
    ),
  ];
}

/** The way of the parcel, from the order to the delivery; nothing of a folder without one (ON-0). */
export function linesOfParcel(view: FolderView, timeZone: string): string[] {
  const { hasParts, courier, keyConfirmed, deliveryOn, collectedAt, deliveredAt } = view;
  if (!hasParts) return [];
  const ordered = courier
    ? [
        [courier.name, courier.prefix, courier.phone].filter(Boolean).join(', '),
        `забор ${written(courier.pickupOn)}`,
        `дней в пути: ${courier.days}`,
        `заказ записан: ${signed(courier.orderedBy, courier.orderedAt, timeZone)}`,
      ].join('; ')
    : '—';
  return listed('Посылка:', [
    `Заказ курьеру: ${ordered}`,
    `Ключ и диск выданы: ${keyConfirmed ? signed(keyConfirmed.by, keyConfirmed.at, timeZone) : '—'}`,
    `Назначенный день доставки: ${deliveryOn ? written(deliveryOn) : '—'}`,
    `Курьер забрал посылку: ${collectedAt === null ? '—' : moment(collectedAt, timeZone)}`,
    `Доставка подтверждена: ${deliveredAt === null ? '—' : moment(deliveredAt, timeZone)}`,
  ]);
}

const listed = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : ['', title, ...lines]);

function stateWords({ isRequired, signature }: FolderStepView, timeZone: string): string {
  if (!isRequired) return 'не требуется';
  if (!signature) return '____________________';
  const { signedAs, signedFor, signedAt, hash, isIntact } = signature;
  const warning = isIntact ? '' : ' — подписанное изменили';
  return `${signedAs}${inPlaceOf(signedFor)}, ${moment(signedAt, timeZone)}, ${hash.slice(0, 16)}${warning}`;
}

/** CS-9 */
const inPlaceOf = (absent: { name: string } | null) =>
  absent ? ` (за отсутствующего сотрудника: ${absent.name})` : '';

const signed = (by: { name: string } | null, at: number, timeZone: string) =>
  `${by?.name ?? '—'}, ${moment(at, timeZone)}`;

const moment = (at: number, timeZone: string) =>
  new Intl.DateTimeFormat('ru-RU', { dateStyle: 'short', timeStyle: 'short', timeZone }).format(at);

import { type CardFieldKind, checkedValue, readOwnValue } from '@/lib/domain/counterparties/own-field';
import { readDay } from './read-row';

const yes = /^(да|есть|истина|yes|true|x|х|v|\+|1|✓)$/;
const no = /^(нет|ложь|no|false|-|—|0)$/;

/**
 * What a cell says of an own field of the card, as the card keeps it: days and marks as spreadsheets write them, a choice in
 * whatever case; empty for nothing, null for what is not of its kind.
 */
export function readOwnCell(
  field: { kind: CardFieldKind; choices: readonly string[] },
  cell: string,
): string | null {
  const typed = cell.trim();
  const plain = typed.toLocaleLowerCase('ru');
  if (field.kind === 'checkbox') return yes.test(plain) ? checkedValue : no.test(plain) || !plain ? '' : null;
  if (field.kind === 'date' && typed) return readDay(typed);
  const chosen = field.choices.find((choice) => choice.toLocaleLowerCase('ru') === plain);
  const read = readOwnValue(field, field.kind === 'choice' ? (chosen ?? typed) : typed);
  return 'value' in read ? read.value : null;
}

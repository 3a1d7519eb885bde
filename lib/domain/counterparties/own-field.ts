export const cardFieldKinds = ['text', 'number', 'date', 'choice', 'checkbox'] as const;
/** What an own field of the card takes. */
export type CardFieldKind = (typeof cardFieldKinds)[number];

export const ownFieldLimits = { name: 60, value: 1000, choice: 100, choices: 50 } as const;
export const checkedValue = 'yes';

/** How the history of a card names an own field. */
export const ownFieldKey = (fieldId: string) => `own_${fieldId}` as const;
/** Null for a field that every card has. */
export const fieldIdOfKey = (key: string) => (key.startsWith('own_') ? key.slice('own_'.length) : null);

/** The value as it is kept, empty for none; or why it is refused. */
export function readOwnValue(
  field: { kind: CardFieldKind; choices: readonly string[] },
  typed: string,
): { value: string } | { problem: string } {
  const value = typed.trim();
  if (value === '') return { value };
  switch (field.kind) {
    case 'text':
      return { value };
    case 'number': {
      const number = value.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
      return /^-?\d{1,15}(\.\d{1,6})?$/.test(number) ? { value: number } : { problem: 'notANumber' };
    }
    case 'date': {
      const at = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
      const isDay = !Number.isNaN(at) && new Date(at).toISOString().startsWith(value);
      return isDay ? { value } : { problem: 'notADay' };
    }
    case 'choice':
      return field.choices.includes(value) ? { value } : { problem: 'notAChoice' };
    case 'checkbox':
      return value === checkedValue ? { value } : { problem: 'notAChoice' };
  }
}

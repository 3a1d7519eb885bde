const ordinals = [
  'первый',
  'второй',
  'третий',
  'четвёртый',
  'пятый',
  'шестой',
  'седьмой',
  'восьмой',
  'девятый',
  'десятый',
];

/** A caller's place in the queue as it is said to them; 1 is the next to be answered. */
export function positionWords(position: number): string {
  const ordinal = ordinals[position - 1];
  return ordinal ? `Вы ${ordinal} в очереди.` : `Ваш номер в очереди: ${position}.`;
}

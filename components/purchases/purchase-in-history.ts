type Words = { sum: (kopecks: number) => string; day: (day: string) => string };

/** A purchase as the history of its card keeps it, with its days and its sum as the screen says them. */
export function purchaseInHistory(text: string, { sum, day }: Words): string {
  return text
    .replace(/^\d{4}-\d{2}-\d{2}(?=, )/, day)
    .replace(/, (\d+)(?:[.,](\d{2}))? ₽/, (_, roubles: string, kopecks = '0') => {
      return `, ${sum(Number(roubles) * 100 + Number(kopecks))}`;
    })
    .replace(/, ✓ (\d{4}-\d{2}-\d{2})/, (_, paidOn: string) => `, ✓ ${day(paidOn)}`);
}

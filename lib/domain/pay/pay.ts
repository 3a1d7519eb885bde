import { companyTimeZone, instantOf } from '@/lib/domain/deadlines/time-zone';

/** `YYYY-MM`. */
export type Month = string;

/** A rate as it is valid from a month on, until the next one of the same person begins. */
export type PayRate = {
  validFrom: Month;
  salaryKopecks: number;
  /** Hundredths of a percent: 250 is 2.5 %. */
  percentHundredths: number;
};

/** Of this century: whatever else is typed is a slip of the hand. */
export const isMonth = (text: string) => /^20\d{2}-(0[1-9]|1[0-2])$/.test(text);

/** `date` is `YYYY-MM-DD`. */
export const monthOf = (date: string): Month => date.slice(0, 7);

/** So many months later, or earlier when negative. */
export function addMonths(month: Month, months: number): Month {
  const [year, of] = month.split('-').map(Number) as [number, number];
  const count = year * 12 + of - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** When the month begins and ends (epoch ms); the end is the next one's beginning. */
export const spanOfMonth = (month: Month) => ({
  from: instantOf(`${month}-01`, 0, companyTimeZone),
  until: instantOf(`${addMonths(month, 1)}-01`, 0, companyTimeZone),
});

/**
 * CO-1: the rate of that month, the one that began last; null when none had begun.
 * @param rates in the order they were given: of two from the same month on the later one is meant
 */
export const rateIn = <Rate extends PayRate>(rates: readonly Rate[], month: Month): Rate | null =>
  rates
    .filter(({ validFrom }) => validFrom <= month)
    .reduce<Rate | null>((last, rate) => (last && last.validFrom > rate.validFrom ? last : rate), null);

/** Whether a later rate from the same month on is meant instead. @param rates by month, in the order they were given */
export const isReplaced = (rates: readonly PayRate[], index: number): boolean =>
  rates[index + 1]?.validFrom === rates[index]?.validFrom;

/**
 * CO-1: the first month a new rate may begin with: the first that is open after those that are settled, and a year back while
 * none is.
 * @param settled the person's settled months, earliest first
 */
export function earliestRateMonth(settled: readonly Month[], thisMonth: Month): Month {
  let month = settled[0] ?? addMonths(thisMonth, -12);
  while (settled.includes(month)) month = addMonths(month, 1);
  return month;
}

export type PaidPurchase = { id: string; counterpartyId: string; sumKopecks: number };

/** What of a client decides whether their purchases count (CO-1). */
export type ClientOfMonth = {
  counterpartyId: string;
  /** When a letter of recommendation came first (epoch ms); null when none did. */
  letterAt: number | null;
  hasOpenComplaint: boolean;
};

/** What a month comes to (CO-1); `percentHundredths` is 150 for 1.5 %. */
export type PayFigures = {
  salaryKopecks: number;
  percentHundredths: number;
  /** Clients whose purchases count. */
  clients: number;
  purchasesKopecks: number;
  percentKopecks: number;
  correctionsKopecks: number;
  totalKopecks: number;
};

/** CO-1: a client counts who gave a positive review by the month's end and has no open complaint. */
export const isSatisfiedClient = ({ letterAt, hasOpenComplaint }: ClientOfMonth, monthEndsAt: number) =>
  letterAt !== null && letterAt < monthEndsAt && !hasOpenComplaint;

/** CO-1: salary and a percentage of what satisfied clients paid in the month, each rounded to a kopeck once. */
export function figuresOf(
  rate: Omit<PayRate, 'validFrom'> | null,
  counted: readonly PaidPurchase[],
  corrections: readonly { amountKopecks: number }[],
): PayFigures {
  const { salaryKopecks, percentHundredths } = rate ?? { salaryKopecks: 0, percentHundredths: 0 };
  const purchasesKopecks = counted.reduce((sum, { sumKopecks }) => sum + sumKopecks, 0);
  const percentKopecks = Number((BigInt(purchasesKopecks) * BigInt(percentHundredths) + 5_000n) / 10_000n);
  const correctionsKopecks = corrections.reduce((sum, { amountKopecks }) => sum + amountKopecks, 0);
  return {
    salaryKopecks,
    percentHundredths,
    clients: new Set(counted.map(({ counterpartyId }) => counterpartyId)).size,
    purchasesKopecks,
    percentKopecks,
    correctionsKopecks,
    totalKopecks: salaryKopecks + percentKopecks + correctionsKopecks,
  };
}

import type { PayStatementView } from '@/lib/domain/pay/pay-views';

type Written = { by: { name: string } | null; at: number | null };

/** One line of what stands behind a month's pay. */
export type PaySource = Written & {
  kind: 'figures' | 'purchases' | 'uncounted' | 'late' | 'letters' | 'corrections';
  employee: string;
  /** `YYYY-MM` */
  month: string;
  client: string;
  contractNumber: string;
  /** `YYYY-MM-DD`; null for what is no purchase. */
  paidOn: string | null;
  kopecks: number | null;
  why: PayStatementView['uncounted'][number]['why'] | null;
  reason: string;
  /** What the month comes to; of the first line alone, so that no column counts it twice. */
  figures: PayStatementView['figures'] | null;
};

const nothing = {
  ...{ client: '', contractNumber: '', paidOn: null, kopecks: null, why: null, reason: '' },
  ...{ figures: null, by: null, at: null },
};

/** CO-1: what the month comes to, then purchases that count, those that do not, what came late, letters and corrections, one after another. */
export function sourcesOfPay({
  purchases,
  uncounted,
  late,
  letters,
  corrections,
  ...pay
}: Omit<PayStatementView, 'rates' | 'isOver' | 'may'>): PaySource[] {
  const of = { ...nothing, employee: pay.employee.name, month: pay.month };
  const bought = (kind: PaySource['kind'], purchase: PayStatementView['purchases'][number]): PaySource => {
    const { counterparty, contractNumber, paidOn, sumKopecks, by, at } = purchase;
    return {
      ...of,
      kind,
      client: counterparty.name,
      contractNumber,
      paidOn,
      kopecks: sumKopecks,
      by,
      at,
    };
  };
  return [
    { ...of, kind: 'figures', figures: pay.figures, by: pay.frozenBy, at: pay.frozenAt },
    ...purchases.map((purchase) => bought('purchases', purchase)),
    ...uncounted.map((purchase) => ({ ...bought('uncounted', purchase), why: purchase.why })),
    ...late.map((purchase) => bought('late', purchase)),
    ...letters.map(
      ({ counterparty, receivedAt }): PaySource => ({
        ...{ ...of, kind: 'letters', client: counterparty.name, at: receivedAt },
      }),
    ),
    ...corrections.map(
      ({ amountKopecks, reason, by, at }): PaySource => ({
        ...{ ...of, kind: 'corrections', kopecks: amountKopecks, reason, by, at },
      }),
    ),
  ];
}

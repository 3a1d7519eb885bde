import type { PayStatementView } from '@/lib/domain/pay/pay-views';

type Written = { by: { name: string } | null; at: number | null };

/** One line of what stands behind a month's pay. */
export type PaySource = Written & {
  kind: 'purchases' | 'uncounted' | 'late' | 'letters' | 'corrections';
  client: string;
  contractNumber: string;
  /** `YYYY-MM-DD`; null for what is no purchase. */
  paidOn: string | null;
  kopecks: number | null;
  why: PayStatementView['uncounted'][number]['why'] | null;
  reason: string;
};

const nothing = { client: '', contractNumber: '', paidOn: null, kopecks: null, why: null, reason: '' };

/** CO-1: purchases that count, those that do not, what came late, letters and corrections, one after another. */
export function sourcesOfPay({
  purchases,
  uncounted,
  late,
  letters,
  corrections,
}: Pick<PayStatementView, PaySource['kind']>): PaySource[] {
  const bought = (kind: PaySource['kind'], purchase: PayStatementView['purchases'][number]): PaySource => {
    const { counterparty, contractNumber, paidOn, sumKopecks, by, at } = purchase;
    return {
      ...nothing,
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
    ...purchases.map((purchase) => bought('purchases', purchase)),
    ...uncounted.map((purchase) => ({ ...bought('uncounted', purchase), why: purchase.why })),
    ...late.map((purchase) => bought('late', purchase)),
    ...letters.map(
      ({ counterparty, receivedAt }): PaySource => ({
        ...{ ...nothing, kind: 'letters', client: counterparty.name, by: null, at: receivedAt },
      }),
    ),
    ...corrections.map(
      ({ amountKopecks, reason, by, at }): PaySource => ({
        ...{ ...nothing, kind: 'corrections', kopecks: amountKopecks, reason, by, at },
      }),
    ),
  ];
}

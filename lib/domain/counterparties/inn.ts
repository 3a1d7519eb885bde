/** Why an INN or KPP asks for a second look. Nobody is kept from saving by it: the papers may be wrong themselves. */
export type InnWarning = 'length' | 'letters' | 'checkDigit';
export type KppWarning = 'form' | 'person' | 'withoutInn';

const organisationWeights = [2, 4, 10, 3, 5, 9, 4, 6, 8];
const firstPersonWeights = [7, 2, 4, 10, 3, 5, 9, 4, 6, 8];
const secondPersonWeights = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8];

/** An INN or KPP as it is kept and compared: capitals, without spaces and dashes. */
export const plainCode = (typed: string) => typed.replace(/[\s\u00a0-]/g, '').toUpperCase();

/**
 * 10 digits for an organisation, 12 for a person, with their check digits. A right sum does not prove that the number
 * exists. Null for one that looks right, and for an empty one.
 */
export function checkInn(inn: string): InnWarning | null {
  if (inn === '') return null;
  if (!/^\d+$/.test(inn)) return 'letters';
  const digits = [...inn].map(Number);
  if (digits.length === 10)
    return checkDigit(digits, organisationWeights) === digits[9] ? null : 'checkDigit';
  if (digits.length !== 12) return 'length';
  const isRight =
    checkDigit(digits, firstPersonWeights) === digits[10] &&
    checkDigit(digits, secondPersonWeights) === digits[11];
  return isRight ? null : 'checkDigit';
}

/** Nine characters without a check digit; only organisations have one. */
export function checkKpp(kpp: string, inn: string): KppWarning | null {
  if (kpp === '') return null;
  if (!/^\d{4}[\dA-Z]{2}\d{3}$/.test(kpp)) return 'form';
  if (inn === '') return 'withoutInn';
  return inn.length === 12 ? 'person' : null;
}

function checkDigit(digits: readonly number[], weights: readonly number[]): number {
  return (weights.reduce((sum, weight, at) => sum + weight * digits[at]!, 0) % 11) % 10;
}

import type { CounterpartyStatus } from '@/lib/domain/counterparties/counterparty';

/** «Клиент», «дилер», «потенциальный клиент» in either language; null for anything else. */
export function readStatus(text: string): CounterpartyStatus | null {
  const word = text.trim().toLocaleLowerCase('ru');
  if (/^(потенциальн|prospect)/.test(word)) return 'prospect';
  if (/^(дилер|dealer)/.test(word)) return 'dealer';
  if (/^(клиент|client)/.test(word)) return 'client';
  return null;
}

export const counterpartyStatuses = ['prospect', 'client', 'dealer'] as const;
/** A prospect becomes a client with the first purchase; a dealer resells. */
export type CounterpartyStatus = (typeof counterpartyStatuses)[number];

/** CARD: the category every new card gets. */
export const defaultCategory = 'Клиент';

/** CARD: what stands for a contact person nobody told. */
export const untoldContact = '—';

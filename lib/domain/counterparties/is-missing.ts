import { untoldContact } from './counterparty';

/** Whether a card does not know this yet; the dash of an untold contact person may still be replaced (IN-2). */
export const isMissing = (known: string) => known.trim() === '' || known.trim() === untoldContact;

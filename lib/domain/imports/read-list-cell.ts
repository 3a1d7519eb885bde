import { cardLimits } from '@/lib/domain/counterparties/card-limits';
import { isEmail } from '@/lib/domain/email-address';

/** Products stand one after another with a comma or a semicolon in between. */
export const splitNames = (cell: string): string[] =>
  cell
    .split(/[,;\n]/)
    .map((name) => name.trim())
    .filter(Boolean);

/** The addresses of a cell, each once, and whether something else stands there too; a card takes no more than so many. */
export function readEmails(cell: string): { addresses: string[]; isAllRead: boolean } {
  const told = cell.split(/[,;\s]+/).filter(Boolean);
  const read = told.filter((address) => address.length <= cardLimits.email && isEmail(address));
  const addresses = [...new Map(read.map((address) => [address.toLowerCase(), address])).values()];
  return {
    addresses: addresses.slice(0, cardLimits.emails),
    isAllRead: read.length === told.length && addresses.length <= cardLimits.emails,
  };
}

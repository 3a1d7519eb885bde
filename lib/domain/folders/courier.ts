/** ON-2: the courier as the department knows it; each order keeps its own. */
export const usualCourier = { name: 'Даймакс', phone: '94-08-53', prefix: '2' } as const;

export type CourierNumber = { phone: string; prefix: string };

/** The number as it stands on paper: «2, затем 94-08-53» is dialled by hand from a line that has no such prefix. */
export type CourierDialling = { how: 'line'; digits: string } | ({ how: 'byHand' } & CourierNumber);

/** @param linePrefixes the prefixes of the lines that a call can be placed over */
export function courierDialling(
  { phone, prefix }: CourierNumber,
  linePrefixes: readonly string[],
): CourierDialling {
  if (prefix !== '' && !linePrefixes.includes(prefix)) return { how: 'byHand', phone, prefix };
  return { how: 'line', digits: `${prefix}${phone.replace(/\D/g, '')}` };
}

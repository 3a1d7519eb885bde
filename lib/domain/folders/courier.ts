/** ON-2: the courier as the department knows it; each order keeps its own. The prefix is dialled by hand, then the number. */
export const usualCourier = { name: 'Даймакс', phone: '94-08-53', prefix: '2' } as const;

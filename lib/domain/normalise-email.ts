/** An address as it is compared. */
export const normaliseEmail = (address: string) => address.trim().toLowerCase();

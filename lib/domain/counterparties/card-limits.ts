/** The longest each field of a card may be, in characters, wherever it comes from: the call, the card, the «+», a file. */
export const cardLimits = {
  name: 300,
  category: 100,
  city: 120,
  contactPerson: 300,
  phone: 100,
  phoneExtension: 20,
  contract: 80,
  inn: 20,
  kpp: 20,
  priceType: 80,
  email: 200,
  contactRole: 100,
  note: 4000,
  /** How many e-mail addresses a card may have. */
  emails: 20,
} as const;

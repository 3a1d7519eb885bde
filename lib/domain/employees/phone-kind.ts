/** Where a person is called: at the number or SIP address of `phone`, or in the browser of their console. */
export const phoneKinds = ['dialled', 'browser'] as const;
export type PhoneKind = (typeof phoneKinds)[number];

/** Whether there is something to ring: a browser needs no number. */
export const hasPhone = ({ phone, phoneKind }: { phone: string | null; phoneKind: PhoneKind }) =>
  phoneKind === 'browser' || phone !== null;

export const exportables = ['figures', 'hours', 'people', 'calls', 'missed'] as const;
export type Exportable = (typeof exportables)[number];

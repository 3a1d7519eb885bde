export const exportables = [
  'figures',
  'hours',
  'people',
  'calls',
  'missed',
  'ways',
  'reactions',
  'leads',
  'steps',
  'complaints',
] as const;
export type Exportable = (typeof exportables)[number];

export const departmentKinds = ['client', 'sales', 'support', 'management'] as const;
/** The four departments the call script can hand over to; each company has exactly one of each. */
export type DepartmentKind = (typeof departmentKinds)[number];

export const roles = [
  'clientManager',
  'salesManager',
  'supportSpecialist',
  'management',
  'head',
  'generalDirector',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

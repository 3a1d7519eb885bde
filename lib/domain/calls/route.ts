/** The finished ways through the inbound call script (IN-2 … IN-10). */
export const callRoutes = [
  'commercial',
  'salesManager',
  'employee',
  'support',
  'supportNeither',
  'cooperation',
  'unclear',
  'complaint',
  'noBusiness',
  'callBack',
] as const;
export type CallRoute = (typeof callRoutes)[number];

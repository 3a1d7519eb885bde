/** The finished ways through the call scripts (IN-2 … IN-10; the last two OUT-3). */
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
  'agreed',
  'nothingAgreed',
] as const;
export type CallRoute = (typeof callRoutes)[number];

/** The finished ways through the call scripts (IN-2 … IN-10; from `agreed` on of calls we place: OUT-3, ON-4, SA-1, SA-2). */
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
  'welcomed',
  'welcomedWithoutParcel',
  'satisfied',
  'roundRefused',
  'roundPostponed',
] as const;
export type CallRoute = (typeof callRoutes)[number];

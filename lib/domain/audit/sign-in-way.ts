/** By what somebody signs in: a password, a one-time link that sets it, or the demo's one click. */
const signInWays = ['password', 'invitation', 'demo'] as const;
export type SignInWay = (typeof signInWays)[number];

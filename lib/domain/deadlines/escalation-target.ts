export const escalationTargets = ['head', 'management', 'generalDirector'] as const;
/** Whom an overdue next reaction is shown to: the department's head, management, the general director. */
export type EscalationTarget = (typeof escalationTargets)[number];

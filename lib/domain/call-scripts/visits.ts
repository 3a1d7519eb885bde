import type { DraftPatch } from './draft';

/** A kept event of a conversation. */
export type LoggedEvent = {
  at: number;
  employeeId: string | null;
  step: string;
  event: { type: string } & Record<string, unknown>;
  nextStep: string;
  refused: { reason: string; missing?: string[] } | null;
};

/** One stay at a step. `filled`: what was typed there, each field as it stood when the step was left. */
export type Visit = {
  step: string;
  enteredAt: number;
  leftAt: number | null;
  answer: LoggedEvent | null;
  told: LoggedEvent[];
  refused: LoggedEvent[];
  filled: { field: string; value: string }[];
};

/** The conversation as a list of stays, oldest first; the last one is where it stands or ended. */
export function visitsOf(firstStep: string, startedAt: number, log: readonly LoggedEvent[]): Visit[] {
  const visits: Visit[] = [visitOf(firstStep, startedAt)];
  for (const logged of log) {
    const visit = visits.at(-1)!;
    if (logged.refused) visit.refused.push(logged);
    else if (logged.nextStep !== visit.step) {
      visit.answer = logged;
      visit.leftAt = logged.at;
      visits.push(visitOf(logged.nextStep, logged.at));
    } else if (logged.event.type === 'manager.filledIn') fill(visit, logged.event.patch as DraftPatch);
    else visit.told.push(logged);
  }
  return visits;
}

const visitOf = (step: string, enteredAt: number): Visit => ({
  step,
  enteredAt,
  leftAt: null,
  answer: null,
  told: [],
  refused: [],
  filled: [],
});

function fill(visit: Visit, patch: DraftPatch): void {
  for (const { field, value } of filledFields(patch)) {
    visit.filled = [...visit.filled.filter((earlier) => earlier.field !== field), { field, value }];
  }
}

/** What was typed, by the name of the field as the steps call it. */
export function filledFields({ card, appeal, complaint, note }: DraftPatch): Visit['filled'] {
  const fields: Record<string, string | null | undefined> = {
    ...card,
    topic: appeal?.topic,
    appealType: appeal?.type,
    project: appeal?.project?.name,
    appealNote: appeal?.note,
    complaintText: complaint?.text,
    complaintDepartment: complaint?.departmentKind,
    note,
  };
  return Object.entries(fields).flatMap(([field, value]) =>
    typeof value === 'string' ? [{ field, value }] : [],
  );
}

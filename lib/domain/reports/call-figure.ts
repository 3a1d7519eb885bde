export const callFigures = [
  'all',
  'queued',
  'answered',
  'inTime',
  'late',
  'lost',
  'lostLate',
  'lostShort',
  'closedHours',
  'blocked',
  'handled',
  'talkedByScript',
  'brokenOff',
] as const;
/**
 * What calls of a report are counted as, and how their rows are asked for: `all` whatever became of them; `queued` all who
 * waited; `inTime` answered within
 * T and `late` later; `lostLate` not answered after more than T and `lostShort` gone at once; `handled` had somebody of the
 * scope on the line; `talkedByScript` led by the call script, `brokenOff` by a caller who hung up before its end.
 */
export type CallFigure = (typeof callFigures)[number];

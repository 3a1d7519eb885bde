export const callFigures = [
  'all',
  'queued',
  'answered',
  'inTime',
  'late',
  'beyondGoal',
  'lost',
  'lostLate',
  'lostShort',
  'closedHours',
  'blocked',
  'handled',
  'talkedByScript',
  'brokenOff',
  'leftStep',
  'said',
  'excused',
  'notSaid',
  'wentBack',
  'unlisted',
  'refused',
  'offered',
  'notAnswered',
] as const;
/**
 * What calls of a report are counted as, and how their rows are asked for: `all` whatever became of them; `queued` all who
 * waited; `inTime` answered within
 * T and `late` later; `beyondGoal` counts against the service level by its formula; `lostLate` not answered after more than T and `lostShort` gone at once; `handled` had somebody of the
 * scope on the line; `talkedByScript` led by the call script, `brokenOff` by a caller who hung up before its end, `leftStep` left a step of it again; with a
 * word-for-word text that was `said`, `excused` or `notSaid`, with a step back, an `unlisted` or a `refused` answer; `offered`
 * to somebody of the scope in the period, `notAnswered` rang out there or was declined.
 */
export type CallFigure = (typeof callFigures)[number];

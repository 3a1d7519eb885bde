export const dueFigures = ['due', 'overdue', 'inTime', 'ahead', 'postponed'] as const;
/** Next reactions that come due in a period: all; done late or open and late; done in time; open and not yet due; postponed at least once. */
export type DueFigure = (typeof dueFigures)[number];

export const missedFigures = [
  'missed',
  'waiting',
  'inWork',
  'calledBackInTime',
  'calledBackLate',
  'calledAgain',
  'closed',
] as const;
/** Callers missed in a period, and how far they were answered for: nobody took them on; somebody did; called back within the time of the settings, or later; they got through themselves; closed without a call. */
export type MissedFigure = (typeof missedFigures)[number];

export const leadFigures = ['routed', 'inMinute', 'late', 'escalated', 'waiting'] as const;
/** Leads that came in a period: all; accepted before their minute was gone; accepted later; handed to the head; accepted by nobody yet. */
export type LeadFigure = (typeof leadFigures)[number];

export const complaintFigures = [
  'made',
  'received',
  'inWork',
  'answered',
  'closed',
  'overdue',
  'everAnswered',
] as const;
/** Complaints made in a period: all; by how they stand now; answered late, or not yet and late; those the client was answered. */
export type ComplaintFigure = (typeof complaintFigures)[number];

/** So much of what was found to be the cause tells causes apart. */
export const causeLength = 100;

/** In the place of a cause that is not found yet: nobody can type it, what is typed is trimmed. */
export const noCause = ' ';

export const appealFigures = ['made', 'settledAtOnce', 'repeated', 'open'] as const;
/** Appeals made in a period: all; those without a repetition so far; those with one; those whose days of grace still run. */
export type AppealFigure = (typeof appealFigures)[number];

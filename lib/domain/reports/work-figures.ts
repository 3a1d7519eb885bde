import { share } from './queue-figures';

/**
 * FCR, 0 to 1: appeals whose counterparty did not come again with the same topic within the days of the settings / all
 * appeals made. Again is another appeal with that topic, or another call about the same appeal (IN-8). An appeal whose
 * days still run counts as settled until it is not.
 */
export const firstContact = ({ made, repeated }: { made: number; repeated: number }) =>
  share(made - repeated, made);

/** Missed callers who were called back within the minutes of the settings, from their last call in vain / all missed callers. */
export const calledBackInTime = ({
  missed,
  calledBackInTime,
}: {
  missed: number;
  calledBackInTime: number;
}) => share(calledBackInTime, missed);

/** Leads accepted before their minute of working time was gone / all leads that came (IN-11). */
export const leadsInMinute = ({ routed, inMinute }: { routed: number; inMinute: number }) =>
  share(inMinute, routed);

/** Next reactions done after they were due, or open and past it / all that came due in the period. */
export const overdue = ({ due, overdue }: { due: number; overdue: number }) => share(overdue, due);

/** Word-for-word texts that were said, or excused by a caller who hung up or a reason given / those due (IN-1). */
export const adherence = ({
  itemsDue,
  itemsDone,
  itemsExcused,
}: {
  itemsDue: number;
  itemsDone: number;
  itemsExcused: number;
}) => share(itemsDone + itemsExcused, itemsDue);

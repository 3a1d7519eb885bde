const mostShown = 99;

/** A count that was made only so far: more than 99 is «99+». */
export const countText = (count: number): number | string => (count > mostShown ? `${mostShown}+` : count);

/** Rows; a larger count is told as «more than». */
export const mostCounted = 10_000;

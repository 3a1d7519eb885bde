/** How the token of a television begins, so that it is recognised wherever it is found. */
export const wallboardTokenPrefix = 'wb_';

/** How many records one transaction writes, and locks, at most. */
export const MAX_BATCH_SIZE = 250;

/** A switch chip has few ports more; who needs hundreds duplicates what is there. */
export const MOST_AT_ONCE = 16;

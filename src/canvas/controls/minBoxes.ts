/** With fewer boxes than this one sees where one is, without a small map. */
export const MIN_BOXES = 30;

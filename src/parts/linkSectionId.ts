/** What the inspector says of a link: commands lead there. */
export const LINK_SECTION_ID = 'inspector-link';

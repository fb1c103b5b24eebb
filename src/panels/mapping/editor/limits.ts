/** A list longer than this is no list of one request, and a sketch refuses it. */
export const MOST_ENTRIES = 65_536;

/** `struct scatterlist` counts bytes in an unsigned int. */
export const LONGEST_ENTRY = 0xffff_ffff;

/** No CPU has physical addresses beyond 52 bits. */
export const ADDRESS_END = 1n << 52n;

/** Where memory lies that nobody gave an address for: above 4 GiB, as in sketches. */
export const RAM_BASE = 0x1_0000_0000n;

export const PAGE = 4096;

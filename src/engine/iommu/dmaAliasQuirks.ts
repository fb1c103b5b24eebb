/**
 * Functions that send requests under other ids of their bus than their own. Data: `quirk_dma_func0_alias()`,
 * `quirk_dma_func1_alias()`, `quirk_fixed_dma_alias()`, `quirk_mic_x200_dma_alias()`,
 * `quirk_pex_vca_alias()`, `quirk_plx_ntb_dma_alias()`, drivers/pci/quirks.c, Linux 5.4 to 7.1.
 * Switchtec's non-transparent bridges are left out: which ids they proxy is read from registers of
 * theirs that no dump shows.
 */
export interface DmaAliasQuirk {
  readonly vendor: number;
  readonly devices: readonly number[];
  /** Vendor and device id of the subsystem, where only some boards are meant. */
  readonly subsystems?: readonly (readonly [vendor: number, device: number])[];
  readonly aliases: DmaAliases;
}

export type DmaAliases =
  /** Function 0 or 1 of its own slot. */
  | { readonly kind: 'function'; readonly number: 0 | 1 }
  /** These ids (device << 3 | function), whatever the slot. */
  | { readonly kind: 'fixed'; readonly devfns: readonly number[] }
  /** These function numbers in every slot of the bus. */
  | { readonly kind: 'every-slot'; readonly functions: readonly number[] }
  /** Any id of the bus. */
  | { readonly kind: 'all' };

const at = (device: number, fn: number) => (device << 3) | fn;
const FUNCTION_0: DmaAliases = { kind: 'function', number: 0 };
const FUNCTION_1: DmaAliases = { kind: 'function', number: 1 };

export const DMA_ALIAS_QUIRKS: readonly DmaAliasQuirk[] = [
  { vendor: 0x1180, devices: [0xe832, 0xe476], aliases: FUNCTION_0 }, // Ricoh card readers
  { vendor: 0x6766, devices: [0x3d40, 0x3d41], aliases: FUNCTION_0 }, // Glenfly
  {
    vendor: 0x1b4b, // Marvell SATA
    devices: [
      0x9120, 0x9123, 0x9125, 0x9128, 0x9130, 0x9170, 0x9172, 0x917a, 0x9182, 0x9183, 0x91a0,
      0x9215, 0x9220, 0x9230, 0x9235,
    ],
    aliases: FUNCTION_1,
  },
  { vendor: 0x1103, devices: [0x0642, 0x0645], aliases: FUNCTION_1 }, // HighPoint RocketRAID
  { vendor: 0x197b, devices: [0x2392], aliases: FUNCTION_1 }, // JMicron
  { vendor: 0x1c28, devices: [0x0122], aliases: FUNCTION_1 }, // Lite-On
  {
    vendor: 0x9005, // Adaptec 3405 and 3805
    devices: [0x0285],
    subsystems: [
      [0x9005, 0x02bb],
      [0x9005, 0x02bc],
    ],
    aliases: { kind: 'fixed', devfns: [at(1, 0)] },
  },
  {
    vendor: 0x8086, // Xeon Phi x200
    devices: [0x2260, 0x2264],
    aliases: { kind: 'fixed', devfns: [at(0x10, 0), at(0x11, 0), at(0x12, 3)] },
  },
  {
    vendor: 0x8086, // Visual Compute Accelerator
    devices: [0x2954, 0x2955, 0x2956, 0x2958, 0x2959, 0x295a],
    aliases: { kind: 'every-slot', functions: [0, 1, 2, 3, 4] },
  },
  { vendor: 0x10b5, devices: [0x87b0, 0x87b1], aliases: { kind: 'all' } }, // PLX NTB
];

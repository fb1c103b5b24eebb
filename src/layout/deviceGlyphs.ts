import type { DeviceKind } from '../model/deviceKind.ts';

/**
 * A sign for each kind of device, as strokes in a square of 16: for a pen 1.25 wide with round ends,
 * not to be filled. What the thing looks like, where people know it by sight.
 */
export const DEVICE_GLYPHS: Readonly<Record<DeviceKind, string>> = {
  // A card with its bracket, one fan, and the gold fingers.
  gpu: 'M1.5 2.5v11M1.5 4h13v7.5h-13M9.5 5.5a2.2 2.2 0 1 0 0 4.4 2.2 2.2 0 0 0 0-4.4ZM9.5 5.5v2.2l1.6 1.5M4 7.7h1.5M4.5 11.5v2h4v-2',
  // The jack of a network cable.
  nic: 'M2.5 2.5h11v11h-11ZM5 13.5v-3h1.5V8.7h3v1.8H11v3M5 5v1.5M7 5v1.5M9 5v1.5M11 5v1.5',
  // An M.2 stick: notch at one end, screw at the other, two chips.
  nvme: 'M1.5 5h11.8v2a1 1 0 0 0 0 2v2H1.5V9.2h1.2V7.6H1.5ZM4.8 6.8h2.4v2.4H4.8ZM8.8 6.8h2.4v2.4H8.8Z',
  // Platters.
  storage:
    'M13 4c0 1.1-2.2 2-5 2S3 5.1 3 4s2.2-2 5-2 5 .9 5 2ZM3 4v8c0 1.1 2.2 2 5 2s5-.9 5-2V4M3 8c0 1.1 2.2 2 5 2s5-.9 5-2',
  // A chip with legs.
  accelerator:
    'M4.5 4.5h7v7h-7ZM7 7h2v2H7ZM6.3 4.5v-2M9.7 4.5v-2M6.3 13.5v-2M9.7 13.5v-2M4.5 6.3h-2M4.5 9.7h-2M13.5 6.3h-2M13.5 9.7h-2',
  display: 'M2 3h12v8H2ZM8 11v2.5M5 13.5h6',
  // The trident.
  usb: 'M8 14V2.5M6.5 4.2 8 2.2l1.5 2M8 11.2 4.5 9V7.2M8 9.5 11.5 8V6M3.7 5.7h1.6v1.5H3.7ZM10.7 4.5h1.6V6h-1.6ZM8 12.6a.9.9 0 1 0 0 1.8.9.9 0 0 0 0-1.8Z',
  // A loudspeaker.
  audio: 'M2.5 6.2h2.3L8 3.5v9L4.8 9.8H2.5ZM10.2 6a2.9 2.9 0 0 1 0 4M12 4.2a5.4 5.4 0 0 1 0 7.6',
  // Pulses on a wire.
  'serial-bus': 'M1.5 11h2.3V5h2.8v6h2.8V5h2.8v6h2.3',
  // One line becomes two.
  bridge: 'M8 2v4.5M3.5 14V9.2c0-1.5.9-2.7 2.4-2.7h4.2c1.5 0 2.4 1.2 2.4 2.7V14',
  other: 'M3 3h10v10H3ZM6.3 6.3h3.4v3.4H6.3Z',
};

import type { DeviceKind } from '../../model/deviceKind.ts';

/** Signs of device kinds on a 16 by 16 field, drawn as lines of one weight. */
export const DEVICE_GLYPHS: Readonly<Record<DeviceKind, string>> = {
  // A card with a fan.
  gpu: 'M1.5 4.5h13v7h-13zM10.5 5.75a2.25 2.25 0 1 0 0 4.5a2.25 2.25 0 0 0 0-4.5M4 7h2M4 9h2M3.5 11.5v2h4v-2',
  // A socket for a plug, with its contacts.
  nic: 'M2.5 2.5h11v9.5h-2.5v2h-6v-2h-2.5zM5.5 2.5v3M8 2.5v3M10.5 2.5v3',
  // A stick with two chips and its notch.
  nvme: 'M1.5 5h13v6h-13zM3.5 7h3v2h-3zM8.5 7h3v2h-3zM13.25 5v6',
  // Two stacked drives.
  storage: 'M2.5 2.5h11v5h-11zM2.5 8.5h11v5h-11zM11 5h.1M11 11h.1M4.5 5h3M4.5 11h3',
  // A chip with its legs.
  accelerator:
    'M4.5 4.5h7v7h-7zM6.5 2v2.5M9.5 2v2.5M6.5 11.5v2.5M9.5 11.5v2.5M2 6.5h2.5M2 9.5h2.5M11.5 6.5h2.5M11.5 9.5h2.5',
  // A screen on its foot.
  display: 'M2 3h12v8h-12zM8 11v2.5M5 13.5h6',
  // The fork of the bus's own sign.
  usb: 'M8 14v-11M6 5l2-2.5 2 2.5M8 11.5l-3.5-2v-2M8 10l3.5-2v-1.5M10.5 4.75h2v1.75h-2zM8 13.5v.5',
  // A loudspeaker.
  audio: 'M2.5 6h2.5l3.5-3v10l-3.5-3h-2.5zM11 5.5a3.5 3.5 0 0 1 0 5M12.75 3.5a6.25 6.25 0 0 1 0 9',
  // Pulses on a wire.
  'serial-bus': 'M1.5 11h2.5v-6h3v6h3v-6h3v6h1.5',
  // One line that parts in two.
  bridge: 'M8 2v5M3.5 14v-4a3 3 0 0 1 3-3h3a3 3 0 0 1 3 3v4',
  // A plain card.
  other: 'M2.5 4h11v8h-11zM5 12v2M8 12v2M11 12v2',
};

/** What is written where there is room for a word but not for a name. */
export const SHORT_WORDS: Readonly<Record<DeviceKind, string>> = {
  gpu: 'GPU',
  nic: 'NIC',
  nvme: 'NVMe',
  storage: 'disk',
  accelerator: 'accel',
  display: 'VGA',
  usb: 'USB',
  audio: 'audio',
  'serial-bus': 'serial',
  bridge: 'bridge',
  other: 'other',
};

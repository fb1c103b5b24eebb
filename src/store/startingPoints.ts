/** A machine that comes with the page, to begin with. */
export interface StartingPoint {
  readonly id: string;
  readonly title: string;
  /** What it is and what is to be seen in it. */
  readonly sentence: string;
  /** Name of the file beside the page. */
  readonly file: string;
}

/** What an example's origin names as its source. */
export const EXAMPLE_SOURCE = 'the example';

/** Made by scripts/make-examples.mjs. The page opens on the first. */
export const STARTING_POINTS = [
  {
    id: 'two-socket-server',
    title: 'Two-socket server with two switches',
    sentence:
      'Two Xeon sockets, below each a switch with GPUs, a NIC and NVMe drives: one switch forwards between its devices, the other sends everything up.',
    file: 'example.peerlane.json',
  },
  {
    id: 'epyc-workstation',
    title: 'EPYC workstation without a switch',
    sentence:
      'One Zen socket with everything on root ports: Linux lets every pair through the host bridge.',
    file: 'epyc.peerlane.json',
  },
  {
    id: 'desktop-no-root',
    title: 'Desktop, dump taken without root',
    sentence:
      'Output of lspci by a user who is not root: ACS is hidden, and some verdicts stay unknown.',
    file: 'desktop-no-root.txt',
  },
] as const satisfies readonly StartingPoint[];

export type StartingPointId = (typeof STARTING_POINTS)[number]['id'];

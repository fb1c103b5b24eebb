import type { StartingPoint } from './startingPoint.ts';
import type { TEMPLATES } from './templates.ts';

/** What an example's origin names as its source. */
const EXAMPLE_SOURCE = 'the example';
const TEMPLATE_SOURCE = 'the template “';

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

export type StartingPointId =
  | (typeof STARTING_POINTS)[number]['id']
  | (typeof TEMPLATES)[number]['id'];

/** The one of the first sight with that id; `null`: it is a template. */
export function exampleNamed(id: StartingPointId): StartingPoint | null {
  return STARTING_POINTS.find((each) => each.id === id) ?? null;
}

/** The starting point of that id; templates are fetched with the first of them. `null`: not to be had. */
export async function startingPoint(id: StartingPointId): Promise<StartingPoint | null> {
  const example = exampleNamed(id);
  if (example) return example;
  const part = await import('./templates.ts').catch(() => null);
  return part?.TEMPLATES.find((each) => each.id === id) ?? null;
}

/** What the origin of a starting point names as its source. */
export function sourceOf(point: StartingPoint): string {
  const isExample = STARTING_POINTS.some(({ id }) => id === point.id);
  return isExample ? EXAMPLE_SOURCE : `${TEMPLATE_SOURCE}${point.title}”`;
}

/** Does an origin name a machine that comes with the page? */
export function comesWithPage(source: string | null | undefined): boolean {
  return source === EXAMPLE_SOURCE || (source?.startsWith(TEMPLATE_SOURCE) ?? false);
}

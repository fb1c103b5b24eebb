import { UNKNOWN } from '../../base/unknown.ts';
import type { CataloguePart } from '../../catalogue/part.ts';
import { bytes, link } from './figureWords.ts';

/** The figure or two by which parts of a kind are told apart: `Gen5 x16, 128 GiB`. */
export function partCaption(part: CataloguePart): string {
  switch (part.kind) {
    case 'host':
      return part.year.source === null ? '' : String(part.year.value);
    case 'switch': {
      const lanes = part.lanes.source === null ? [] : [`${part.lanes.value} lanes`];
      return [...linkOf(part.link), ...lanes].join(', ');
    }
    case 'port':
      return linkOf(part.port.link).join('');
    case 'slot':
      return part.lanes.source === null ? '' : `x${part.lanes.value}`;
    case 'vmd':
      return '';
    case 'bridge':
      return linkOf(part.link).join('');
    default:
      return [...linkOf(part.link), ...memoryOf(part)].join(', ');
  }
}

type LinkFigure = Extract<CataloguePart, { readonly kind: 'bridge' }>['link'];

function linkOf({ value }: LinkFigure): readonly string[] {
  return value === null || value === UNKNOWN ? [] : [link(value)];
}

/** Memory that peers can reach: what is offered, else the largest BAR. */
function memoryOf({
  functions,
}: Extract<
  CataloguePart,
  {
    readonly kind:
      | 'gpu'
      | 'nvme'
      | 'nic'
      | 'fpga'
      | 'hfi'
      | 'card'
      | 'rciep'
      | 'ntb'
      | 'mgmt'
      | 'fn';
  }
>): readonly string[] {
  const sizes = functions.flatMap(({ bars }) =>
    bars.value === UNKNOWN
      ? []
      : bars.value.filter(({ kind }) => kind === 'memory').map(({ size }) => size),
  );
  const largest = Math.max(0, ...sizes);
  return largest >= LARGE ? [bytes(largest)] : [];
}

/** Registers alone are no news. */
const LARGE = 64 * 1024 * 1024;

import type { SideLink, SocketLink } from '../model/machine.ts';
import type { SceneTie } from './scene.ts';

const KIND_WORDS: Readonly<Record<SceneTie['kind'], string>> = {
  sockets: 'Socket link',
  nvlink: 'NVLink',
  cxl: 'CXL',
  c2c: 'C2C',
  other: 'Link',
};

/** What the tool says of links that it draws and computes nothing for. */
export const NOT_MODELLED = 'not modelled';

/** `NVLink NV18`, with `not modelled` where it is so; `count` are told in one. */
export function sideLinkWords({ kind, label }: SideLink, count: number): string {
  const many = count > 1 ? `${count} × ` : '';
  const name = label === null || count > 1 ? '' : ` ${label}`;
  return `${many}${KIND_WORDS[kind]}${name}, ${NOT_MODELLED}`;
}

/** `Socket link 62.4 GB/s`: payload and all, one way. */
export function socketLinkWords({ bytesPerSecond }: SocketLink): string {
  const rate =
    bytesPerSecond === null ? '' : ` ${Number((bytesPerSecond / 1e9).toPrecision(3))} GB/s`;
  return `${KIND_WORDS.sockets}${rate}`;
}

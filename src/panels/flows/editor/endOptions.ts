import { isEndpointLike } from '../../../model/classCode.ts';
import { DEVICE_KIND_WORDS, DEVICE_KINDS, deviceKind } from '../../../model/deviceKind.ts';
import type { FunctionId, ScatterlistId, SocketId } from '../../../model/ids.ts';
import type { Machine } from '../../../model/machine.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';
import { shortTitle } from '../../../model/shortTitle.ts';
import type { FlowEnd, FlowEngine } from '../../../model/workload.ts';
import { partNamed } from '../../../store/partNamed.ts';
import { endName } from '../words/endWords.ts';

/** One entry of a menu. Its value says which end it is: {@link readEnd}. */
export interface EndOption {
  readonly value: string;
  readonly title: string;
}

export interface EndGroup {
  readonly title: string;
  readonly options: readonly EndOption[];
}

type Titles = ReadonlyMap<FunctionId, string>;

/** What a flow may begin or end at: devices by kind, memory of the host, lists. */
export function endGroups(machine: Machine, titles: Titles): readonly EndGroup[] {
  const memories: readonly FlowEnd[] = [
    { kind: 'memory', socket: null },
    ...machine.sockets.map(({ id }): FlowEnd => ({ kind: 'memory', socket: id })),
  ];
  const lists = machine.workload.scatterlists.map(
    ({ id }): FlowEnd => ({
      kind: 'scatterlist',
      id,
    }),
  );
  const optionOf = (end: FlowEnd): EndOption => ({
    value: writeEnd(end),
    title: end.kind === 'memory' ? memoryTitle(machine, end) : endName(machine, end),
  });
  return [
    ...deviceGroups(machine, titles),
    { title: 'Host memory', options: memories.map(optionOf) },
    { title: 'Scatterlists', options: lists.map(optionOf) },
  ].filter(({ options }) => options.length > 0);
}

/** Devices by kind, the usual kinds first. */
export function deviceGroups(machine: Machine, titles: Titles): readonly EndGroup[] {
  const devices = machine.functions.filter(isEndpointLike);
  return DEVICE_KINDS.map((kind) => ({
    title: DEVICE_KIND_WORDS[kind].many,
    options: devices
      .filter((fn) => deviceKind(fn) === kind)
      .map((fn) => ({
        value: writeEnd({ kind: 'function', id: fn.id }),
        title: deviceTitle(machine, fn, titles),
      })),
  })).filter(({ options }) => options.length > 0);
}

function deviceTitle(machine: Machine, fn: PciFunction, titles: Titles): string {
  const name = partNamed(machine, fn.id);
  const title = shortTitle(titles.get(fn.id) ?? '');
  return title === '' || title === name ? name : `${name} · ${title}`;
}

function memoryTitle(machine: Machine, end: FlowEnd & { readonly kind: 'memory' }): string {
  const name = endName(machine, end);
  if (end.socket === null) return `${name} · host memory, near`;
  return `${name} · memory of ${partNamed(machine, end.socket)}`;
}

export function writeEnd(end: FlowEnd): string {
  if (end.kind === 'function') return `function ${end.id}`;
  return end.kind === 'memory' ? `memory ${end.socket ?? ''}` : `list ${end.id}`;
}

/** `null`: nothing is chosen. */
export function readEnd(value: string): FlowEnd | null {
  const [, kind, id = ''] = /^(\w+) (.*)$/s.exec(value) ?? [];
  if (kind === 'function') return { kind, id: id as FunctionId };
  if (kind === 'memory') return { kind, socket: id === '' ? null : (id as SocketId) };
  return kind === 'list' ? { kind: 'scatterlist', id: id as ScatterlistId } : null;
}

const CACHINGS = ['WC', 'WB', 'UC'] as const;
const CACHING_WORDS = { WC: 'write combining', WB: 'write back', UC: 'uncached' } as const;

/** Who may move the data besides the ends: another device, or processors. */
export function engineGroups(machine: Machine, titles: Titles): readonly EndGroup[] {
  const sockets = machine.sockets.length === 0 ? [null] : machine.sockets.map(({ id }) => id);
  const cpus = sockets.flatMap((socket) =>
    CACHINGS.map((caching) => ({
      value: writeEngine({ kind: 'cpu', socket, caching }),
      title: `${socket === null ? 'CPU' : partNamed(machine, socket)} · ${caching}, ${CACHING_WORDS[caching]}`,
    })),
  );
  return [{ title: 'Processors', options: cpus }, ...deviceGroups(machine, titles)];
}

export function writeEngine(by: FlowEngine | null): string {
  if (by === null) return '';
  if (by.kind === 'function') return `function ${by.id}`;
  return `cpu/${by.caching} ${by.socket ?? ''}`;
}

export function readEngine(value: string): FlowEngine | null {
  const [, kind = '', id = ''] = /^(\S+) (.*)$/s.exec(value) ?? [];
  if (kind === 'function') return { kind, id: id as FunctionId };
  const caching = CACHINGS.find((each) => kind === `cpu/${each}`);
  return caching ? { kind: 'cpu', socket: id === '' ? null : (id as SocketId), caching } : null;
}

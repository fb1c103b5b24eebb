import { UNKNOWN } from '../base/unknown.ts';
import { blankMachine } from '../model/blank.ts';
import type { FunctionId, HostBridgeId } from '../model/ids.ts';
import type { HostBridge, Machine } from '../model/machine.ts';
import type { PciFunction } from '../model/pciFunction.ts';
import { CATALOGUE, genericPart } from './catalogue.ts';
import type { Figure } from './figure.ts';
import { makePort } from './makeBridge.ts';
import type { At } from './makeFunction.ts';
import { makeHost, makeVmd } from './makeHost.ts';
import { makePart } from './makePart.ts';
import { makeDownstream, makeSwitch } from './makeSwitch.ts';
import type { CataloguePart } from './part.ts';

/** A figure of a part and where in its row it stands: `functions/0/bars`. */
export interface FoundFigure {
  readonly where: string;
  readonly figure: Figure<unknown>;
}

/** Every figure of a row. */
export function figuresOf(row: unknown, where = ''): readonly FoundFigure[] {
  if (typeof row !== 'object' || row === null) return [];
  if ('value' in row && 'source' in row) return [{ where, figure: row as Figure<unknown> }];
  return Object.entries(row).flatMap(([key, inner]) =>
    figuresOf(inner, where === '' ? key : `${where}/${key}`),
  );
}

/** A host with one root port, and a socket's worth of nothing else. */
function bareHost(): { readonly host: HostBridge; readonly functions: readonly PciFunction[] } {
  const part = genericPart('host');
  if (part?.kind !== 'host') throw new Error('there is no generic host');
  return makeHost(part, { id: HOST, label: 'h0', numaNode: 0, socket: null });
}

const HOST = 'h0' as HostBridgeId;
const below = (id: string): At => ({
  id: 'part' as FunctionId,
  parent: { kind: 'function', id: id as FunctionId },
  label: 'part',
  numaNode: 0,
});
const onRoot = (id: string): At => ({
  id: id as FunctionId,
  parent: { kind: 'host', id: HOST },
  label: id,
  numaNode: 0,
});

/** A machine with that part in it, where such a part can be; `null` for parts that make no function. */
export function machineWith(part: CataloguePart): Machine | null {
  const { host, functions } = bareHost();
  const machine = (more: readonly PciFunction[], hosts: readonly HostBridge[] = []): Machine => ({
    ...blankMachine('drawn', part.title),
    hostBridges: [host, ...hosts],
    functions: [...functions, ...more],
  });
  switch (part.kind) {
    case 'slot':
      return null;
    case 'host': {
      const made = makeHost(part, { id: HOST, label: 'h0', numaNode: 0, socket: null });
      return { ...machine([]), hostBridges: [made.host], functions: made.functions };
    }
    case 'vmd': {
      const made = makeVmd(part, onRoot('part'), 'vmd' as HostBridgeId);
      return machine(made.functions, [made.host]);
    }
    case 'port':
      return machine([makePort(part, onRoot('part'))]);
    case 'rciep':
      return machine(makePart(part, onRoot('part')));
    case 'switch':
      return machine([
        port(),
        ...makeSwitch(part, below('port')),
        makeDownstream(part, {
          ...below('part'),
          id: 'down' as FunctionId,
        }),
      ]);
    default:
      return machine([port(), ...makePart(part, below('port'))]);
  }
}

function port(): PciFunction {
  const part = CATALOGUE.find((each) => each.kind === 'port' && each.id === 'port');
  if (part?.kind !== 'port') throw new Error('there is no generic port');
  return makePort(part, onRoot('port'));
}

/** What of a function is unknown and decides something: names of fields. */
export function openQuestions(fn: PciFunction): readonly string[] {
  const { type, headerType, multifunction, pciId, classCode, acs, ats, ari, sriov, bars } = fn;
  const asked: Readonly<Record<string, unknown>> = {
    type,
    headerType,
    multifunction,
    pciId,
    'device id': pciId === UNKNOWN ? UNKNOWN : pciId.device,
    classCode,
    acs,
    'ACS words': acs !== UNKNOWN && acs !== null ? acs.capability : null,
    ats,
    ari,
    sriov,
    bars,
    pcie: fn.pcie,
    link: fn.pcie === UNKNOWN || fn.pcie === null ? null : fn.pcie.link,
    driver: fn.driver,
    dma: fn.dma,
    externalFacing: fn.externalFacing,
    untrusted: fn.untrusted,
  };
  return Object.keys(asked).filter((key) => asked[key] === UNKNOWN);
}

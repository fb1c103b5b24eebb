// Dumps to bring to the page: those of our own golden machines, and what can be made of them.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const folder = join(import.meta.dirname, '../../fixtures/golden/kernel');

/** Path of a golden dump, packed as it lies there. */
export function goldenFile(name: string): string {
  return join(folder, `${name}.lspci.txt.gz`);
}

export function golden(name: string): string {
  return gunzipSync(readFileSync(goldenFile(name))).toString('utf8');
}

/**
 * The dump as it would be without root: the kernel shows only the first 64 bytes then, and lspci
 * says of all capabilities together that access is denied.
 */
export function withoutRoot(dump: string): string {
  return dump
    .replace(/^[0-9a-f]{2,3}:(?: [0-9a-f]{2}){16}\n/gm, '')
    .replace(/(?:^\tCapabilities: .*\n(?:^\t\t.*\n)*)+/gm, '\tCapabilities: <access denied>\n');
}

/** What a person might type: names, bus numbers, kinds of port and ACS. */
export function essence(dump: string): string {
  const kept = /^[0-9a-f]{2}:|^\tBus:|^\tCapabilities: .*(?:Express|Access Control)|ACSC(?:ap|tl):/;
  const isHexRow = /^[0-9a-f]{2}:(?: [0-9a-f]{2}){16}$/;
  return dump
    .split('\n')
    .filter((line) => kept.test(line) && !isHexRow.test(line))
    .join('\n');
}

const FUNCTIONS_PER_DEVICE = 8;

/** A machine of that many endpoints, eight functions to a device, each device below a root port. */
export function bigDump(endpoints: number): string {
  const parts = ['00:00.0 Host bridge [0600]: Example bridge [8086:29c0]\n'];
  const ports = Math.ceil(endpoints / FUNCTIONS_PER_DEVICE);
  for (let port = 0; port < ports; port++) {
    parts.push(rootPort(port), device(port + 1, endpoints - port * FUNCTIONS_PER_DEVICE));
  }
  // lspci ends every function with an empty line, the last one too.
  return `${parts.join('\n')}\n`;
}

const hex = (value: number) => value.toString(16).padStart(2, '0');

function rootPort(port: number): string {
  const bus = hex(port + 1);
  return [
    `00:${hex(1 + (port >> 3))}.${port & 7} PCI bridge [0604]: Example root port [1b36:000c] (prog-if 00 [Normal decode])`,
    `\tBus: primary=00, secondary=${bus}, subordinate=${bus}, sec-latency=0`,
    '\tCapabilities: [54] Express (v2) Root Port (Slot+), MSI 00',
    '\tCapabilities: [148 v1] Access Control Services',
    '\t\tACSCap:\tSrcValid+ TransBlk+ ReqRedir+ CmpltRedir+ UpstreamFwd+ EgressCtrl- DirectTrans+',
    '\t\tACSCtl:\tSrcValid+ TransBlk- ReqRedir- CmpltRedir- UpstreamFwd- EgressCtrl- DirectTrans-',
    '',
  ].join('\n');
}

function device(bus: number, functions: number): string {
  const blocks: string[] = [];
  for (let fn = 0; fn < Math.min(FUNCTIONS_PER_DEVICE, functions); fn++) {
    blocks.push(
      `${hex(bus)}:00.${fn} Non-Volatile memory controller [0108]: Example drive [1b36:0010] (prog-if 02 [NVM Express])`,
      '\tCapabilities: [80] Express (v2) Endpoint, MSI 00',
      '\tCapabilities: [100 v1] Advanced Error Reporting',
      '',
    );
  }
  return blocks.join('\n');
}

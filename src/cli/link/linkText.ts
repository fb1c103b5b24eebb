import type { LinkFigures, LinkLoad } from '../../engine/link/linkFigures.ts';
import { splitTransfer } from '../../engine/link/splitTransfer.ts';
import { tlpOverhead } from '../../engine/link/tlpBytes.ts';
import { wrap } from '../text.ts';
import type { LinkRequest } from './linkQuestion.ts';

type Figures = Omit<LinkFigures, 'opposed'> & Partial<Pick<LinkFigures, 'opposed'>>;

/** Two less than a line may have. */
const COLUMNS = 78;

/** The figures as a table, with what fills the link and what limits. */
export function linkText(request: LinkRequest, figures: Figures): string {
  const { raw, write, read, both, opposed } = figures;
  const rows: readonly (readonly [string, LinkLoad | undefined])[] = [
    ['writes', write],
    ['reads', read],
    ['reads and writes, each', both],
    ['writes from both ends, each', opposed],
  ];
  const lines = [
    ...headOf(request),
    '',
    `${''.padEnd(27)}    Gb/s    GB/s   data header   DLLP    SKP   idle`,
    `${'after line code'.padEnd(27)}${rateCells(raw)}`,
    ...rows.flatMap(([title, load]) => (load ? [rowOf(title, load, raw)] : [])),
    '',
    'Payload one way; the parts are of the fuller direction.',
    ...(request.model === 'spec' ? limitsOf(request, figures) : [wrap(WHOSE, 0, COLUMNS)]),
  ];
  return `${lines.join('\n')}\n`;
}

const WHOSE =
  'The model of SIGCOMM 2018, as published: it charges ACKs and credits to both directions whatever ' +
  'they carry, and more on wide links than the specification asks for; real links exceed it.';

function headOf({ generation, question }: LinkRequest): readonly string[] {
  const { rate, sizeBytes, maxPayload, maxReadRequest, readCompletionBoundary } = question;
  const cut =
    question.completions === 'rcb'
      ? `completions of ${readCompletionBoundary} bytes`
      : `completions of up to ${maxPayload} bytes`;
  const settings = [
    `Max_Payload_Size ${maxPayload}`,
    `Max_Read_Request_Size ${maxReadRequest}`,
    cut,
    `${question.addressBits}-bit addresses`,
    ...(question.ecrc ? ['ECRC'] : []),
    ...(question.linkEfficiency < 1 ? [`efficiency ${question.linkEfficiency}`] : []),
    ...(question.dllpsPerTlp === 1 ? [] : [`${question.dllpsPerTlp} DLLPs for each TLP`]),
  ];
  return [
    `Gen${generation} x${rate.width}, transfers of ${sizeBytes} ${sizeBytes === 1 ? 'byte' : 'bytes'}`,
    wrap(settings.join(', '), 0, COLUMNS),
  ];
}

const rateCells = (bytesPerSecond: number): string =>
  `${((bytesPerSecond * 8) / 1e9).toFixed(3).padStart(8)}${(bytesPerSecond / 1e9).toFixed(3).padStart(8)}`;

function rowOf(title: string, { bytesPerSecond, wire }: LinkLoad, raw: number): string {
  const parts = [wire.payload, wire.header, wire.dllp, wire.skp, wire.idle].map((part) =>
    percent(raw > 0 ? part / raw : 0),
  );
  return `${title.padEnd(27)}${rateCells(bytesPerSecond)}${parts.join('')}`;
}

const percent = (part: number): string => `${(Math.max(0, part) * 100).toFixed(1)}%`.padStart(7);

const DIRECTIONS = {
  'from-device': 'from the device to its port',
  'to-device': 'from the port to the device',
} as const;

function limitsOf({ generation, question }: LinkRequest, figures: Figures): readonly string[] {
  const { writes, requests, completions } = splitTransfer(question);
  const bytes = (kind: 'write' | 'read' | 'completion') => tlpOverhead(generation, kind, question);
  const lines = [
    `A write is ${count(writes, 'TLP')} of ${bytes('write')} bytes beside the data; it fills the direction ${DIRECTIONS[figures.write.full]}.`,
    `A read is ${count(requests, 'request')} of ${bytes('read')} bytes and ${count(completions, 'completion')} of ${bytes('completion')} beside the data; it fills the direction ${DIRECTIONS[figures.read.full]}.`,
    `Reads and writes together fill the direction ${DIRECTIONS[figures.both.full]}.`,
  ];
  return lines.map((line) => wrap(line, 0, COLUMNS));
}

const count = (number: number, what: string): string =>
  `${number} ${number === 1 ? what : `${what}s`}`;

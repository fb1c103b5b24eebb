import { describe, expect, it } from 'vitest';
import type { PciFunction } from '../../../model/pciFunction.ts';
import { readDump } from './dump.testkit.ts';
import { goldenDump, wordsOf } from './goldenDumps.testkit.ts';

/*
 * What mail programs, terminals, editors and web pages do to a dump must not change what is read
 * from it.
 */

const CASES = [
  's43-sriov-switch-acs.612-none',
  'r022.612-strict',
  's39-conventional-nested.612-none',
];

const ESC = String.fromCharCode(27);
const NUL = String.fromCharCode(0);
const eachLine = (text: string, change: (line: string, index: number) => string): string =>
  text.split('\n').map(change).join('\n');

const HARMLESS: Readonly<Record<string, (text: string) => string>> = {
  'line ends of DOS': (text) => text.replaceAll('\n', '\r\n'),
  'tabs turned into eight spaces': (text) => text.replaceAll('\t', '        '),
  'tabs turned into two spaces': (text) => text.replaceAll('\t', '  '),
  'quoted once': (text) => eachLine(text, (line) => `> ${line}`),
  'quoted twice, without blanks': (text) => eachLine(text, (line) => `>>${line}`),
  'quoted in part': (text) =>
    eachLine(text, (line, index) => (index % 3 === 0 ? line : `> ${line}`)),
  'indented as a whole': (text) => eachLine(text, (line) => `    ${line}`),
  'blanks at the ends': (text) => eachLine(text, (line) => `${line}  `),
  'no-break spaces': (text) => text.replaceAll('\t', '\u00a0\u00a0').replaceAll(': ', ':\u00a0'),
  'terminal colours': (text) => text.replace(/^(\S+\.\d)/gm, `${ESC}[32m$1${ESC}[0m`),
  'NUL bytes': (text) => eachLine(text, (line) => line + NUL),
  'a byte order mark': (text) => `\ufeff${text}`,
  'blank lines after every line': (text) => text.replaceAll('\n', '\n\n'),
  'no blank lines': (text) => text.replace(/\n+/g, '\n'),
  'prompts around it': (text) => `root@host:~# lspci -vvvxxxx\n${text}\nroot@host:~# exit`,
};

/** Breaks lines the way mail programs do: at the last blank before column 72. */
function wrap(text: string): string {
  return eachLine(text, (line) => {
    const parts: string[] = [];
    let rest = line.replaceAll('\t', '        ');
    while (rest.length > 72 && rest.lastIndexOf(' ', 72) > 24) {
      const at = rest.lastIndexOf(' ', 72);
      parts.push(rest.slice(0, at));
      rest = rest.slice(at + 1);
    }
    return [...parts, rest].join('\n');
  });
}

const withoutNames = (functions: readonly PciFunction[]) =>
  functions.map(({ names: _, ...rest }) => rest);

describe.each(CASES)('%s', (name) => {
  const dump = goldenDump(name);
  const whole = readDump(dump).machine.functions;
  const words = readDump(wordsOf(dump)).machine.functions;

  it.each(Object.keys(HARMLESS))('%s', (kind) => {
    const damage = HARMLESS[kind] ?? ((text: string) => text);
    const damaged = readDump(damage(dump));
    expect(damaged.machine.functions).toEqual(whole);
    expect(damaged.problems).toEqual([]);
    expect(readDump(damage(wordsOf(dump))).machine.functions).toEqual(words);
  });

  it('lines broken by a mail program', () => {
    const damaged = readDump(wrap(dump));
    expect(withoutNames(damaged.machine.functions)).toEqual(withoutNames(whole));
    expect(damaged.problems).toEqual([]);
    expect(withoutNames(readDump(wrap(wordsOf(dump))).machine.functions)).toEqual(
      withoutNames(words),
    );
  });

  it('indentation lost', () => {
    const damaged = readDump(eachLine(dump, (line) => line.trimStart()));
    expect(damaged.machine.functions).toEqual(whole);
    expect(damaged.said('warning')).toEqual([]);
  });
});

import { expect, test } from 'vitest';
import { acs, id, MachineBuilder } from '../../model/machine.testkit.ts';
import { analyze } from '../analyze.ts';
import { eraById } from '../kernel/eras.ts';
import { unusedRedirects } from './unusedRedirects.ts';

/** A card under the upper switch (07), one under the lower (05), control words by port. */
function difference(words: Readonly<Record<string, number>>, provider: string, client: string) {
  const word = (port: string) => ({ acs: acs(words[port] ?? 0) });
  const machine = new MachineBuilder()
    .host('00:00.0', '8086:29c0')
    .rootPort('00:01.0', '01-07', word('root'))
    .upstream('01:00.0', '02-07')
    .downstream('02:00.0', '03-05', word('upper'))
    .upstream('03:00.0', '04-05')
    .downstream('04:00.0', '05', word('lower'))
    .endpoint('05:00.0', word('card'))
    .endpoint('05:00.1')
    .downstream('02:01.0', '07', word('other'))
    .endpoint('07:00.0')
    .build();
  const analysis = analyze(machine, { kernel: eraById('6.12') });
  return unusedRedirects(analysis.topology, analysis.pair(id(provider), id(client))).join('\n');
}

test.each([
  // The port on the client's leg below the common bridge decides about requests …
  [{ upper: 0x04 }, '07:00.0', '05:00.0', ''],
  [{ upper: 0x08 }, '07:00.0', '05:00.0', /counts CR of 0000:02:00.0.*here they leave it/],
  // … the one on the provider's leg about completions …
  [{ other: 0x08 }, '07:00.0', '05:00.0', ''],
  [{ other: 0x04 }, '07:00.0', '05:00.0', /counts RR of 0000:02:01.0.*here they leave it/],
  // … and no port further down.
  [{ lower: 0x0c }, '07:00.0', '05:00.0', /counts RR CR of 0000:04:00.0.*requests pass it upwards/],
  [{ lower: 0x0c }, '05:00.0', '07:00.0', /0000:04:00.0.*completions pass it upwards/],
  // What the cards themselves set is about the ways inside them.
  [{ card: 0x04 }, '07:00.0', '05:00.0', /counts RR of 0000:05:00.0/],
  // Functions of one card: the port above is their common bridge.
  [{ lower: 0x1d }, '05:00.0', '05:00.1', /0000:04:00.0.*common bridge/],
  [{ root: 0x1d }, '07:00.0', '05:00.0', ''],
])('%j, %s for %s', (words, provider, client, expected) => {
  const said = difference(words, provider, client);
  if (expected === '') expect(said).toBe('');
  else expect(said).toMatch(expected);
});

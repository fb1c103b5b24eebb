import { describe, expect, it } from 'vitest';
import { hostNameIn, isElision, isNoise, isTreeLine } from './foreignLine.ts';

describe('isNoise', () => {
  it.each([
    '$ lspci -vvv',
    '# lspci -s 00:00.0 -vvv',
    'root@host:~# lspci',
    '[root@host ~]# lspci -nn',
    'user@host:/sys$',
    'sudo lspci -vvv',
    'lspci',
    '/usr/sbin/lspci -t',
    '-------',
    '// a remark',
    '-- ',
    'pcilib: sysfs_read_vpd: read failed: No such device',
  ])('%s', (text) => {
    expect(isNoise(text)).toBe(true);
  });

  it.each(['Linux version 6.1', 'the lspci output follows', 'a $ b', 'cost: 5$ in all'])(
    'not %s',
    (text) => {
      expect(isNoise(text)).toBe(false);
    },
  );
});

describe('isTreeLine', () => {
  it.each([
    '-[0000:00]-+-00.0  Intel Corporation',
    ' |           +-01.0-[01]--+-00.0',
    '           \\-1f.5',
    ' +-[0000:7f]-+-08.0',
  ])('%s', (text) => {
    expect(isTreeLine(text)).toBe(true);
  });

  it.each(['00:00.0 Host bridge', '- a list', '-1.5', '+ added'])('not %s', (text) => {
    expect(isTreeLine(text)).toBe(false);
  });
});

describe('isElision', () => {
  it.each(['--', '...', '[...]', '[ … ]', '\t<snip>', '--snip--', '[30 lines removed]', '(cut)'])(
    '%s',
    (text) => {
      expect(isElision(text)).toBe(true);
    },
  );

  it.each(['-----', 'Removing the card helps.', '[8086:1901]', 'Region 0: <ignored>', 'cut'])(
    'not %s',
    (text) => {
      expect(isElision(text)).toBe(false);
    },
  );
});

describe('hostNameIn', () => {
  it.each([
    ['root@gpu-07:~# lspci', 'gpu-07'],
    ['[root@node1 ~]# lspci -nn', 'node1'],
    ['Linux gpu-07 6.1.0-13-amd64 #1 SMP Debian', 'gpu-07'],
    ['Linux version 6.1.0-13-amd64', null],
    ['me@example.org wrote', null],
  ])('%s', (text, name) => {
    expect(hostNameIn(text)).toBe(name);
  });
});

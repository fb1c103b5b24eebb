import { expect, test } from 'vitest';
import { prepared } from './textLines.testkit.ts';

test.each([
  ['# uname -r', 'uname'],
  ['$ cat /proc/cmdline', 'cmdline'],
  ['me@box:~$ lscpu', 'cpu'],
  ['[root@box ~]# dmesg | grep -i iommu', 'dmesg'],
  ['root@box:~# sudo lspci -vvv', 'lspci'],
  ['# find /sys/kernel/iommu_groups -type l', 'groups'],
  ['$ head -n 30 /proc/cpuinfo', 'cpu'],
])('%s is a command', (text, section) => {
  expect(prepared(text)[0]).toMatchObject({ marker: true, section });
});

test.each(['# a heading', 'see bug # 12 of lspci', '#uname', `${'x'.repeat(90)}# uname -r`])(
  '“%s” is none',
  (text) => {
    expect(prepared(text)[0]).toMatchObject({ marker: false, section: null });
  },
);

test('a section lasts until the next command', () => {
  const sections = prepared('a\n# uname -r\nb\n\nc\n# lscpu\nd').map(({ section }) => section);
  expect(sections).toEqual([null, 'uname', 'uname', 'uname', 'uname', 'cpu', 'cpu']);
});

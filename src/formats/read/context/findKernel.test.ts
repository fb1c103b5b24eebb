import { describe, expect, test } from 'vitest';
import { findKernel } from './findKernel.ts';
import { found } from './textLines.testkit.ts';

const releases = (text: string) =>
  found(findKernel, text).flatMap((one) => (one.kind === 'kernel' ? [one.release] : []));
const archs = (text: string) =>
  found(findKernel, text).flatMap((one) => (one.kind === 'arch' ? [one.arch] : []));

describe('uname', () => {
  test('-a', () => {
    const text =
      'Linux box 6.1.0-18-amd64 #1 SMP PREEMPT_DYNAMIC Debian 6.1.76-1 (2024-02-01) x86_64 GNU/Linux';
    expect([releases(text), archs(text)]).toEqual([['6.1.0-18-amd64'], ['x86']]);
  });

  test('-srm, on another architecture', () => {
    const text = 'Linux 6.8.0-45-generic aarch64';
    expect([releases(text), archs(text)]).toEqual([['6.8.0-45-generic'], ['arm64']]);
  });

  test('-r', () => {
    expect(releases('6.12.15-amd64')).toEqual(['6.12.15-amd64']);
    expect(releases('# uname -r\n7.0-rc1')).toEqual(['7.0-rc1']);
  });
});

test.each([
  '[    0.000000] Linux version 6.12.117-p (x@y) (gcc (Debian 12.2.0-14) 12.2.0) #1 SMP',
  'Linux version 6.12.117-p (x@y) (gcc (Debian 12.2.0-14) 12.2.0) #1 SMP',
  'Nov 21 12:00:01 box kernel: Linux version 6.12.117-p (x@y)',
  'Kernel: Linux 6.12.117-p',
  'Kernel: 6.12.117-p arch: x86_64 bits: 64',
])('%s', (text) => {
  expect(releases(text)).toEqual(['6.12.117-p']);
});

test.each([
  'Linux 6.1 is the oldest kernel that does this',
  'Kernel 5.8 or 5.9 with commit 52fbf5bdeeef reverted:',
  'Kernel: see below',
  'Kernel driver in use: nvme',
  'lspci version 3.10.0',
])('“%s” names none', (text) => {
  expect(releases(text)).toEqual([]);
});

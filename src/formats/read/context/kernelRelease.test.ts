import { expect, test } from 'vitest';
import { isBareKernelRelease, isKernelRelease } from './kernelRelease.ts';

test.each([
  '6.12.15-amd64',
  '6.1.0-18-amd64',
  '5.14.21-150500.55.65-default',
  '5.14.0-427.el9.x86_64',
  '6.12.43+deb13-amd64',
  '6.14.11-4-pve',
  '6.12.1-arch1-1',
  '7.0.0-rc1+',
  '5.15.90.1-microsoft-standard-WSL2',
  '3.10.0-1160.el7.x86_64',
  '6.12.15',
])('%s stands for itself', (text) => {
  expect(isBareKernelRelease(text)).toBe(true);
});

test.each(['7.0-rc1', '6.12', '3.10.0'])('%s can be a release, if something says so', (text) => {
  expect([isKernelRelease(text), isBareKernelRelease(text)]).toEqual([true, false]);
});

test.each(['192.168.1.1', '8.8.8.8.8', '2024.01.02', '1.2.3', '535.104.05', '6.x', '03:00.0', ''])(
  '%s is none',
  (text) => {
    expect(isBareKernelRelease(text)).toBe(false);
  },
);

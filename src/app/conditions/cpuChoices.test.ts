import { expect, test } from 'vitest';
import { NEWEST_ACCEPTED_ERA } from '../../engine/kernel/eras.ts';
import { cpuSupportsP2pdma } from '../../engine/p2pdma/cpuSupportsP2pdma.ts';
import { CPU_CHOICES, CPU_OF_CHOICE, cpuChoice, cpuWords } from './cpuChoices.ts';

test('of the CPUs in the menu, Linux trusts AMD Zen alone', () => {
  const { features } = NEWEST_ACCEPTED_ERA;
  const trusted = CPU_CHOICES.filter(
    (choice) => cpuSupportsP2pdma(CPU_OF_CHOICE[choice].cpu, features) === 'yes',
  );
  expect(trusted).toEqual(['amd-zen']);
});

test('a CPU that was chosen is found again, any other is none of them', () => {
  for (const choice of CPU_CHOICES) expect(cpuChoice(CPU_OF_CHOICE[choice].cpu)).toBe(choice);
  expect(cpuChoice({ arch: 'x86', vendor: 'AuthenticAMD', family: 0x1a })).toBeNull();
});

test.each([
  [{ arch: 'x86', vendor: 'GenuineIntel', family: 6 }, 'Intel, family 6'],
  [{ arch: 'x86', vendor: 'AuthenticAMD', family: 0x19 }, 'AMD, family 0x19'],
  [{ arch: 'x86', vendor: 'CentaurHauls', family: null }, 'CentaurHauls'],
  [{ arch: 'arm64', vendor: null, family: null }, 'arm64'],
] as const)('%o', (cpu, words) => {
  expect(cpuWords(cpu)).toBe(words);
});

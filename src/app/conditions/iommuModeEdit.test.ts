import { expect, test } from 'vitest';
import { UNKNOWN } from '../../base/unknown.ts';
import { NO_REQUEST, resolveConditions } from '../../engine/kernel/conditions.ts';
import { blankMachine, UNKNOWN_SETTINGS } from '../../model/blank.ts';
import { IOMMU_MODES, type IommuMode, type Settings } from '../../model/settings.ts';
import { applyEdit } from '../../store/edits.ts';
import { iommuModeEdit } from './iommuModeEdit.ts';

const INTEL: Settings = { ...UNKNOWN_SETTINGS, kernel: '6.12', iommu: 'intel' };

const under = (settings: Settings) => {
  const machine = { ...blankMachine('captured', 'test'), settings };
  return { machine, conditions: resolveConditions(machine, NO_REQUEST) };
};
const edit = (settings: Settings, reported: Settings['iommuMode'], mode: IommuMode) =>
  iommuModeEdit(settings, reported, under(settings).conditions, mode);

test('the command line says it; a report is left as it is where it does not decide', () => {
  expect(edit({ ...INTEL, cmdline: 'quiet' }, UNKNOWN, 'off')).toEqual({
    kind: 'cmdline',
    cmdline: 'quiet intel_iommu=off',
    iommuMode: UNKNOWN,
  });
  // Without a word left, nothing is known of it.
  expect(
    edit({ ...INTEL, iommu: 'amd', cmdline: 'amd_iommu=fullflush' }, UNKNOWN, 'lazy'),
  ).toMatchObject({ cmdline: UNKNOWN });
});

test('a report that decides is set along, and one that comes true again decides again', () => {
  const reported: Settings = { ...INTEL, cmdline: 'iommu=pt', iommuMode: 'strict' };
  expect(edit(reported, 'strict', 'lazy')).toEqual({
    kind: 'cmdline',
    cmdline: 'intel_iommu=on',
    iommuMode: 'lazy',
  });
  expect(edit(reported, 'strict', 'passthrough')).toEqual({
    kind: 'iommu',
    iommu: 'intel',
    iommuMode: 'passthrough',
  });
  expect(edit({ ...INTEL, cmdline: 'quiet' }, 'strict', 'strict')).toEqual({
    kind: 'cmdline',
    cmdline: 'quiet intel_iommu=on iommu.strict=1',
    iommuMode: 'strict',
  });
});

test('without an IOMMU there is nothing to choose', () => {
  expect(edit({ ...INTEL, iommu: 'none' }, UNKNOWN, 'lazy')).toBeNull();
});

test.each(IOMMU_MODES)('what was chosen holds: %s', (mode) => {
  for (const iommuMode of [UNKNOWN, ...IOMMU_MODES] as const) {
    for (const cmdline of [UNKNOWN, 'iommu=pt', 'intel_iommu=off', 'iommu.strict=1']) {
      const settings = { ...INTEL, cmdline, iommuMode };
      const { machine, conditions } = under(settings);
      const chosen = iommuModeEdit(settings, iommuMode, conditions, mode);
      const after = chosen && applyEdit(machine, chosen, null)?.machine;
      expect(resolveConditions(after ?? machine, NO_REQUEST).iommu.value.mode).toBe(mode);
    }
  }
});

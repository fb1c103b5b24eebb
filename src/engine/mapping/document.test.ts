import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { settle } from '../../build/settle.ts';
import { oneSwitch } from './scenarioMachines.testkit.ts';

test('the document is the machine that lists are shown on', () => {
  const file = new URL(
    '../../../fixtures/claims/one-switch-nvme-nic.peerlane.json',
    import.meta.url,
  );
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(oneSwitch())));
});

test('its numbers and addresses are those that placing would choose', () => {
  const { machine, problems } = settle(oneSwitch());
  expect(problems).toEqual([]);
  expect(machine.functions).toEqual(oneSwitch().functions);
});

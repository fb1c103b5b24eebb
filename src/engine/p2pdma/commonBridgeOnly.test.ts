import { expect, test } from 'vitest';
import { id } from '../../model/machine.testkit.ts';
import type { Machine } from '../../model/machine.ts';
import { analyze } from '../analyze.ts';
import { eraById } from '../kernel/eras.ts';
import {
  cascade,
  IOMMU_SET,
  oneSwitch,
  twoFunctions,
  twoRootPorts,
  ZEN,
} from './workedMachines.testkit.ts';

const rows: readonly (readonly [string, Machine, string, string, number])[] = [
  ['siblings in one switch', oneSwitch(), '03:00.0', '04:00.0', 4],
  ['redirection is not asked', oneSwitch({ client: IOMMU_SET }), '03:00.0', '04:00.0', 4],
  ['two functions below a root port', twoFunctions(IOMMU_SET), '01:00.0', '01:00.1', 2],
  ['different legs of cascaded switches', cascade, '03:00.0', '06:00.0', 6],
  ['two root ports', twoRootPorts('1022:1450'), '01:00.0', '02:00.0', -1],
];

test.each(rows.map((row) => ({ name: row[0], row })))('v4: $name', ({ row }) => {
  const [, machine, provider, client, result] = row;
  const asked = { kernel: eraById('v4-2018'), cpu: ZEN, acsWords: 'as-is' } as const;
  expect(analyze(machine, asked).pair(id(provider), id(client))).toMatchObject({
    result,
    rule: result < 0 ? 'no-common-bridge' : 'common-bridge',
    acsRedirect: [],
  });
});

import { expect, test } from 'vitest';
import { ISOLATION_ROWS } from './isolationRows.ts';

const row = (order: number) => {
  const { vendor, device, family } = ISOLATION_ROWS[order] ?? {};
  const id = device === 'any' ? 'any' : device?.toString(16).padStart(4, '0');
  return `${vendor?.toString(16).padStart(4, '0')}:${id} ${family?.id}`;
};

test('132 rows of 14 families', () => {
  expect(ISOLATION_ROWS).toHaveLength(132);
  expect(new Set(ISOLATION_ROWS.map(({ family }) => family.id)).size).toBe(14);
});

/** The first and the last row of each stretch: the order decides. */
test.each([
  [0, '1002:4385 amd-southbridge'],
  [7, '1022:7809 amd-southbridge'],
  [8, '1924:0903 multifunction-endpoint-no-internal-p2p'],
  [11, '8086:10c6 multifunction-endpoint-no-internal-p2p'],
  [58, '8086:15b8 multifunction-endpoint-no-internal-p2p'],
  [59, '8086:any intel-rciep'],
  [60, '17cb:0400 qualcomm-root-port'],
  [63, '17cb:0111 qualcomm-root-port'],
  [65, '1dbf:0401 qualcomm-root-port'],
  [66, '8086:any intel-pch-root-port-no-acs-cap'],
  [67, '8086:any intel-sunrise/union-point-misplaced-acs'],
  [68, '19a2:0710 multifunction-endpoint-no-internal-p2p'],
  [69, '10df:0720 multifunction-endpoint-no-internal-p2p'],
  [70, '177d:any cavium-thunderx-root-port'],
  [73, '177d:a060 multifunction-endpoint-no-internal-p2p'],
  [74, '10e8:e004 xgene/ampere-root-port'],
  [82, '1def:e00c xgene/ampere-root-port'],
  [83, '14e4:16d7 multifunction-endpoint-no-internal-p2p'],
  [91, '14e4:d714 broadcom-iproc-paxb-root-port'],
  [92, '0014:3c09 loongson-root-port'],
  [101, '0014:7a69 loongson-root-port'],
  [102, '1c36:0031 annapurna-root-port'],
  [103, '1d17:3038 multifunction-endpoint-no-internal-p2p'],
  [106, '1957:8d81 nxp-root-port'],
  [129, '1957:8d9b nxp-root-port'],
  [130, '1d17:any zhaoxin-root-or-downstream-port'],
  [131, '8088:any wangxun-nic'],
])('row %i is %s', (order, text) => {
  expect(row(order)).toBe(text);
});

test('no row stands there twice', () => {
  const keys = ISOLATION_ROWS.map(
    ({ vendor, device, family }) => `${vendor}:${device}:${family.id}`,
  );
  expect(new Set(keys).size).toBe(keys.length);
});

import { expect, test } from 'vitest';
import { findPeerMessages } from './findPeerMessages.ts';
import { found } from './textLines.testkit.ts';

const REFUSED =
  'cannot be used for peer-to-peer DMA as the client and provider (0000:19:00.0) do not share an upstream bridge or whitelisted host bridge';

test('a refusal names both ends', () => {
  const [refusal, remark] = found(
    findPeerMessages,
    `[   72.896624] amdgpu 0000:67:00.0: ${REFUSED}`,
  );
  expect(refusal).toMatchObject({
    kind: 'refusal',
    client: '0000:67:00.0',
    provider: '0000:19:00.0',
    line: 1,
  });
  expect(remark).toMatchObject({ kind: 'remark', severity: 'note', where: '0000:67:00.0' });
});

test('a refusal that a mail program broke', () => {
  const text = `[   72.896624] amdgpu 0000:67:00.0: ${REFUSED.replace(' and provider', '\nand provider')}`;
  expect(found(findPeerMessages, text)[0]).toMatchObject({ kind: 'refusal' });
});

test.each([
  'nvme 0000:04:00.0: ACS redirect is set between the client and provider (0000:03:00.0)',
  'nvme 0000:04:00.0: to disable ACS redirect for this path, add the kernel parameter: pci=disable_acs_redir=0000:02:00.0;0000:02:01.0',
  'pci 0000:00:00.0: Host bridge not in P2PDMA whitelist: 8086:29c0',
  'nvme 0000:06:00.0: added peer-to-peer DMA memory 0xfdc00000-0xfdffffff',
  'pci 0000:00:04.0: disabled ACS redirect',
  'pci 0000:00:02.0: Configured ACS to 0x001c',
  'pci 0000:00:02.0: ACS Flags missing',
  'pci 0000:00:1c.0: Intel SPT PCH root port ACS workaround enabled',
])('%s', (text) => {
  const [remark, ...rest] = found(findPeerMessages, `[    1.0] ${text}`);
  const said = text.slice(text.indexOf(': ') + 2);
  expect(remark).toMatchObject({ kind: 'remark', text: expect.stringContaining(said) });
  expect(rest).toEqual([]);
});

test('the out-of-tree override is worth a warning', () => {
  const text =
    'Warning: PCIe ACS overrides enabled; This may allow non-IOMMU protected peer-to-peer DMA';
  expect(found(findPeerMessages, text)).toMatchObject([{ kind: 'remark', severity: 'warning' }]);
});

test.each(['peer-to-peer DMA is fine', 'pci 0000:00:02.0: enabling Extended Tags'])(
  '“%s” is nothing of the kind',
  (text) => {
    expect(found(findPeerMessages, text)).toEqual([]);
  },
);

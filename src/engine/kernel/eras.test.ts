import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CURRENT_ERAS, ERAS, eraById } from './eras.ts';
import type { KernelFeatures } from './features.ts';

/** As the command's contract lists them. */
const IDS =
  'oot-2016 rfc-2017 v1-2018 v2-2018 v3-2018 v4-2018 4.20 5.2 5.4 5.5 5.6 5.7 5.8 5.9 5.10 5.11 5.12 5.15 5.18 5.19 6.0 6.1 6.2 6.6 6.11 6.12.0 6.12 6.16 6.17 6.18 7.0 7.1 next proposal-b proposal-c proposal-groups';

test('the table has every era, in order of time', () => {
  expect(ERAS.map(({ id }) => id).join(' ')).toBe(IDS);
});

test('every feature is set in every row', () => {
  const names = new Set(ERAS.flatMap(({ features }) => Object.keys(features)));
  for (const { features } of ERAS) {
    expect(new Set(Object.keys(features))).toEqual(names);
    expect(Object.values(features)).not.toContain(undefined);
  }
});

test('every feature makes a difference between two rows', () => {
  const [first] = ERAS;
  for (const name of Object.keys(first?.features ?? {}) as (keyof KernelFeatures)[]) {
    const values = new Set(ERAS.map(({ features }) => features[name]));
    expect([name, values.size > 1]).toEqual([name, true]);
  }
});

test('releases are accepted, nothing else is', () => {
  for (const { kind, accepted, since } of ERAS) {
    expect(accepted).toBe(kind === 'release');
    expect(since !== null).toBe(accepted);
  }
});

test('what was run or read is named', () => {
  for (const { evidence, seen } of ERAS) expect(seen !== null).toBe(evidence !== 'lists');
});

test('kernels that may run today: from 5.15 on', () => {
  expect(CURRENT_ERAS.map(({ id }) => id).join(' ')).toBe(
    '5.15 5.18 5.19 6.0 6.1 6.2 6.6 6.11 6.12.0 6.12 6.16 6.17 6.18 7.0 7.1',
  );
});

describe('the row in which each behaviour came', () => {
  /** Accepted rows in which the feature has another value than in the row before. */
  const changes = (name: keyof KernelFeatures) => {
    const rows = ERAS.filter(({ accepted }) => accepted);
    return rows
      .filter(
        ({ features }, index) => index > 0 && features[name] !== rows[index - 1]?.features[name],
      )
      .map(({ id, features }) => `${id} ${features[name]}`)
      .join(', ');
  };

  test.each<[keyof KernelFeatures, string]>([
    ['pairRule', '5.4 map-types'],
    ['hostIdentity', '5.2 slot-00.0, 5.4 first-at-00.0, 5.19 first-or-root-port'],
    ['hostPathPenalty', '5.2 4096, 5.4 0'],
    ['vmdChildren', '5.6 aliases'],
    ['zenCpuForwards', '5.9 true'],
    ['blocksUntrusted', '5.10 true'],
    ['virtOpsClients', '5.2 refused, 5.11 not-asked'],
    ['unlistedHostLog', '5.15 redirected'],
    ['redirectListBytes', '5.15 128'],
    ['noatsBlocks', '5.15 true'],
    ['strictParameter', '5.15 all'],
    ['forcedacParameter', '5.15 true'],
    ['busOffsetSign', '5.18 plus'],
    ['softEndsSearch', '5.19 false'],
    ['unaskedMapping', '5.4 fails, 6.0 asks'],
    ['refusedMapping', '6.0 eremoteio'],
    ['disableAcsRedir', '6.11 restores-firmware, 6.12 from-firmware'],
    ['configAcs', '6.11 early, 6.12 each-entry'],
    ['writesHostAddress', '6.16 false'],
    ['acsMoment', '7.0 dma-configured'],
    ['brokenSourceValidation', '7.0 left-out'],
    ['amdOffRequestsAcs', '7.0 false'],
    ['noAliasBridges', '7.0 true'],
    ['nvmeSegment', '5.2 unlimited'],
    ['firstPageAsks', '5.4 true'],
    ['untrustedBounce', '5.4 intel, 5.11 all'],
    ['amdMapper', '5.5 iommu-dma'],
    ['sgTable', '5.8 einval, 5.15 errno'],
    ['nvmeKeepsOffset', '5.10 true'],
    ['intelMapper', '5.11 iommu-dma'],
    ['softwareRdma', '5.11 rdma-core'],
    ['rdmaSegment', '5.11 driver'],
    ['countsPages', '5.15 true'],
    ['bouncePanics', '5.15 true, 6.0 false'],
    ['bouncesPeers', '6.0 false'],
    ['peersInMapSg', '6.0 each-entry'],
    ['peerCapability', '6.0 ops-flag, 6.12.0 no-ops'],
    ['lowIova', '6.6 until-it-fails'],
    ['iommuDmaCall', '6.12.0 direct-call'],
    ['busEntryLength', '6.16 first-entry'],
    ['writesBusLength', '6.16 false, 6.18 true'],
    ['untrustedDomain', '5.2 vtd-function, 5.8 vtd-group, 5.11 group'],
    ['searchesAgain', '5.11 true'],
    ['iovaDepot', '6.11 trimmed'],
    ['iovaApi', '6.16 true'],
    ['nvmeMapping', '6.17 block-iterator'],
    ['pagelessProviders', '7.0 true'],
  ])('%s: %s', (name, rows) => {
    expect(changes(name)).toBe(rows);
  });

  test('the series of 2018: a mapper for peers, called by a flag, then by the first page', () => {
    const rows = ERAS.filter(({ kind }) => kind === 'series').map(
      ({ features }) => `${features.peersInMapSg} ${features.p2pFlagDecides}`,
    );
    expect(rows).toEqual([
      'never false',
      'never false',
      'first-page true',
      'first-page true',
      'first-page false',
      'first-page false',
    ]);
  });

  test('4.19 brought disable_acs_redir, so that the first release has it', () => {
    expect(eraById('v4-2018').features.disableAcsRedir).toBe('absent');
    expect(eraById('4.20').features.disableAcsRedir).toBe('clears');
  });
});

describe('rules ask for features', () => {
  const engine = new URL('../', import.meta.url);
  const rooms = ['pci', 'acs', 'p2pdma', 'iommu', 'dma', 'fabric', 'check'];
  /** Tables with since and until, and what names the kernel in a text. */
  const MAY_ASK_FOR_ERAS = [
    'acs/acsContext.ts',
    'acs/pciDevSpecificAcsEnabled.ts',
    'fabric/forwardDown.ts',
    'p2pdma/allowList.ts',
  ];
  const files = rooms
    .flatMap((room) =>
      readdirSync(new URL(`${room}/`, engine), { recursive: true, encoding: 'utf8' }).map(
        (file) => `${room}/${file}`,
      ),
    )
    .filter((file) => file.endsWith('.ts') && !/\.(?:test|testkit|bench)\.ts$/.test(file))
    .filter((file) => !MAY_ASK_FOR_ERAS.includes(file));

  test.each(files)('%s asks for no era and no version', (file) => {
    const text = readFileSync(new URL(file, engine), 'utf8');
    const code = text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
    expect(code).not.toMatch(/\bera\.id\b|kernel\.value\.id|\beraOrder\b|\beraById\b|\.since\b/);
  });
});

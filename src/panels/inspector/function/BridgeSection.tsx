import { hex } from '../../../base/hex.ts';
import { type OrUnknown, UNKNOWN } from '../../../base/unknown.ts';
import type { BridgeRegisters, BridgeWindow } from '../../../model/registers.ts';
import { Fact, Facts, MaybeFact, NotShown } from '../Facts.tsx';
import { Address, Figures } from '../Figures.tsx';
import { Section } from '../Section.tsx';

const KIND_WORDS: Readonly<Record<BridgeWindow['kind'], string>> = {
  io: 'I/O window',
  memory: 'Memory window',
  prefetchable: 'Prefetchable',
};

/** Bus numbers, and the addresses that the bridge passes down. */
export function BridgeSection({ bridge }: { readonly bridge: BridgeRegisters }) {
  const bus = (number: number) => <Figures>{hex(number, 2)}</Figures>;
  return (
    <Section title="Bridge" summary={busesWords(bridge)}>
      <Facts>
        <MaybeFact name="Primary bus" value={bridge.primary}>
          {bus}
        </MaybeFact>
        <MaybeFact name="Secondary bus" term="secondaryBus" value={bridge.secondary}>
          {bus}
        </MaybeFact>
        <MaybeFact name="Subordinate bus" term="subordinateBus" value={bridge.subordinate}>
          {bus}
        </MaybeFact>
        <Windows windows={bridge.windows} />
      </Facts>
    </Section>
  );
}

function Windows({ windows }: { readonly windows: OrUnknown<readonly BridgeWindow[]> }) {
  if (windows === UNKNOWN) {
    return (
      <Fact name="Windows" term="window">
        <NotShown />
      </Fact>
    );
  }
  if (windows.length === 0) {
    return (
      <Fact name="Windows" term="window">
        all closed
      </Fact>
    );
  }
  return windows.map(({ kind, base, limit }) => (
    <Fact key={`${kind} ${base}`} name={KIND_WORDS[kind]} term="window">
      <Address value={base} /> to <Address value={limit} />
    </Fact>
  ));
}

function busesWords({ secondary, subordinate }: BridgeRegisters): string | undefined {
  if (secondary === UNKNOWN || subordinate === UNKNOWN) return undefined;
  return secondary === subordinate
    ? `bus ${hex(secondary, 2)}`
    : `buses ${hex(secondary, 2)}–${hex(subordinate, 2)}`;
}

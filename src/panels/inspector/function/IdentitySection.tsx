import { hex } from '../../../base/hex.ts';
import { UNKNOWN } from '../../../base/unknown.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';
import { formatPciId } from '../../../model/pciId.ts';
import { Term } from '../../../parts/Term.tsx';
import type { OpenDocument } from '../../../store/state.ts';
import { FUNCTION_TYPE_WORDS } from '../../words/functionTypeWords.ts';
import { classCodeDigits, classWords } from '../../words/registerWords.ts';
import { Fact, Facts, MaybeFact, NotShown } from '../Facts.tsx';
import { Figures } from '../Figures.tsx';
import { slotTitle } from '../machine/slotWords.ts';
import { PartLink } from '../PartLink.tsx';
import { Section } from '../Section.tsx';

interface Props {
  readonly document: OpenDocument;
  readonly fn: PciFunction;
}

interface IdentityProps extends Props {
  /** What the device itself is called; `null`: nobody says. */
  readonly device: string | null;
}

const PORT_TERMS = {
  'root-port': 'rootPort',
  upstream: 'upstreamPort',
  downstream: 'downstreamPort',
} as const;

/** Who the function says it is, and what the system says of it. */
export function IdentitySection({ document, fn, device }: IdentityProps) {
  const { names } = fn;
  // Of a drawn part nobody expects them; what an input hides is worth a word.
  const isSaid = (value: unknown) => document.machine.origin === 'captured' || value !== UNKNOWN;
  return (
    <Section title="Identity">
      <Facts>
        <MaybeFact name="Device" value={device ?? UNKNOWN}>
          {(name) => name}
        </MaybeFact>
        <Fact name="Ids">
          {fn.pciId === UNKNOWN ? (
            <NotShown />
          ) : (
            <>
              <Figures>{formatPciId(fn.pciId)}</Figures>
              {fn.deviceIdFromName && ' (looked up by the printed name)'}
            </>
          )}
        </Fact>
        {isSaid(fn.subsystemId) && (
          <MaybeFact name="Subsystem" term="subsystem" value={fn.subsystemId}>
            {(id) => (
              <>
                <Figures>{formatPciId(id)}</Figures> {names.subsystem}
              </>
            )}
          </MaybeFact>
        )}
        <MaybeFact name="Class" term="classCode" value={fn.classCode}>
          {(code) => (
            <>
              {names.className ?? classWords(code)} <Figures>{classCodeDigits(code)}</Figures>
            </>
          )}
        </MaybeFact>
        {isSaid(fn.revision) && (
          <MaybeFact name="Revision" value={fn.revision}>
            {(revision) => <Figures>{hex(revision, 2)}</Figures>}
          </MaybeFact>
        )}
        <Fact name="Type">
          <TypeWords fn={fn} />
        </Fact>
        <MaybeFact name="Header" term="headerType" value={fn.headerType}>
          {(type) => `type ${type}`}
        </MaybeFact>
        <MaybeFact name="Multifunction" term="multifunction" value={fn.multifunction}>
          {yesNo}
        </MaybeFact>
        <MaybeFact name="Driver" value={fn.driver} none="none bound">
          {(driver) => driver}
        </MaybeFact>
        <MaybeFact name="NUMA node" term="numaNode" value={fn.numaNode} none="none stated">
          {(node) => String(node)}
        </MaybeFact>
        {isSaid(fn.iommuGroup) && (
          <MaybeFact name="IOMMU group" term="iommuGroup" value={fn.iommuGroup} none="none stated">
            {(group) => `${group}, as captured`}
          </MaybeFact>
        )}
        {isSaid(fn.iommuDomain) && (
          <MaybeFact
            name="IOMMU domain"
            term="iommuDomain"
            value={fn.iommuDomain}
            none="none stated"
          >
            {(domain) => `${domain}, as captured`}
          </MaybeFact>
        )}
        <SlotFact document={document} fn={fn} />
        {fn.externalFacing === true && <Fact name="Firmware">port leads out of the case</Fact>}
        {fn.untrusted === true && <Fact name="Linux">does not trust it</Fact>}
      </Facts>
    </Section>
  );
}

function TypeWords({ fn }: { readonly fn: PciFunction }) {
  const { type } = fn;
  if (type === UNKNOWN) return <NotShown />;
  const words = FUNCTION_TYPE_WORDS[type];
  if (type !== 'root-port' && type !== 'upstream' && type !== 'downstream') return words;
  return <Term id={PORT_TERMS[type]}>{words}</Term>;
}

function SlotFact({ document, fn }: Props) {
  const slot = document.machine.slots.find(({ id }) => id === fn.slot);
  if (slot) {
    return (
      <Fact name="Slot">
        <PartLink id={slot.id} title={slotTitle(slot)} address={null} />
      </Fact>
    );
  }
  const fed = document.machine.slots.filter(({ ports }) => ports.includes(fn.id));
  if (fed.length > 0) {
    return fed.map((each) => (
      <Fact key={each.id} name="Feeds slot">
        <PartLink id={each.id} title={slotTitle(each)} address={null} />
      </Fact>
    ));
  }
  if (fn.pcie === null || fn.pcie === UNKNOWN) return null;
  const { slotNumber, slotImplemented } = fn.pcie;
  if (slotNumber === UNKNOWN || slotNumber === null) {
    return slotImplemented === true ? <Fact name="Slot">yes, its number not shown</Fact> : null;
  }
  return <Fact name="Slot">{`number ${slotNumber}`}</Fact>;
}

function yesNo(value: boolean): string {
  return value ? 'yes' : 'no';
}

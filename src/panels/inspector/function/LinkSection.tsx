import { type Maybe, type OrUnknown, UNKNOWN } from '../../../base/unknown.ts';
import { nameOf } from '../../../engine/explain/nameOf.ts';
import { hasLinkBelow, linkAbove, linkBelow } from '../../../model/linkAbove.ts';
import { linkRegisters } from '../../../model/linkState.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';
import type { LinkState, PcieCapability } from '../../../model/registers.ts';
import { LINK_SECTION_ID } from '../../../parts/linkSectionId.ts';
import { Term } from '../../../parts/Term.tsx';
import type { OpenDocument } from '../../../store/state.ts';
import { type LinkEnds, linkFacts, linkOf } from '../../tree/linkOf.ts';
import type { MachineTree } from '../../tree/machineTree.ts';
import { linkCaption, linkSentence, linkStateWords } from '../../words/linkWords.ts';
import { titleOf } from '../../words/partNames.ts';
import { Facts, MaybeFact, NotShown } from '../Facts.tsx';
import { NoteText } from '../note/NoteText.tsx';
import { PartLink } from '../PartLink.tsx';
import { Section } from '../Section.tsx';
import styles from './LinkSection.module.css';
import { LinkSelects } from './LinkSelects.tsx';

interface Props {
  readonly document: OpenDocument;
  readonly tree: MachineTree;
  readonly fn: PciFunction;
  /** What the link can do is open to change. */
  readonly isDrawn: boolean;
}

/** The link that the function is one end of, seen from both; and how it sends packets. */
export function LinkSection({ document, tree, fn, isDrawn }: Props) {
  if (fn.pcie === null) return null;
  const ends = linkOf(tree, fn);
  const facts = ends && linkFacts(ends);
  const sentence = facts && linkSentence(facts);
  const isDegraded = facts !== null && (facts.isDegraded || facts.isDown);
  const { machine, byId } = document;
  const noted = (hasLinkBelow(fn) ? linkBelow : linkAbove)(machine, byId, fn.id);
  return (
    <Section
      id={LINK_SECTION_ID}
      title="Link"
      summary={facts?.current ? linkCaption(facts.current) : undefined}
    >
      {ends === null ? (
        <p className={styles.quiet}>{linklessWords(fn)}</p>
      ) : isDrawn && linkRegisters(fn) !== null ? (
        <LinkSelects ends={ends} />
      ) : (
        <EndsTable ends={ends} />
      )}
      {sentence !== null && (
        <p className={styles.sentence} data-degraded={isDegraded || undefined}>
          {sentence}
        </p>
      )}
      {noted && (
        <NoteText
          caption="Note on the link"
          key={noted.lower.id}
          document={document}
          about={noted.lower.id}
          on="link"
          what={`the link to ${titleOf(document, noted.lower)}`}
        />
      )}
      {fn.pcie === UNKNOWN ? (
        <p>
          PCI Express capability: <NotShown />
        </p>
      ) : (
        <PacketFacts pcie={fn.pcie} />
      )}
    </Section>
  );
}

function EndsTable({ ends }: { readonly ends: LinkEnds }) {
  const { upper, lower, own } = ends;
  const [here, there] = own === 'upper' ? [upper, lower] : [lower, upper];
  const ownLink = linkRegisters(here);
  const otherLink = linkRegisters(there);
  return (
    <table className={styles.ends}>
      <thead>
        <tr>
          <td>
            <Term id="gts">GT/s</Term>
          </td>
          <th scope="col">This end</th>
          <th scope="col">
            {own === 'upper' ? 'Below' : 'Above'}
            {there && (
              <div>
                <PartLink id={there.id} address={nameOf(there)} isShort />
              </div>
            )}
          </th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">
            <Term id="lnkcap">Capable</Term>
          </th>
          <StateCell state={ownLink?.capable ?? UNKNOWN} />
          <StateCell state={otherLink?.capable ?? UNKNOWN} isAbsent={!there && own === 'upper'} />
        </tr>
        <tr>
          <th scope="row">
            <Term id="lnksta">Current</Term>
          </th>
          <StateCell state={ownLink?.current ?? UNKNOWN} />
          <StateCell state={otherLink?.current ?? UNKNOWN} isAbsent={!there && own === 'upper'} />
        </tr>
        {(hasTarget(ownLink?.targetGts) || hasTarget(otherLink?.targetGts)) && (
          <tr>
            <th scope="row">Target</th>
            <td>{targetWords(ownLink?.targetGts)}</td>
            <td>{targetWords(otherLink?.targetGts)}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

interface StateCellProps {
  readonly state: OrUnknown<LinkState>;
  /** Nothing is shown below the port: there is no other end to speak of. */
  readonly isAbsent?: boolean;
}

function StateCell({ state, isAbsent = false }: StateCellProps) {
  if (isAbsent) return <td className={styles.quiet}>nothing shown</td>;
  return <td>{state === UNKNOWN ? <NotShown /> : linkStateWords(state)}</td>;
}

const hasTarget = (gts: Maybe<number> | undefined) => typeof gts === 'number';
const targetWords = (gts: Maybe<number> | undefined) =>
  typeof gts === 'number' ? `${gts} GT/s` : null;

function linklessWords(fn: PciFunction): string {
  if (fn.physfn !== null) return 'A virtual function: its link is that of its physical function.';
  const isShown = fn.pcie !== null && fn.pcie !== UNKNOWN && fn.pcie.link === null;
  return isShown
    ? 'An integrated function: it has no link of its own.'
    : 'The input does not show its link.';
}

function PacketFacts({ pcie }: { readonly pcie: PcieCapability }) {
  return (
    <Facts>
      <MaybeFact name="MPS" term="mps" value={pcie.maxPayload}>
        {(bytes) => {
          const { maxPayloadSupported } = pcie;
          const of = maxPayloadSupported === UNKNOWN ? '' : ` of ${maxPayloadSupported}`;
          return `${bytes}${of} bytes`;
        }}
      </MaybeFact>
      <MaybeFact name="MRRS" term="mrrs" value={pcie.maxReadRequest}>
        {(bytes) => `${bytes} bytes`}
      </MaybeFact>
      <MaybeFact name="RCB" term="rcb" value={pcie.readCompletionBoundary}>
        {(bytes) => `${bytes} bytes`}
      </MaybeFact>
      <MaybeFact name="Tags" term="tags" value={pcie.tags}>
        {(count) => String(count)}
      </MaybeFact>
      <MaybeFact name="Relaxed order" term="relaxedOrdering" value={pcie.relaxedOrdering}>
        {onOff}
      </MaybeFact>
      <MaybeFact name="No snoop" term="noSnoop" value={pcie.noSnoop}>
        {onOff}
      </MaybeFact>
    </Facts>
  );
}

function onOff(value: boolean): string {
  return value ? 'allowed' : 'off';
}

import type { Ref } from 'react';
import { UNKNOWN } from '../../../base/unknown.ts';
import { nameOf } from '../../../engine/explain/nameOf.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';
import { Bdf } from '../../../parts/Bdf.tsx';
import { usePeerlane } from '../../../store/peerlane.ts';
import type { OpenDocument } from '../../../store/state.ts';
import { machineTree } from '../../tree/machineTree.ts';
import { whatItIs } from '../../words/functionTypeWords.ts';
import { deviceName, titleOf } from '../../words/partNames.ts';
import { EditableTitle } from '../EditableTitle.tsx';
import { Head } from '../Head.tsx';
import { DrawingSection } from '../keep/DrawingSection.tsx';
import { LockLine } from '../lock/LockLine.tsx';
import { NoteSection } from '../note/NoteSection.tsx';
import { PartSection } from '../part/PartSection.tsx';
import { usePartTitle } from '../part/usePartTitle.ts';
import { ReachButtons } from '../ReachButtons.tsx';
import { SideLinks } from '../SideLinks.tsx';
import { StructureSection } from '../structure/StructureSection.tsx';
import { AcsSection } from './AcsSection.tsx';
import { AddressSection } from './AddressSection.tsx';
import { BridgeSection } from './BridgeSection.tsx';
import { CapabilitySection } from './CapabilitySection.tsx';
import { IdentitySection } from './IdentitySection.tsx';
import { LinkSection } from './LinkSection.tsx';
import { MemorySection } from './MemorySection.tsx';
import { PairButtons } from './PairButtons.tsx';
import { RelativesSection } from './RelativesSection.tsx';
import { RemoveButton } from './RemoveButton.tsx';
import { WayUp } from './WayUp.tsx';

interface Props {
  readonly document: OpenDocument;
  readonly fn: PciFunction;
  readonly headingRef: Ref<HTMLHeadingElement>;
}

/** One function: who it is, and what its registers say. */
export function FunctionView({ document, fn, headingRef }: Props) {
  const edit = usePeerlane((state) => state.actions.edit);
  const tree = machineTree(document.machine);
  // On bridges it is what most visitors come for; on devices there is seldom any.
  const partTitle = usePartTitle(fn);
  const device = deviceName(document, fn) ?? partTitle;
  const isDrawn = document.machine.origin === 'drawn';
  const isBridge = fn.bridge !== null;
  // What is being drawn is built; of what was captured the registers come first.
  const build = (
    <>
      <NoteSection document={document} about={fn.id} what={titleOf(document, fn)} />
      <StructureSection document={document} fn={fn} />
      <DrawingSection document={document} parts={[fn.id]} />
    </>
  );
  return (
    <>
      <Head>
        <p>
          {whatItIs(fn)} <Bdf id={nameOf(fn)} />
        </p>
        <EditableTitle
          key={fn.id}
          text={titleOf(document, fn)}
          what={nameOf(fn)}
          hint="Empty: the device’s own name."
          headingRef={headingRef}
          onChange={(text) =>
            edit({ kind: 'label', about: fn.id, label: text === '' ? null : text })
          }
        />
        {fn.label !== null && device !== null && <p>{device}</p>}
        <WayUp document={document} tree={tree} fn={fn} />
        <PairButtons document={document} fn={fn} />
        <ReachButtons tree={tree} ids={[fn.id]} />
        <LockLine part={fn.id} />
      </Head>
      {isBridge && <AcsSection fn={fn} />}
      <LinkSection document={document} tree={tree} fn={fn} isDrawn={isDrawn} />
      {isDrawn && build}
      <IdentitySection document={document} fn={fn} device={device} />
      <AddressSection key={fn.id} document={document} tree={tree} fn={fn} />
      {fn.bridge !== null && fn.bridge !== UNKNOWN && <BridgeSection bridge={fn.bridge} />}
      <MemorySection fn={fn} isDrawn={isDrawn} />
      {!isBridge && <AcsSection fn={fn} />}
      <CapabilitySection fn={fn} />
      {!isDrawn && build}
      <PartSection fn={fn} />
      <SideLinks document={document} id={fn.id} />
      <RelativesSection document={document} tree={tree} fn={fn} />
      <RemoveButton document={document} tree={tree} fn={fn} />
    </>
  );
}

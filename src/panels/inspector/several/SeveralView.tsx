import { type Ref, useMemo } from 'react';
import { lockedBy } from '../../../build/locked.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';
import type { OpenDocument, PartId } from '../../../store/state.ts';
import { machineTree } from '../../tree/machineTree.ts';
import { isPortType } from '../../words/functionTypeWords.ts';
import { AcsBits } from '../AcsBits.tsx';
import { asEdited, hiddenControl, withAcs } from '../acsBits.ts';
import { Fact, Facts } from '../Facts.tsx';
import { PublishToggle } from '../function/PublishToggle.tsx';
import { Head } from '../Head.tsx';
import { DrawingSection } from '../keep/DrawingSection.tsx';
import { LockLine } from '../lock/LockLine.tsx';
import { counted, kindsSentence, portsSentence } from '../machine/countKinds.ts';
import { FunctionRow, HostRow, PartList } from '../PartList.tsx';
import { ReachButtons } from '../ReachButtons.tsx';
import { Section } from '../Section.tsx';
import { useAcsOutcomes } from '../useAcsOutcomes.ts';
import { BulkBuild } from './BulkBuild.tsx';
import { BulkLink } from './BulkLink.tsx';
import { BulkNames } from './BulkNames.tsx';
import { withLink } from './bulkLink.ts';

interface Props {
  readonly document: OpenDocument;
  readonly ids: readonly PartId[];
  readonly headingRef: Ref<HTMLHeadingElement>;
}

/** So many are listed by name. */
const FIRST = 12;

/** Several parts at once: how many of what, and their ACS words changed together. */
export function SeveralView({ document, ids, headingRef }: Props) {
  const { machine } = document;
  const tree = machineTree(machine);
  const wanted = new Set(ids);
  const functions = useMemo(() => {
    const chosen = new Set(ids);
    return machine.functions.filter((fn) => chosen.has(fn.id));
  }, [machine, ids]);
  const hosts = machine.hostBridges.filter((host) => wanted.has(host.id));
  const sockets = machine.sockets.filter(({ id }) => wanted.has(id));
  const slots = machine.slots.filter(({ id }) => wanted.has(id));
  const ordered = [...sockets, ...hosts, ...slots, ...functions].map(({ id }) => id);
  const locks = [...new Set(ids.flatMap((id) => lockedBy(machine)(id) ?? []))];
  const ends = withLink(functions);
  const offering = functions.filter(({ p2pMemory }) => p2pMemory.length > 0);
  const isDrawn = machine.origin === 'drawn';
  const devices = functions.filter((fn) => !isPortType(fn.type));
  return (
    <>
      <Head>
        <p>selection</p>
        <h2 ref={headingRef} tabIndex={-1}>
          {counted(ids.length, 'part', 'parts')} selected
        </h2>
        <ReachButtons tree={tree} ids={ids} />
        {locks.map((part) => (
          <LockLine key={part} part={part} />
        ))}
      </Head>
      <Section title="ACS of all" summary={acsSummary(functions)}>
        <BulkAcs functions={functions} />
      </Section>
      {isDrawn && ends.length > 0 && (
        <Section title="Links of all" summary={`${ends.length} of ${functions.length}`}>
          <p>
            {ends.length === functions.length
              ? 'What each of them can do; links train anew to what both ends can.'
              : `What ${ends.length} of ${functions.length} can do; the others have no link.`}
          </p>
          <BulkLink ends={ends} />
        </Section>
      )}
      {offering.length > 0 && (
        <Section title="Memory for peers" summary={`${offering.length} of ${functions.length}`}>
          <PublishToggle functions={offering} />
        </Section>
      )}
      <BulkBuild
        document={document}
        functions={functions}
        wholes={[...hosts, ...sockets, ...slots]}
      />
      <Section title="Names of all">
        <BulkNames document={document} parts={ordered} />
      </Section>
      <DrawingSection document={document} parts={ordered} />
      <Section title="What they are">
        <Facts>
          {devices.length > 0 && <Fact name="Devices">{kindsSentence(devices)}</Fact>}
          {portsSentence(functions) !== '' && <Fact name="Ports">{portsSentence(functions)}</Fact>}
          {hosts.length > 0 && (
            <Fact name="Host bridges">{counted(hosts.length, 'host bridge', 'host bridges')}</Fact>
          )}
        </Facts>
        <PartList label="Selected">
          {hosts.slice(0, FIRST).map((host) => (
            <HostRow key={host.id} host={host} />
          ))}
          {functions.slice(0, FIRST).map((fn) => (
            <FunctionRow key={fn.id} document={document} fn={fn} />
          ))}
        </PartList>
        {functions.length > FIRST && <p>and {functions.length - FIRST} more</p>}
      </Section>
    </>
  );
}

function acsSummary(functions: readonly PciFunction[]): string {
  return `${withAcs(functions).length} of ${functions.length}`;
}

function BulkAcs({ functions }: { readonly functions: readonly PciFunction[] }) {
  const outcomes = useAcsOutcomes(functions);
  const able = withAcs(functions);
  if (able.length === 0) return <p>None of them has an ACS capability.</p>;
  const hidden = hiddenControl(able.map((fn) => asEdited(fn, outcomes.mode))).length;
  return (
    <>
      <p>
        {able.length === functions.length
          ? 'ACS is, or may be, in all of them.'
          : `ACS is, or may be, in ${able.length} of ${functions.length}; the others stay as they are.`}
        {hidden > 0 &&
          ` Of ${hidden} the input does not show the control word: hidden bits count as 0 once one is switched.`}
      </p>
      <AcsBits functions={functions} outcomes={outcomes} />
    </>
  );
}

import type { Ref } from 'react';
import type { Slot } from '../../../model/machine.ts';
import type { OpenDocument } from '../../../store/state.ts';
import { machineTree } from '../../tree/machineTree.ts';
import { Fact, Facts } from '../Facts.tsx';
import { Head } from '../Head.tsx';
import { FunctionRow, PartList } from '../PartList.tsx';
import { Section } from '../Section.tsx';
import { SlotDivisions } from './SlotDivisions.tsx';
import { slotPorts } from './slotPorts.ts';
import { lanesWords, slotTitle } from './slotWords.ts';

interface Props {
  readonly document: OpenDocument;
  readonly slot: Slot;
  readonly headingRef: Ref<HTMLHeadingElement>;
}

/** A physical slot, the ports that feed it, what sits in it, and how its lanes are divided. */
export function SlotView({ document, slot, headingRef }: Props) {
  const { machine } = document;
  const ports = slotPorts(machineTree(machine), slot);
  const inside = machine.functions.filter((fn) => fn.slot === slot.id && fn.physfn === null);
  return (
    <>
      <Head>
        <p>slot</p>
        <h2 ref={headingRef} tabIndex={-1}>
          {slotTitle(slot)}
        </h2>
      </Head>
      <Section title="Lanes" summary={slot.lanes === null ? undefined : `x${slot.lanes}`}>
        <Facts>
          <Fact name="Lanes">{slot.lanes === null ? 'not stated' : `x${slot.lanes}`}</Fact>
          <Fact name="Divided" term="bifurcation">
            {slot.bifurcation === null ? 'no' : lanesWords(slot.bifurcation)}
          </Fact>
          <Fact name="Riser">{slot.riser ?? 'none stated'}</Fact>
        </Facts>
        <SlotDivisions machine={machine} slot={slot} />
      </Section>
      <Section title="Ports" summary={String(ports.length)}>
        {ports.length === 0 ? (
          <p>No port leads to it.</p>
        ) : (
          <PartList label="Ports">
            {ports.map(({ fn, note }) => (
              <FunctionRow key={fn.id} document={document} fn={fn} note={note} />
            ))}
          </PartList>
        )}
      </Section>
      <Section title="In it" summary={String(inside.length)}>
        {inside.length === 0 ? (
          <p>Nothing.</p>
        ) : (
          <PartList label="In it">
            {inside.map((fn) => (
              <FunctionRow key={fn.id} document={document} fn={fn} />
            ))}
          </PartList>
        )}
      </Section>
    </>
  );
}

import type { Ref } from 'react';
import type { Slot } from '../../../model/machine.ts';
import { usePeerlane } from '../../../store/peerlane.ts';
import type { OpenDocument } from '../../../store/state.ts';
import { machineTree } from '../../tree/machineTree.ts';
import { EditableTitle } from '../EditableTitle.tsx';
import { Fact, Facts } from '../Facts.tsx';
import { Head } from '../Head.tsx';
import { DrawingSection } from '../keep/DrawingSection.tsx';
import { LockLine } from '../lock/LockLine.tsx';
import { NoteSection } from '../note/NoteSection.tsx';
import { FunctionRow, PartList } from '../PartList.tsx';
import { Section } from '../Section.tsx';
import { RemoveWhole } from '../structure/RemoveWhole.tsx';
import { SlotDivisions } from './SlotDivisions.tsx';
import { SlotFields } from './SlotFields.tsx';
import { slotPorts } from './slotPorts.ts';
import { lanesWords, slotTitle } from './slotWords.ts';

interface Props {
  readonly document: OpenDocument;
  readonly slot: Slot;
  readonly headingRef: Ref<HTMLHeadingElement>;
}

/** A physical slot, the ports that feed it, what sits in it, and how its lanes are divided. */
export function SlotView({ document, slot, headingRef }: Props) {
  const edit = usePeerlane((state) => state.actions.edit);
  const { machine } = document;
  const ports = slotPorts(machineTree(machine), slot);
  const inside = machine.functions.filter((fn) => fn.slot === slot.id && fn.physfn === null);
  return (
    <>
      <Head>
        <p>slot</p>
        <EditableTitle
          key={slot.id}
          text={slotTitle(slot)}
          what={'the slot'}
          hint="Empty: no name of its own."
          headingRef={headingRef}
          onChange={(text) =>
            edit({ kind: 'label', about: slot.id, label: text === '' ? null : text })
          }
        />
        <LockLine part={slot.id} />
      </Head>
      <Section title="Lanes" summary={slot.lanes === null ? undefined : `x${slot.lanes}`}>
        <Facts>
          <Fact name="Divided" term="bifurcation">
            {slot.bifurcation === null ? 'no' : lanesWords(slot.bifurcation)}
          </Fact>
        </Facts>
        <SlotFields key={slot.id} machine={machine} slot={slot} />
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
      <NoteSection document={document} about={slot.id} what={slotTitle(slot)} />
      <DrawingSection document={document} parts={[slot.id]} />
      <RemoveWhole
        document={document}
        whole={slot.id}
        name={slotTitle(slot)}
        words="Remove this slot"
        along={inside.length === 0 ? null : 'what is in it stays'}
        next={ports[0]?.fn.id ?? null}
      />
    </>
  );
}

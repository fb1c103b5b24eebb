import type { Ref } from 'react';
import type { Slot } from '../../../model/machine.ts';
import type { OpenDocument } from '../../../store/state.ts';
import { Fact, Facts } from '../Facts.tsx';
import { Head } from '../Head.tsx';
import { FunctionRow, PartList } from '../PartList.tsx';
import { Section } from '../Section.tsx';

interface Props {
  readonly document: OpenDocument;
  readonly slot: Slot;
  readonly headingRef: Ref<HTMLHeadingElement>;
}

/** A physical slot and the ports that feed it. */
export function SlotView({ document, slot, headingRef }: Props) {
  const ports = slot.ports.flatMap((id) => document.byId.get(id) ?? []);
  return (
    <>
      <Head>
        <p>slot</p>
        <h2 ref={headingRef} tabIndex={-1}>
          {slot.label ?? slot.id}
        </h2>
      </Head>
      <Section title="Lanes">
        <Facts>
          <Fact name="Lanes">{slot.lanes === null ? 'not stated' : `x${slot.lanes}`}</Fact>
          {slot.bifurcation !== null && (
            <Fact name="Divided">{slot.bifurcation.map((lanes) => `x${lanes}`).join(' + ')}</Fact>
          )}
        </Facts>
      </Section>
      <Section title="Ports" summary={String(ports.length)}>
        <PartList label="Ports">
          {ports.map((fn) => (
            <FunctionRow key={fn.id} document={document} fn={fn} />
          ))}
        </PartList>
      </Section>
    </>
  );
}

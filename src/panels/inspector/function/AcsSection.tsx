import { useEffect, useRef } from 'react';
import { UNKNOWN } from '../../../base/unknown.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';
import type { AcsRegisters } from '../../../model/registers.ts';
import { usePeerlane } from '../../../store/peerlane.ts';
import { word } from '../../words/registerWords.ts';
import { AcsBits } from '../AcsBits.tsx';
import { ACS_ROWS, changedBits, makeKnownEdit } from '../acsBits.ts';
import { Fact, Facts, MaybeFact, NotShown } from '../Facts.tsx';
import { Figures, Word } from '../Figures.tsx';
import { Section } from '../Section.tsx';
import styles from './AcsSection.module.css';

/** The ACS registers, bit by bit; control bits are switched here. */
export function AcsSection({ fn }: { readonly fn: PciFunction }) {
  const { acs } = fn;
  const bits = useRef<HTMLDivElement>(null);
  /** The button that made the word known is gone with it: its switches come next. */
  const leads = useRef(false);
  const isKnown = acs !== null && acs !== UNKNOWN && acs.control !== UNKNOWN;
  useEffect(() => {
    if (isKnown && leads.current)
      bits.current?.querySelector<HTMLElement>('[role="switch"]')?.focus();
    leads.current = false;
  }, [isKnown]);
  const lead = () => {
    leads.current = true;
  };
  if (acs === null) {
    return (
      <Section title="ACS" summary="none">
        <p>This function has no ACS capability: the kernel finds nothing to redirect here.</p>
      </Section>
    );
  }
  if (acs === UNKNOWN) {
    return (
      <Section title="ACS" summary="not shown">
        <p>
          The input does not show whether this function has ACS; a dump taken as root does. Setting
          the word takes it that there is a capability, with every bit off to begin with.
        </p>
        <SetWord fn={fn} onSet={lead} />
      </Section>
    );
  }
  const { control } = acs;
  return (
    <Section title="ACS" summary={control === UNKNOWN ? 'control not shown' : word(control)}>
      <Words fn={fn} acs={acs} />
      {control === UNKNOWN && (
        <p>
          The input does not show the control word; a dump taken as root does. The first bit that is
          switched makes it known: hidden bits count as 0 from then on.
        </p>
      )}
      {control === UNKNOWN && <SetWord fn={fn} onSet={lead} />}
      <div ref={bits} className={styles.bits}>
        <AcsBits functions={[fn]} />
      </div>
    </Section>
  );
}

function SetWord({ fn, onSet }: { readonly fn: PciFunction; readonly onSet: () => void }) {
  const edit = usePeerlane((state) => state.actions.edit);
  return (
    <div>
      <button
        type="button"
        className="small"
        onClick={() => {
          onSet();
          edit(makeKnownEdit([fn]));
        }}
      >
        Set the word to {word(0)}
      </button>
    </div>
  );
}

function Words({ fn, acs }: { readonly fn: PciFunction; readonly acs: AcsRegisters }) {
  const changed = changedBits(fn);
  const names = ACS_ROWS.filter(({ mask }) => ((changed ?? 0) & mask) !== 0);
  return (
    <Facts>
      <MaybeFact name="Capability" term="acsCapability" value={acs.capability}>
        {(value) => <Word value={value} />}
      </MaybeFact>
      <Fact name="Control" term="acsControl">
        {acs.control === UNKNOWN ? <NotShown /> : <Word value={acs.control} />}
      </Fact>
      {acs.firmwareControl !== UNKNOWN && (
        <Fact name="Firmware left">
          <Word value={acs.firmwareControl} />
          {changed !== null && changed !== 0 && (
            <> changed: {names.map(({ bit }) => bit).join(' ') || 'other bits'}</>
          )}
        </Fact>
      )}
      {acs.egressVector !== null && acs.egressVector !== UNKNOWN && (
        <Fact name="Egress vector" term="egressVector">
          <Figures>{acs.egressVector.map((part) => hexDword(part)).join(' ')}</Figures>
        </Fact>
      )}
    </Facts>
  );
}

function hexDword(value: number): string {
  return `0x${(value >>> 0).toString(16).padStart(8, '0')}`;
}

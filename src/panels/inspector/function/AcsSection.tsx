import { useEffect, useMemo, useRef } from 'react';
import { UNKNOWN } from '../../../base/unknown.ts';
import type { PciFunction } from '../../../model/pciFunction.ts';
import type { AcsRegisters } from '../../../model/registers.ts';
import { usePeerlane } from '../../../store/peerlane.ts';
import { word } from '../../words/registerWords.ts';
import { AcsBits } from '../AcsBits.tsx';
import { ACS_ROWS, asEdited, changedBits, makeKnownEdit } from '../acsBits.ts';
import type { AcsOutcome } from '../acsOutcome.ts';
import { Fact, Facts, MaybeFact, NotShown } from '../Facts.tsx';
import { Figures, Word } from '../Figures.tsx';
import { Section } from '../Section.tsx';
import { useAcsOutcomes } from '../useAcsOutcomes.ts';
import styles from './AcsSection.module.css';
import { AcsStory } from './AcsStory.tsx';
import { EffectiveFacts } from './EffectiveFacts.tsx';

/** The ACS registers bit by bit, what a boot makes of them, and what grouping makes of that. */
export function AcsSection({ fn }: { readonly fn: PciFunction }) {
  const { acs } = fn;
  const bits = useRef<HTMLDivElement>(null);
  /** The button that made the word known is gone with it: its switches come next. */
  const leads = useRef(false);
  const functions = useMemo(() => [fn], [fn]);
  const outcomes = useAcsOutcomes(functions);
  const { mode, isStale } = outcomes;
  const [outcome] = outcomes.of;
  const effective = <EffectiveFacts effective={outcome?.effective ?? null} isStale={isStale} />;
  const edited = asEdited(fn, mode).acs;
  const isKnown = edited !== null && edited !== UNKNOWN && edited.control !== UNKNOWN;
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
        <p>This function has no ACS capability: p2pdma finds nothing to redirect here.</p>
        {effective}
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
        {effective}
      </Section>
    );
  }
  return (
    <Section title="ACS" summary={summary(outcome)}>
      <Words fn={fn} acs={acs} isBoot={mode === 'boot'} />
      {outcome?.history && <AcsStory history={outcome.history} isStale={isStale} />}
      {effective}
      {!isKnown && (
        <p>
          The input does not show the control word; a dump taken as root does. The first bit that is
          switched makes it known: hidden bits count as 0 from then on.
        </p>
      )}
      {!isKnown && <SetWord fn={fn} onSet={lead} />}
      <div ref={bits} className={styles.bits}>
        <AcsBits functions={functions} outcomes={outcomes} />
      </div>
    </Section>
  );
}

/** The word that the machine runs with. */
function summary(outcome: AcsOutcome | undefined): string {
  const acs = outcome?.asRun.acs ?? null;
  if (acs === null || acs === UNKNOWN || acs.control === UNKNOWN) return 'control not shown';
  return word(acs.control);
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

interface WordsProps {
  readonly fn: PciFunction;
  readonly acs: AcsRegisters;
  readonly isBoot: boolean;
}

/** The raw words; those of a boot are told as a story of their own. */
function Words({ fn, acs, isBoot }: WordsProps) {
  const changed = changedBits(fn);
  const names = ACS_ROWS.filter(({ mask }) => ((changed ?? 0) & mask) !== 0);
  return (
    <Facts>
      <MaybeFact name="Capability" term="acsCapability" value={acs.capability}>
        {(value) => <Word value={value} />}
      </MaybeFact>
      {!isBoot && (
        <Fact name="Control" term="acsControl">
          {acs.control === UNKNOWN ? <NotShown /> : <Word value={acs.control} />}
        </Fact>
      )}
      {!isBoot && acs.firmwareControl !== UNKNOWN && (
        <Fact name="Firmware left" term="acsFirmware">
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

import { type ReactNode, useId, useState } from 'react';
import { listInSight } from '../../../../store/mappingView.ts';
import { peerlane, usePeerlane } from '../../../../store/peerlane.ts';
import { MOST_PANELS } from '../../../../store/severalView.ts';
import { EraOptions } from '../../../beside/EraOptions.tsx';
import { DESIGN } from '../../options/optionWords.ts';
import { presetShown } from './presetShown.ts';
import { putIn } from './putIn.ts';
import styles from './SeveralView.module.css';
import {
  designPanel,
  isLike,
  kernelPanel,
  type PanelWish,
  SEVERAL_CHIPS,
  toggled,
  withPanels,
} from './severalChips.ts';
import { planOf, SEVERAL_PRESETS, type SeveralPreset } from './severalPresets.ts';

const CHIPS = Object.values(SEVERAL_CHIPS);

interface Props {
  /** At the left: what else there is to look at. */
  readonly before: ReactNode;
  /** At the right: what can be done with the whole. */
  readonly children: ReactNode;
}

/** What can be chosen: whole pictures, then single conditions, which make room for a whole picture. */
export function SeveralBar({ before, children }: Props) {
  const id = useId();
  const conditionsId = useId();
  const document = usePeerlane((state) => state.document);
  const mapping = usePeerlane((state) => state.mapping);
  const { lookAtMapping } = usePeerlane((state) => state.actions);
  const [lacking, setLacking] = useState<SeveralPreset | null>(null);
  const [why, setWhy] = useState<string | null>(null);
  const [wantsConditions, setWantsConditions] = useState<boolean | null>(null);
  const list = listInSight(document?.machine, mapping);
  if (!document || !list) return null;
  const { machine } = document;
  const { several = [] } = mapping;
  const preset = presetShown(machine, list, several);
  const missing = lacking ? planOf(lacking, machine, list).missing : [];
  const isFull = several.length >= MOST_PANELS;

  const choose = (wanted: SeveralPreset) => {
    const plan = planOf(wanted, machine, list);
    setLacking(plan.missing.length > 0 ? wanted : null);
    setWhy(null);
    if (plan.missing.length === 0) lookAtMapping({ several: withPanels(several, plan.panels) });
  };
  const putMissing = () => {
    if (!lacking) return;
    const trouble = putIn(peerlane, missing, list);
    setWhy(trouble);
    const now = peerlane.getState().document?.machine;
    if (trouble !== null || !now) return;
    const plan = planOf(lacking, now, list);
    lookAtMapping({ list: list.id, several: withPanels(several, plan.panels) });
    setLacking(null);
  };
  const add = (wish: PanelWish) => lookAtMapping({ several: toggled(several, wish) });
  const said = lacking ?? preset;
  const hasConditions = wantsConditions ?? preset === null;
  return (
    <>
      <div className={styles.bar}>
        {before}
        <button
          type="button"
          className="small"
          aria-expanded={hasConditions}
          aria-controls={conditionsId}
          onClick={() => setWantsConditions(!hasConditions)}
        >
          Conditions
        </button>
        {children}
      </div>
      <fieldset aria-label="Pictures" className={styles.chips}>
        {SEVERAL_PRESETS.map((each) => (
          <button
            key={each.title}
            type="button"
            className={styles.chip}
            aria-pressed={each === said}
            title={each.text}
            onClick={() => choose(each)}
          >
            {each.title}
          </button>
        ))}
      </fieldset>
      <p role="status" className={styles.said}>
        {said?.text}
        {why !== null && ` ${why}`}
      </p>
      {lacking && missing.length > 0 && (
        <p className={styles.missing}>
          This document has not all the lists for it.{' '}
          <button type="button" className="small" onClick={putMissing}>
            Put in {missing.map((ready) => ready.title.replace(/:.*/, '')).join(', ')}
          </button>
        </p>
      )}
      <fieldset
        id={conditionsId}
        aria-label="Conditions"
        className={styles.chips}
        hidden={!hasConditions}
      >
        {CHIPS.map(({ title, help, panel }) => {
          const isOn = several.some((each) => isLike(each, panel));
          return (
            <button
              key={title}
              type="button"
              className={styles.chip}
              aria-pressed={isOn}
              aria-disabled={(isFull && !isOn) || undefined}
              title={isFull && !isOn ? 'Six fit: take one out first.' : help}
              onClick={() => add(panel)}
            >
              {title}
            </button>
          );
        })}
        <label className={styles.more}>
          <span className="unseen" id={id}>
            Add a kernel
          </span>
          <select
            aria-labelledby={id}
            value=""
            disabled={isFull}
            onChange={({ target }) => add(kernelPanel(target.value))}
          >
            <option value="">Kernel…</option>
            <EraOptions />
          </select>
        </label>
        <label className={styles.more}>
          <span className="unseen">Add a design that was never merged</span>
          <select
            value=""
            disabled={isFull}
            onChange={({ target }) => {
              const found = DESIGN.find(({ value }) => value === target.value);
              if (found) add(designPanel(found.value));
            }}
          >
            <option value="">What if…</option>
            {DESIGN.filter(({ value }) => value !== 'kernel').map(({ value, title }) => (
              <option key={value} value={value}>
                {title}
              </option>
            ))}
          </select>
        </label>
      </fieldset>
    </>
  );
}

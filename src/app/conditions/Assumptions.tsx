import { useId, useRef } from 'react';
import type { Conditions } from '../../engine/report.ts';
import { WithAddresses } from '../../parts/Bdf.tsx';
import { Glyph } from '../../parts/Glyph.tsx';
import { tipPlace } from '../../parts/tipPlace.ts';
import styles from './Assumptions.module.css';

/** How much was taken for granted, and behind it what. */
export function Assumptions({ conditions: { assumed } }: { readonly conditions: Conditions }) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  if (assumed.length === 0) return null;
  const place = () => {
    if (!button.current || !list.current?.matches(':popover-open')) return;
    const room = { width: document.documentElement.clientWidth, height: innerHeight };
    const size = list.current.getBoundingClientRect();
    const { left, top } = tipPlace(button.current.getBoundingClientRect(), size, room, 'end');
    list.current.style.left = `${left}px`;
    list.current.style.top = `${top}px`;
  };
  return (
    <>
      <button ref={button} type="button" className={styles.badge} popoverTarget={id}>
        <Glyph kind="unknown" />
        {assumed.length} assumed
      </button>
      <div ref={list} id={id} className={styles.list} popover="auto" onToggle={place}>
        <h2>Assumed, because the input does not say</h2>
        <ul>
          {assumed.map(({ id: key, text }) => (
            <li key={key}>
              <WithAddresses text={text} />.
            </li>
          ))}
        </ul>
      </div>
    </>
  );
}

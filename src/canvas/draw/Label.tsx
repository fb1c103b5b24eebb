import type { SceneText } from '../../layout/scene.ts';
import styles from './draw.module.css';

const ADDRESS = /^([0-9a-f]{4,8}:)?(.*?)(\.[0-7])$/;

interface Props {
  readonly text: SceneText;
  /** Without telling an address's parts apart: smaller, they look alike. */
  readonly isPlain?: boolean;
}

/** A text of the scene. In an address the domain steps back and the function stands out. */
export function Label({ text, isPlain = false }: Props) {
  const { role, x, y, anchor } = text;
  const parts = role === 'bdf' && !isPlain ? ADDRESS.exec(text.text) : null;
  return (
    <text className={styles[role]} x={x} y={y} textAnchor={anchor}>
      {parts ? (
        <>
          {parts[1] && <tspan className={styles.domain}>{parts[1]}</tspan>}
          {parts[2]}
          <tspan className={styles.fn}>{parts[3]}</tspan>
        </>
      ) : (
        text.text
      )}
    </text>
  );
}

import { memo } from 'react';
import { intersects } from '../../layout/rects.ts';
import { textRect } from '../../layout/textRect.ts';
import type { CullFrame } from '../camera/cullFrame.ts';
import drawStyles from '../draw/draw.module.css';
import { SheetText } from '../draw/SheetText.tsx';
import styles from './flows.module.css';
import type { SheetHeat } from './flowsDrawing.ts';

interface Props {
  readonly frame: CullFrame;
  readonly heat: SheetHeat;
  readonly isStale: boolean;
}

/** Figures beside links that are in view, once words of links can be read. */
export const HeatTexts = memo(function HeatTexts({ frame, heat, isStale }: Props) {
  if (frame.detail !== 'details') return null;
  return (
    <div className={`${drawStyles.group} ${styles.figures}`} data-stale={isStale || undefined}>
      {heat.labels.flatMap(({ link, texts, isFull }) =>
        texts
          .filter((text) => intersects(frame.box, textRect(text)))
          .map((text) => (
            <div
              key={`${link} ${text.text}`}
              className={drawStyles.group}
              data-full={isFull || undefined}
            >
              <SheetText text={text} isPlain={false} />
            </div>
          )),
      )}
    </div>
  );
});

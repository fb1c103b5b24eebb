import { type MouseEvent, type PointerEvent, useMemo, useRef } from 'react';
import { usePeerlane } from '../../store/peerlane.ts';
import type { OpenDocument, PartId } from '../../store/state.ts';
import { hostTitle, rootBusName } from '../words/partNames.ts';
import { type Filter, type HostRegions, passes, type ShownMap } from './addressRows.ts';
import { addressText, FILTER_WORDS } from './addressWords.ts';
import { StripPicture } from './StripPicture.tsx';
import styles from './Strips.module.css';
import { useWidth } from './useWidth.ts';

interface Props {
  readonly document: OpenDocument;
  readonly shown: ShownMap;
  readonly filter: Filter;
  /** Key of the region that is pointed at or has the focus. */
  readonly lit: string | null;
  readonly onPoint: (key: string | null) => void;
  readonly onChoose: (part: PartId) => void;
}

const MARGIN = 24;

/** The map: for each host bridge what lies below and above 4 GiB, windows above what lies in them. */
export function Strips({ document, shown, filter, lit, onPoint, onChoose }: Props) {
  const section = useRef<HTMLElement>(null);
  const width = Math.max(0, useWidth(section) - MARGIN);
  const selection = usePeerlane((state) => state.selection);
  const strips = useMemo(() => stripsOf(shown.hosts, filter), [shown, filter]);
  const onMove = (event: PointerEvent) => {
    if (event.pointerType !== 'touch') onPoint(dataOf(event)?.key ?? null);
  };
  const onClick = (event: MouseEvent) => {
    const data = dataOf(event);
    if (data?.part) onChoose(data.part as PartId);
    onPoint(data?.key ?? null);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the table beside it does the same by keys
    <section
      ref={section}
      className={styles.map}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must be reachable
      tabIndex={0}
      aria-label="Map; the table has the same"
      onPointerMove={onMove}
      onPointerLeave={() => onPoint(null)}
      onClick={onClick}
    >
      {strips.length === 0 && (
        <p className={styles.none}>Nothing lies here: {FILTER_WORDS[filter]}.</p>
      )}
      {strips.map(({ key, hosts, regions, place }) => (
        <figure key={key} className={styles.strip}>
          <figcaption>
            <strong>{hosts.host ? hostTitle(hosts.host) : 'Parent not shown'}</strong>{' '}
            {hosts.host && <code>{rootBusName(hosts.host)}</code>} {place}{' '}
            <span className={styles.from}>
              from <code>{addressText(regions[0]?.first ?? 0n)}</code>
            </span>
          </figcaption>
          {width > 0 && (
            <StripPicture
              document={document}
              regions={regions}
              width={width}
              lit={lit}
              selection={selection}
            />
          )}
        </figure>
      ))}
    </section>
  );
}

function dataOf({ target }: { readonly target: EventTarget }): DOMStringMap | null {
  return target instanceof Element
    ? (target.closest<HTMLElement>('[data-key]')?.dataset ?? null)
    : null;
}

/** What is drawn in one line: a host bridge's memory below or above 4 GiB, or its I/O ports. */
function stripsOf(hosts: readonly HostRegions[], filter: Filter) {
  const places: readonly Filter[] = filter === 'memory' ? ['below', 'above'] : [filter];
  return hosts.flatMap((each) =>
    places.flatMap((place) => {
      const regions = each.regions.filter((region) => passes(region, place));
      if (regions.length === 0) return [];
      const key = `${each.host?.id} ${place}`;
      return [
        {
          key,
          hosts: each,
          regions,
          place: FILTER_WORDS[place].toLowerCase().replace('gib', 'GiB').replace('i/o', 'I/O'),
        },
      ];
    }),
  );
}

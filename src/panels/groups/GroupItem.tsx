import { memo } from 'react';
import { groupCauseText } from '../../engine/explain/groupCauseText.ts';
import { formatAddress } from '../../model/address.ts';
import type { FunctionId } from '../../model/ids.ts';
import { shortTitle } from '../../model/shortTitle.ts';
import { pointAtGroup } from '../../parts/pointedGroup.ts';
import { usePeerlane } from '../../store/peerlane.ts';
import { FunctionLink } from '../FunctionLink.tsx';
import { LinkedText } from '../LinkedText.tsx';
import styles from './GroupItem.module.css';
import type { Captured, Cluster, GroupRow } from './groupRows.ts';

/** One group: pointing at it, or moving the focus into it, shows it on the sheet. */
export const GroupItem = memo(function GroupItem({ row }: { readonly row: GroupRow }) {
  const { number, members, clusters, captured } = row;
  const point = () => pointAtGroup(number);
  const leave = () => pointAtGroup(null);
  const isMany = members.length > 1;
  return (
    <li
      className={styles.group}
      data-many={isMany || undefined}
      onPointerEnter={point}
      onPointerLeave={leave}
      onFocus={point}
      onBlur={leave}
    >
      <span className={styles.number}>
        <span className="unseen">group </span>
        {number}
      </span>
      <div className={styles.inside}>
        {isMany && <Summary row={row} />}
        {clusters.map((cluster) => (
          <Members key={cluster.functions[0]} cluster={cluster} />
        ))}
        {!isMany && captured.kind === 'other' && (
          <p className={styles.summary}>
            <CapturedAs captured={captured} />
          </p>
        )}
      </div>
    </li>
  );
});

/** How many there are, and what holds them together. */
function Summary({ row }: { readonly row: GroupRow }) {
  const { members, mergedBy, captured } = row;
  return (
    <p className={styles.summary}>
      <strong>{members.length} functions</strong>, held together by{' '}
      {mergedBy.map((id, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <FunctionLink id={id} />
        </span>
      ))}
      <CapturedAs captured={captured} />
    </p>
  );
}

/** Members with one reason, after the reason. */
function Members({ cluster }: { readonly cluster: Cluster }) {
  const { cause, functions } = cluster;
  const byId = usePeerlane((state) => state.document?.byId);
  const name = (id: FunctionId) => {
    const address = byId?.get(id)?.address;
    return address ? formatAddress(address) : id;
  };
  return (
    <>
      {cause.kind !== 'own' && (
        <p className={styles.cause}>
          <LinkedText text={`${groupCauseText(cause, name)}:`} />
        </p>
      )}
      <ul className={styles.members}>
        {functions.map((id) => (
          <Member key={id} id={id} />
        ))}
      </ul>
    </>
  );
}

function Member({ id }: { readonly id: FunctionId }) {
  const title = usePeerlane((state) => state.document?.titles.get(id) ?? '');
  const label = usePeerlane((state) => state.document?.byId.get(id)?.label ?? null);
  return (
    <li className={styles.member} title={title}>
      <FunctionLink id={id} /> {label ?? shortTitle(title)}
    </li>
  );
}

function CapturedAs({ captured }: { readonly captured: Captured }) {
  if (captured.kind === 'unknown') return null;
  if (captured.kind === 'same') {
    return <span className={styles.captured}>captured as {captured.number}</span>;
  }
  return (
    <span className={styles.captured} data-other>
      captured otherwise, in {captured.numbers.length === 1 ? 'group' : 'groups'}{' '}
      {captured.numbers.join(', ')}
    </span>
  );
}

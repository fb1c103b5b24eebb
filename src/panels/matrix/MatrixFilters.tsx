import type { Listing } from '../../worker/protocol.ts';
import { AxisFilters } from './AxisFilters.tsx';
import styles from './MatrixFilters.module.css';
import type { AxisSetup, MatrixSetup } from './setup.ts';
import type { Matrix } from './useMatrix.ts';

interface Props {
  readonly matrix: Matrix;
  readonly setup: MatrixSetup;
  readonly onChange: (change: Partial<MatrixSetup>) => void;
  readonly listing: Listing;
  readonly onList: (listing: Listing) => void;
}

/** Which rows and columns the matrix has, in which order, and what stands out in it. */
export function MatrixFilters({ matrix, setup, onChange, listing, onList }: Props) {
  const { provider, client, order } = setup;
  /** Kinds that were chosen by hand stay; bridges, just asked for, join them or go. */
  const withBridges = (axis: AxisSetup, isWanted: boolean): AxisSetup => {
    if (axis.kinds === null) return axis;
    const kinds = new Set(axis.kinds);
    if (isWanted) kinds.add('bridge');
    else kinds.delete('bridge');
    return { ...axis, kinds };
  };
  const listBridges = (isWanted: boolean) => {
    onList(isWanted ? 'all' : 'endpoints');
    onChange({
      provider: withBridges(provider, isWanted),
      client: withBridges(client, isWanted),
    });
  };
  return (
    <div className={styles.filters}>
      <AxisFilters
        end="provider"
        present={matrix.present}
        kinds={matrix.providerKinds}
        search={provider.search}
        onKinds={(kinds) => onChange({ provider: { ...provider, kinds } })}
        onSearch={(search) => onChange({ provider: { ...provider, search } })}
      />
      <AxisFilters
        end="client"
        present={matrix.present}
        kinds={matrix.clientKinds}
        search={client.search}
        onKinds={(kinds) => onChange({ client: { ...client, kinds } })}
        onSearch={(search) => onChange({ client: { ...client, search } })}
      />
      <div className={styles.chips}>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={listing === 'all'}
            onChange={({ target }) => listBridges(target.checked)}
          />
          Bridges too
        </label>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={order === 'address'}
            onChange={({ target }) => onChange({ order: target.checked ? 'address' : 'kind' })}
          />
          By address, not by kind
        </label>
      </div>
    </div>
  );
}

import type { Listing } from '../../worker/protocol.ts';
import { AxisFilters } from './AxisFilters.tsx';
import styles from './MatrixFilters.module.css';
import type { MatrixSetup } from './setup.ts';
import type { Matrix } from './useMatrix.ts';
import { VerdictLegend } from './VerdictLegend.tsx';

interface Props {
  readonly matrix: Matrix;
  readonly setup: MatrixSetup;
  readonly onChange: (change: Partial<MatrixSetup>) => void;
  readonly listing: Listing;
  readonly onList: (listing: Listing) => void;
}

/** Which rows and columns the matrix has, in which order, and what stands out in it. */
export function MatrixFilters({ matrix, setup, onChange, listing, onList }: Props) {
  const { provider, client, only, order } = setup;
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
      <VerdictLegend
        counts={matrix.shown}
        only={only}
        onOnly={(chosen) => onChange({ only: chosen })}
      />
      <div className={styles.chips}>
        <label className={styles.check}>
          <input
            type="checkbox"
            checked={listing === 'all'}
            onChange={({ target }) => onList(target.checked ? 'all' : 'endpoints')}
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

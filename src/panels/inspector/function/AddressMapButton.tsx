import { usePeerlane } from '../../../store/peerlane.ts';

/** Leads to the map of all addresses. */
export function AddressMapButton() {
  const setView = usePeerlane((state) => state.actions.setView);
  return (
    <div>
      <button
        type="button"
        className="small"
        onClick={() => setView({ dockTab: 'addresses', isDockOpen: true })}
      >
        Address map
      </button>
    </div>
  );
}

import { usePeerlane } from '../../store/peerlane.ts';

/** Where the page speaks: selection, verdicts that changed, what was undone. */
export function LiveRegion() {
  const announcement = usePeerlane((state) => state.announcement);
  return (
    <p className="unseen" role="status" aria-live="polite" aria-atomic="true">
      {announcement}
    </p>
  );
}

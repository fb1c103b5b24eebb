import { isTakenAsLone } from '../../engine/iommu/isTakenAsLone.ts';
import type { IommuGroups } from '../../engine/report.ts';
import type { FunctionId } from '../../model/ids.ts';
import { Glyph } from '../../parts/Glyph.tsx';
import type { OpenDocument } from '../../store/state.ts';
import { FunctionLink } from '../FunctionLink.tsx';
import styles from './GroupsPanel.module.css';

const MOST_NAMED = 8;

interface Props {
  readonly groups: IommuGroups;
  readonly byId: OpenDocument['byId'];
}

/** What the groups take for granted where the input hides ACS words. */
export function Remarks({ groups, byId }: Props) {
  const { assumed, assumedIsolating, wayHidden } = groups;
  const isLone = (id: FunctionId) => {
    const fn = byId.get(id);
    return fn !== undefined && isTakenAsLone(fn);
  };
  const lone = assumedIsolating.filter(isLone);
  const booted = assumedIsolating.filter((id) => !isLone(id));
  return (
    <>
      {assumed.length > 0 && (
        <p className={styles.banner}>
          <Glyph kind="unknown" />
          <span>
            The input hides whether <Named functions={assumed} /> isolate; they were taken as not
            isolating, so groups may be smaller in truth.
          </span>
        </p>
      )}
      {booted.length > 0 && (
        <p className={styles.banner}>
          <Glyph kind="unknown" />
          <span>
            The input hides what <Named functions={booted} /> were set to; with an IOMMU in use, the
            kernel sets them to isolate at boot.
          </span>
        </p>
      )}
      {lone.length > 0 && (
        <p className={styles.banner}>
          <Glyph kind="unknown" />
          <span>
            The input hides whether <Named functions={lone} /> stand alone on their devices; none
            beside them is shown, so they were taken to.
          </span>
        </p>
      )}
      {wayHidden.length > 0 && (
        <p className={styles.banner}>
          <Glyph kind="unknown" />
          <span>
            The input does not show what is above <Named functions={wayHidden} />; a bridge there
            may put more into their groups.
          </span>
        </p>
      )}
    </>
  );
}

function Named({ functions }: { readonly functions: readonly FunctionId[] }) {
  const shown = functions.slice(0, MOST_NAMED);
  return (
    <>
      {shown.map((id, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <FunctionLink id={id} />
        </span>
      ))}
      {functions.length > shown.length && ` and ${functions.length - shown.length} more`}
    </>
  );
}

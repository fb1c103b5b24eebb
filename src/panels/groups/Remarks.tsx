import type { IommuGroups } from '../../engine/report.ts';
import type { FunctionId } from '../../model/ids.ts';
import { Glyph } from '../../parts/Glyph.tsx';
import { FunctionLink } from '../FunctionLink.tsx';
import styles from './GroupsPanel.module.css';

const MOST_NAMED = 8;

/** What the groups take for granted where the input hides ACS words. */
export function Remarks({ groups }: { readonly groups: IommuGroups }) {
  const { assumed, assumedIsolating, wayHidden } = groups;
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
      {assumedIsolating.length > 0 && (
        <p className={styles.banner}>
          <Glyph kind="unknown" />
          <span>
            The input hides what <Named functions={assumedIsolating} /> were set to; with an IOMMU
            in use, the kernel sets them to isolate at boot.
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

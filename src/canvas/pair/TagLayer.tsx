import { useEffect } from 'react';
import { fetchedOnce } from '../../parts/fetchedOnce.ts';
import { useFetched } from '../../parts/useFetched.ts';
import { whenIdle } from '../../parts/whenIdle.ts';
import type { TagsProps } from './Tags.tsx';

const tags = fetchedOnce(() => import('./Tags.tsx'));

/** What is said of the chosen pair on the sheet; nothing, and nothing fetched, while none is chosen. */
export function TagLayer(props: TagsProps) {
  const isWanted = props.look.kind !== 'none';
  const fetched = useFetched(tags, isWanted);
  useEffect(() => whenIdle(tags.ask), []);
  return isWanted && fetched.kind === 'there' && <fetched.part.Tags {...props} />;
}

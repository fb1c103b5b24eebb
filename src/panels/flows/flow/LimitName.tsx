import type { FlowLimit } from '../../../engine/flows/throughputReport.ts';
import { LinkButton } from './LinkButton.tsx';

/** A limit by its name; a link leads to it on the sheet. */
export function LimitName({ limit }: { readonly limit: FlowLimit }) {
  return limit.link ? <LinkButton index={limit.link.index}>{limit.where}</LinkButton> : limit.where;
}

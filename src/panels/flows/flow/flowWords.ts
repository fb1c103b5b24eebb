import type {
  FigureSource,
  FlowRoute,
  StreamReport,
} from '../../../engine/flows/throughputReport.ts';
import type { FunctionId } from '../../../model/ids.ts';

/** How a request gets there, in a sentence's part. */
export const ROUTE_WORDS: Readonly<Record<FlowRoute, string>> = {
  inside: 'inside one device, over no link',
  direct: 'turned round by a switch, below the root complex',
  redirected: 'redirected: up to the root complex and down again',
  root: 'through the root complex, the first common point',
  socket: 'from one socket to another',
  memory: 'to host memory of the same socket',
  'remote-memory': 'to host memory of another socket',
};

/** What a link is crossed by. */
export const PACKET_WORDS = {
  write: 'writes with the data',
  read: 'read requests',
  completion: 'completions with the data',
} as const;

/** Where a figure is from: `measured: NSDI ’24 …`. */
export function sourceWords({ quality, title }: FigureSource): string {
  return `${quality}: ${title}`;
}

/** The pair that the kernel judges for a stream between two devices; `null`: memory is no provider. */
export function pairOf({
  requester,
  from,
  to,
}: StreamReport): { readonly provider: FunctionId; readonly client: FunctionId } | null {
  if (requester === null) return null;
  const other = from.kind === 'function' && from.id !== requester ? from : to;
  if (other.kind !== 'function' || other.id === requester) return null;
  return { provider: other.id, client: requester };
}

import { err, ok } from '../base/result.ts';
import type {
  Attribute,
  AttributeInfo,
  FlowDraft,
  LineKind,
  LinkDraft,
  SlotDraft,
  SocketDraft,
} from './attribute.ts';
import { type Codec, orNone, RATE, sizeWith, TEXT, TIME, whole } from './values/codec.ts';

function fieldsOf<Draft>(kinds: readonly LineKind[]) {
  return <K extends keyof Draft>(
    about: Pick<AttributeInfo, 'name' | 'help'> & Partial<AttributeInfo>,
    key: K,
    codec: Codec<Draft[K]>,
  ): Attribute<Draft> => ({
    form: 'value',
    kinds,
    values: codec.values,
    ...about,
    read: (draft, text) => {
      const value = codec.read(text);
      return value === undefined ? err(codec.expected) : ok({ ...draft, [key]: value });
    },
    write: (draft) => codec.write(draft[key]),
  });
}

const LANE_GROUPS: Codec<readonly number[]> = {
  read: (text) => {
    const groups = text.split('x').map((group) => whole(0, 64).read(group));
    const read = groups.filter((group) => group !== undefined);
    return read.length === groups.length && groups.length <= 64 ? read : undefined;
  },
  write: (groups) => groups.join('x'),
  expected: 'lanes of each part such as 4x4x4x4',
  values: ['4x4x4x4', '8x8', '8x4x4'],
};

const ofSlot = fieldsOf<SlotDraft>(['slot']);

export const SLOT_ATTRIBUTES: readonly Attribute<SlotDraft>[] = [
  ofSlot(
    { name: 'x', form: 'suffix', help: 'Lanes of the slot: x16.' },
    'lanes',
    orNone(whole(0, 256, ['16', '8', '4'])),
  ),
  ofSlot(
    { name: 'split', help: 'How its lanes are divided between the ports that feed it.' },
    'bifurcation',
    orNone(LANE_GROUPS),
  ),
  ofSlot(
    { name: 'riser', help: 'What stands between board and card.' },
    'riser',
    orNone({ ...TEXT, read: (text) => text }),
  ),
  ofSlot(
    {
      name: 'label',
      help: 'What is printed beside it, where that is not its name; - for nothing.',
    },
    'label',
    orNone({ ...TEXT, read: (text) => text }),
  ),
];

export const SOCKET_ATTRIBUTES: readonly Attribute<SocketDraft>[] = [
  fieldsOf<SocketDraft>(['socket'])(
    { name: 'model', help: 'What the catalogue calls the CPU.' },
    'model',
    orNone({ ...TEXT, read: (text) => text }),
  ),
];

const ofLink = fieldsOf<LinkDraft>(['link']);

export const LINK_LINE_ATTRIBUTES: readonly Attribute<LinkDraft>[] = [
  ofLink(
    { name: 'rate', help: 'Bytes per second in one direction, of upi and xgmi.' },
    'bytesPerSecond',
    orNone(RATE),
  ),
  ofLink({ name: 'latency', help: 'Added latency, of upi and xgmi.' }, 'latencyNs', orNone(TIME)),
];

const SIZES = sizeWith(['4K', '64K', '1M', '64M']);
const ofFlow = fieldsOf<FlowDraft>(['flow']);

export const FLOW_ATTRIBUTES: readonly Attribute<FlowDraft>[] = [
  fieldsOf<FlowDraft>(['flow', 'group'])(
    { name: 'size', help: 'Bytes per transfer.' },
    'sizeBytes',
    orNone(SIZES),
  ),
  ofFlow(
    { name: 'depth', help: 'Transfers under way at a time.' },
    'queueDepth',
    orNone(whole(0, Number.MAX_SAFE_INTEGER, ['1', '8', '32', '128'])),
  ),
  ofFlow(
    { name: 'rate', help: 'Bytes per second that are offered.' },
    'rateBytesPerSecond',
    orNone(RATE),
  ),
];

/** What is said of groups beside their flows' figures; it names a part, so the line's reader resolves it. */
export const GROUP_ATTRIBUTES: readonly AttributeInfo[] = [
  {
    name: 'through',
    form: 'value',
    kinds: ['group'],
    help: "Of nvmeof(…): whose memory holds the data on the way; nothing said: the host's.",
    values: ['ram0'],
  },
];

// The rooms of src and who may import whom. This table is the architecture; the code beside it only
// reads it. A room may import itself, what its row names, and what those rows name in turn.

const base = 'src/base';
const model = 'src/model';
const pci = 'src/engine/pci';
const kernel = 'src/engine/kernel';
const acs = 'src/engine/acs';
const link = 'src/engine/link';
const read = 'src/formats/read';
const write = 'src/formats/write';
const catalogue = 'src/catalogue';
const build = 'src/build';
const sketch = 'src/sketch';

/** Rule rooms see the tree walks and the kernel's eras. Neighbours only where a rule truly asks one. */
const rule = [pci, kernel];

const engineParts = [
  pci,
  kernel,
  acs,
  'src/engine/p2pdma',
  'src/engine/iommu',
  'src/engine/fabric',
  'src/engine/dma',
  'src/engine/rdma',
  'src/engine/nvme',
  link,
  'src/engine/throughput',
  'src/engine/tlp',
];

/**
 * Room → rooms it may import. A room owns the files of its folder that belong to no longer-named
 * room, so `src/engine` is analyze.ts, report.ts, rules.ts and whatever else lies at its root.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const rooms = {
  [base]: [],
  [model]: [base],
  [catalogue]: [base, model], // parts as data
  [build]: [base, model, catalogue], // numbers, addresses, changes of structure
  [sketch]: [base, model, catalogue], // a machine as text, both ways

  [pci]: [base, model],
  [kernel]: [base, model],
  [acs]: rule,
  'src/engine/p2pdma': [...rule, acs], // calc_map_type_and_dist asks for ACS redirects
  'src/engine/iommu': [...rule, acs], // grouping asks pci_acs_path_enabled
  'src/engine/fabric': [...rule, acs], // what ports do with packets: ACS bits decide there, too
  'src/engine/dma': [...rule, 'src/engine/p2pdma'], // a mapping asks what the pair is
  'src/engine/rdma': rule,
  'src/engine/nvme': rule,
  [link]: [pci],
  'src/engine/throughput': [pci, link],
  'src/engine/tlp': [pci, link, 'src/engine/fabric'],
  'src/engine/check': [...rule, 'src/engine/p2pdma', catalogue, build], // what looks wrong on a machine
  'src/engine/explain': [...engineParts, 'src/engine'],
  'src/engine/mapping': [...engineParts, 'src/engine'], // a list of a machine, mapped and played
  'src/engine/flows': [...engineParts, 'src/engine', 'src/engine/mapping', catalogue], // bytes a second
  'src/engine': [
    ...engineParts,
    'src/engine/check',
    'src/engine/explain',
    'src/engine/mapping',
    'src/engine/flows',
  ],

  'src/layout': [model],

  [read]: [base, model],
  [write]: [base, model, 'src/layout'],
  'src/formats': [read, write, sketch, build], // the list of formats, at the folder's root
  'src/scenarios': [base, model],

  'src/verify': ['src/engine', 'src/formats', catalogue, build], // what real kernels said, against the engine

  'src/worker': ['src/engine', 'src/formats'],
  'src/store': [model, 'src/worker', 'src/formats', 'src/scenarios', catalogue, build, sketch],
  'src/parts': ['src/engine', 'src/store'], // small things that canvas, panels and app all show
  'src/canvas': ['src/store', 'src/layout', 'src/parts'],
  'src/panels': ['src/store', 'src/parts'],
  'src/app': ['src/canvas', 'src/panels', 'src/store', 'src/parts'],
  'src/cli': ['src/engine', 'src/formats', 'src/scenarios', 'src/verify'],

  e2e: [], // a journey knows the page, not the code behind it
};

/**
 * Single files a room may take types from (`import type`), though not values.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const typesAllowed = {
  [write]: ['src/engine/report.ts'],
  'src/scenarios': ['src/engine/report.ts'],
};

/**
 * Rooms that give the same bytes everywhere: no clock, no chance, and no package but those whose
 * row below names the room.
 */
export const pureRooms = Object.keys(rooms).filter((room) =>
  /^src\/(base|model|catalogue|build|sketch|engine|formats|scenarios|layout|verify)(\/|$)/.test(
    room,
  ),
);

/**
 * Packages that belong to some rooms only. `entry` is the one way in that all of them must take;
 * `names` narrows what a room may take.
 * @type {ReadonlyArray<{
 *   package: RegExp, entry?: string, rooms: readonly string[],
 *   names?: Readonly<Record<string, RegExp>>, why: string
 * }>}
 */
export const packageRules = [
  {
    package: /^react(-dom)?$/,
    rooms: ['src/app', 'src/panels', 'src/canvas', 'src/parts'],
    why: 'React draws; it does not compute',
  },
  {
    package: /^d3(-.+)?$/,
    rooms: ['src/layout', 'src/canvas', 'src/panels'],
    names: { 'src/panels': /^(scale|Scale)/, 'src/layout': /^(hierarchy|tree|cluster|Hierarchy)/ },
    why: 'd3 belongs to layout (hierarchy), canvas, and charts (scales)',
  },
  { package: /^zustand(\/.+)?$/, rooms: ['src/store'], why: 'state lives in the store' },
  { package: /^immer$/, rooms: ['src/store'], why: 'the document changes by edits only' },
  { package: /^@(codemirror|lezer)\//, rooms: ['src/panels'], why: 'the editor is a panel' },
  { package: /^@tanstack\/react-virtual$/, rooms: ['src/panels'], why: 'long lists are panels' },
  { package: /^tinykeys$/, rooms: ['src/app'], why: 'keys are bound where commands are' },
  {
    package: /^(idb|idb-keyval)$/,
    rooms: ['src/store'],
    why: "storage lives in the store's persistence",
  },
  {
    package: /^zod$/,
    entry: 'zod/mini', // all of zod probes for eval, which the site's policy reports
    rooms: [
      'src/model',
      'src/formats',
      'src/formats/read',
      'src/worker',
      'src/store',
      'src/verify',
    ],
    why: 'input is checked once, where it comes in',
  },
  { package: /^node:/, rooms: ['src/cli', 'e2e'], why: 'the rest runs in a browser, too' },
];

/** What a relative import may name besides .ts and .tsx, though not in a pure room. */
export const styleSheets = /\.css$/;

/** Data that a test writes and code of the same room reads: JSON beside the code. */
export const dataFiles = /\.json$/;

/** Files of src that may touch the browser's storage. */
export const storageFiles = /^src\/store\/persist/;

/** Test code: exempt from directions, and nothing else may import it. */
export const testCode = /\.(test|bench|testkit)\.tsx?$/;

/** The longest file a reader should have to hold in mind. */
export const maxLines = 400;

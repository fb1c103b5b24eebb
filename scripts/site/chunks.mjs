// Which files the site's scripts are put into. Left alone, the bundler makes one of each set of modules
// that the same late parts share: well over a hundred, most of them smaller than the request for them.

/**
 * Late parts that are wanted together come in one file, in the order in which a visitor may want them. What
 * two areas share lies with the earlier one, so that no area waits for a later one: the first of these
 * that a module or somebody who imports it belongs to has it.
 *
 * @type {readonly (readonly [name: string, modules: RegExp])[]}
 */
export const LATE_AREAS = [
  ['commands', /\/src\/app\/(commands\/(commands|linkCommands)|clipboard\/hearClipboard)\.ts/],
  ['sides', /\/src\/(panels\/(outline|matrix)|parts)\//],
  ['sheet', /\/src\/(canvas\/(?!carry|mapping|flows)|app\/(play|conditions)\/)/],
  ['catalogue', /\/src\/catalogue\//],
  ['changes', /\/src\/(build\/(?!settle|place|number(?!Devices))|store\/removal)/],
  ['inspector', /\/src\/panels\/inspector\//],
  ['panels', /\/src\/panels\/(?!mapping|flows|text)/],
  ['sketch', /\/src\/sketch\//],
  ['building', /\/src\/(build|store|canvas\/(carry|flows\/draw))\//],
  ['dialogs', /\/src\/app\/(?!picture)/],
  // What both of the next two draw over a machine.
  ['ways', /\/src\/(layout\/(flows\/|mappingRoutes|nearLine)|canvas\/mapping\/(pieces|ways)Be)/],
  ['mapping', /\/src\/((panels|canvas)\/mapping|app\/picture)\//],
  ['flows', /\/src\/(panels|canvas)\/flows\//],
  ['text', /\/src\/panels\/text\//],
];

/**
 * What comes with the page is one file, libraries apart: they change seldom.
 *
 * @returns {import('vite').Rolldown.CodeSplittingGroup[]}
 */
export function chunkGroups() {
  const late = LATE_AREAS.map(([name, test], index) => ({ name, test, priority: 50 - index }));
  return [
    { name: 'libraries', tags: ['$initial'], test: /\/node_modules\//, priority: 100 },
    { name: 'page', tags: ['$initial'], priority: 99 },
    ...late,
  ];
}

/**
 * Which of the built files the service worker keeps: all that the page may ask for, whichever script
 * names it, so that what is loaded late (the worker, a dialog) is there without a network too. Of the
 * fonts only the Latin ones: the others are asked for by a text that needs them.
 *
 * @param {readonly string[]} files paths below the site's folder, with slashes
 * @returns {readonly string[]}
 */
export function keptFiles(files) {
  return files
    .filter((path) => path !== 'index.html' && path !== 'sw.js')
    .filter((path) => !/\.(?:map|md)$|\.LICENSE\.txt$/.test(path))
    .filter((path) => !path.endsWith('.woff2') || /-latin-wght/.test(path))
    .sort();
}

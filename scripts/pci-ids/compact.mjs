// Makes the table of names that Peerlane ships out of pci.ids (https://pci-ids.ucw.cz/).

/** @param {string} text @param {string} label */
function headerField(text, label) {
  const line = text.split('\n', 60).find((one) => one.startsWith('#') && one.includes(`${label}:`));
  return line ? line.slice(line.indexOf(':') + 1).trim() : 'unknown';
}

/** @param {string} text */
const header = (text) => `# Names of PCI vendors, devices and classes.
# Made by scripts/make-pci-ids.mjs from pci.ids (https://pci-ids.ucw.cz/); do not edit.
# Version: ${headerField(text, 'Version')}
# Date: ${headerField(text, 'Date')}
# Copyright (c) 1997-2023 Martin Mareš, (c) 2015-2023 Albert Pool. pci.ids may be had under the GPL or
# the 3-clause BSD licence; it is used here under the latter: see pci-ids.LICENSE.txt.
# Form: ">vvvvVendor", below it "ddddDevice"; "=ccBase class", below it "ssSub-class".
# Left out: subsystems and programming interfaces.
`;

/** @param {string} name */
const tidy = (name) => name.trim().replace(/\s+/g, ' ');

/**
 * Vendors, devices and classes without comments and blanks, in the order of the source: the same
 * input gives the same bytes.
 * @param {string} text the text of pci.ids
 * @returns {string}
 */
export function compactPciIds(text) {
  let out = header(text);
  let inClasses = false;
  for (const line of text.split('\n')) {
    if (line.startsWith('#') || line.trim() === '' || line.startsWith('\t\t')) continue;
    const base = /^C ([0-9a-f]{2}) {2}(.*)$/.exec(line);
    const vendor = /^([0-9a-f]{4}) {2}(.*)$/.exec(line);
    const part = /^\t([0-9a-f]{2}|[0-9a-f]{4}) {2}(.*)$/.exec(line);
    if (base) {
      inClasses = true;
      out += `=${base[1]}${tidy(base[2] ?? '')}\n`;
    } else if (vendor) {
      inClasses = false;
      out += `>${vendor[1]}${tidy(vendor[2] ?? '')}\n`;
    } else if (part && part[1]?.length === (inClasses ? 2 : 4)) {
      out += `${part[1]}${tidy(part[2] ?? '')}\n`;
    } else {
      throw new Error(`pci.ids: a line of no known form: ${JSON.stringify(line)}`);
    }
  }
  return out;
}

/** Corporate forms at the end of a vendor's name: of no use where room is short. */
const FORM = /,? (?:Inc\.?|Corporation|Corp\.?|Company|Co\.?,? Ltd\.?|Ltd\.?|GmbH|AG)(?=,| )/;
/** The short name that a vendor brings along: `Advanced Micro Devices, Inc. [AMD] …`. */
const ALIAS = /^[^[\]]* (?:Inc\.?|Corporation|Corp\.?|Ltd\.?) \[([^[\]]{2,12})\](?= \S)/;

/**
 * A function's title for a narrow column, where what comes last is cut off: vendor names come
 * first and are long, device names tell functions apart.
 */
export function shortTitle(title: string): string {
  const alias = ALIAS.exec(title);
  if (alias) return `${alias[1]}${title.slice(alias[0].length)}`;
  return title.replace(FORM, '').replace(FORM, '');
}

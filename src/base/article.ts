/** Letters that are said with a vowel first: an F, an NVMe drive. */
const SAID_WITH_VOWEL = /^[AEFHILMNORSX]/;
/** Letter by letter: capitals that no vowel makes a word of (`NVMe`, `RTX`), or with a digit (`MI300`). */
const IS_SPELT = /^[A-Z](?:[A-Z]?[0-9]|[B-DF-HJ-NP-TV-Z]|$)/;
/** Written with a vowel, said as "you" or "won". */
const SAID_WITHOUT = /^(?:U[A-Z]|uni(?!n)|us[aeiu]|eu|one\b|once)/;
const NUMBER_WITH_VOWEL = /^(?:8|11(?!\d)|18(?!\d))/;

/** `a GPU`, `an uplink`, `an NVMe drive`: with the article that the word is said with. */
export function withArticle(words: string): string {
  return `${startsWithVowel(words) ? 'an' : 'a'} ${words}`;
}

function startsWithVowel(words: string): boolean {
  if (NUMBER_WITH_VOWEL.test(words)) return true;
  if (SAID_WITHOUT.test(words)) return false;
  if (IS_SPELT.test(words)) return SAID_WITH_VOWEL.test(words);
  return /^(?:[aeiou]|hour)/i.test(words);
}

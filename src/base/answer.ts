/** Yes, no, or not to be known from the input. */
export type Answer = 'yes' | 'no' | 'unknown';

/** Yes only if both are yes; one no decides. */
export function both(a: Answer, b: Answer): Answer {
  if (a === 'no' || b === 'no') return 'no';
  return a === 'yes' && b === 'yes' ? 'yes' : 'unknown';
}

/** Yes if one is yes. */
export function either(a: Answer, b: Answer): Answer {
  if (a === 'yes' || b === 'yes') return 'yes';
  return a === 'no' && b === 'no' ? 'no' : 'unknown';
}

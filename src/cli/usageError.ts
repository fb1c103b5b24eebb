/** The command was called wrongly, or its input cannot be read: exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

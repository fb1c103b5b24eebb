/** What is played, as packets are drawn: a filled bar writes, an outlined one reads. */
export function RequestForm({ operation }: { readonly operation: 'write' | 'read' }) {
  return (
    <svg viewBox="0 0 22 12" aria-hidden="true" data-form={operation}>
      <rect x="2" y="2" width="18" height="8" />
    </svg>
  );
}

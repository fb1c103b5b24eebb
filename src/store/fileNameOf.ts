/** What a document's file may be called: the machine's name without what file systems refuse. */
export function fileNameOf(machineName: string): string {
  const stem = machineName
    .replace(/(\.(gz|txt|log|json|peerlane))+$/i, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}.,_ -]+/gu, '-')
    .replace(/^[.\s-]+|[.\s-]+$/g, '')
    .slice(0, 80);
  return `${stem || 'machine'}.peerlane.json`;
}

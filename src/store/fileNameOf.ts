/** What a machine's file may be called: its name without what file systems refuse. */
export function fileNameOf(machineName: string, ending = 'peerlane.json'): string {
  const stem = machineName
    .replace(/(\.(gz|txt|log|json|peerlane|sketch))+$/i, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}.,_ -]+/gu, '-')
    .replace(/^[.\s-]+|[.\s-]+$/g, '')
    .slice(0, 80);
  return `${stem || 'machine'}.${ending}`;
}

import { usePeerlane } from '../../store/peerlane.ts';
import type { ChosenPair, OpenDocument } from '../../store/state.ts';
import { ExplainedPair } from './ExplainedPair.tsx';
import { PairPicker } from './PairPicker.tsx';
import { WaitingPair } from './WaitingPair.tsx';

/** Why the chosen pair is judged as it is, and what would change it. */
export function WhyPanel() {
  const document = usePeerlane((state) => state.document);
  const pair = usePeerlane((state) => state.pair);
  const explained = usePeerlane((state) => state.explained);
  const compared = usePeerlane((state) => state.compared);
  const results = usePeerlane((state) => state.results);
  if (!document || !isWhole(pair, document)) return <PairPicker />;
  const isOfPair =
    explained?.explanation.verdict.provider === pair.provider &&
    explained.explanation.verdict.client === pair.client;
  if (!explained || !results || !isOfPair) return <WaitingPair />;
  const isStale =
    explained.revision !== document.revision || results.revision !== document.revision;
  const isCompared =
    compared?.pair.provider === pair.provider && compared.pair.client === pair.client;
  return (
    <ExplainedPair
      explanation={explained.explanation}
      conditions={results.conditions}
      comparison={isCompared ? compared.comparison : null}
      isComparisonStale={compared?.revision !== document.revision}
      isStale={isStale}
    />
  );
}

/** Are both ends chosen, and still there? */
function isWhole({ provider, client }: ChosenPair, { byId }: OpenDocument): boolean {
  return provider !== null && client !== null && byId.has(provider) && byId.has(client);
}

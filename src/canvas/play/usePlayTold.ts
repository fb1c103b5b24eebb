import { useEffect, useRef } from 'react';
import { usePeerlane } from '../../store/peerlane.ts';
import type { OpenDocument } from '../../store/state.ts';
import { toldHop } from './hopWords.ts';
import { Teller } from './Teller.ts';
import type { Played } from './usePlayed.ts';

/** Tells a screen reader each decision as the packet comes to it. */
export function usePlayTold(played: Played | null, document: OpenDocument): void {
  const { announce } = usePeerlane((state) => state.actions);
  const teller = useRef(new Teller());
  const latest = useRef(document);
  latest.current = document;
  const walk = played?.walk ?? null;
  const sent = played?.sent ?? null;
  const hop = played?.play.hop ?? -1;
  const isRunning = played?.play.isRunning ?? false;
  const running = useRef(isRunning);
  running.current = isRunning;
  useEffect(() => {
    if (!walk) {
      teller.current.forget();
      return;
    }
    const told = toldHop(walk, hop, latest.current, sent);
    const words = told && teller.current.arrive(told, running.current, performance.now());
    if (words) announce(words);
  }, [walk, sent, hop, announce]);
  useEffect(() => {
    if (isRunning) return;
    const words = teller.current.rest(performance.now());
    if (words) announce(words);
  }, [isRunning, announce]);
}

import type { Side, TagRequest } from '../../layout/placeTags.ts';
import type { Point, Rect, Scene } from '../../layout/scene.ts';
import { textWidth } from '../../layout/textWidth.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import { VERDICT_WORDS } from '../../parts/verdictWords.ts';
import { bridgeFlags, turnWords } from './flags.ts';
import type { PairLook } from './pairLook.ts';
import { type PathLook, pathLook } from './pathLook.ts';

/** A tag as it is drawn; `TagRequest` says where it may stand. */
export type Tag = TagRequest &
  (
    | { readonly kind: 'end'; readonly letter: 'P' | 'C'; readonly word: string }
    | { readonly kind: 'flag'; readonly text: string }
    | {
        readonly kind: 'verdict';
        readonly look: PathLook;
        readonly word: string;
        readonly why: string | null;
      }
  );

const END_HEIGHT = 20;
const LINE = 18;
const PAD = 6;
const SIGN = 16;

/** The tags of a pair, the most important first: they get the better places. */
export function pathTags(
  scene: Scene,
  byId: ReadonlyMap<FunctionId, PciFunction>,
  look: PairLook,
  turn: Point | null,
  isAfar: boolean,
): readonly Tag[] {
  const endTag = (end: 'provider' | 'client' | 'both', at: Rect | null) =>
    tagOfEnd(end, at, scene.direction === 'right' ? 'right' : 'foot', isAfar);
  const rectOf = (id: FunctionId): Rect | null => scene.placeOf.get(id)?.rect ?? null;
  if (look.kind === 'none') return [];
  if (look.kind === 'one') return endTag(look.end, rectOf(look.chosen));
  const isOne = look.provider === look.client;
  const ends = isOne
    ? endTag('both', rectOf(look.provider))
    : [...endTag('provider', rectOf(look.provider)), ...endTag('client', rectOf(look.client))];
  const flags = look.explanation ? flagTags(look.explanation.verdict, byId, rectOf) : [];
  return [...ends, ...(turn ? [verdictTag(look, turn)] : []), ...flags];
}

/** From afar a letter will do; there is no room for more. */
function tagOfEnd(
  end: 'provider' | 'client' | 'both',
  at: Rect | null,
  best: Side,
  isAfar: boolean,
): readonly Tag[] {
  if (!at) return [];
  const word = end === 'both' ? 'provider and client' : end;
  const letter = end === 'client' ? 'C' : 'P';
  return [
    {
      kind: 'end',
      key: end,
      letter,
      word: isAfar ? '' : word,
      at,
      width: isAfar ? END_HEIGHT : END_HEIGHT + textWidth(word, 'caption') + PAD,
      height: END_HEIGHT,
      sides: [best, 'foot', 'corner', 'left'],
    },
  ];
}

function verdictTag(look: Extract<PairLook, { kind: 'both' }>, turn: Point): Tag {
  const path = pathLook(look);
  const word =
    path !== 'stale' ? VERDICT_WORDS[path].title : look.isStale ? 'updating…' : 'asking…';
  const rule = look.explanation?.verdict.rule;
  const why = path === 'stale' || rule === undefined ? null : turnWords(rule);
  const widest = Math.max(textWidth(word, 'title') * 1.05, why ? textWidth(why, 'caption') : 0);
  return {
    kind: 'verdict',
    key: 'verdict',
    look: path,
    word,
    why,
    at: { ...turn, width: 0, height: 0 },
    width: SIGN + 3 * PAD + widest,
    height: (why ? 2 * LINE - 2 : LINE) + PAD,
    sides: ['above', 'right', 'below', 'left'],
  };
}

/** Ports close together redirect alike, as a rule; more flags than this say nothing new. */
const MOST_FLAGS = 12;

function flagTags(
  verdict: Parameters<typeof bridgeFlags>[0],
  byId: ReadonlyMap<FunctionId, PciFunction>,
  rectOf: (id: FunctionId) => Rect | null,
): readonly Tag[] {
  return bridgeFlags(verdict, byId)
    .slice(0, MOST_FLAGS)
    .flatMap(({ function: id, text }) => {
      const at = rectOf(id);
      if (!at) return [];
      return [
        {
          kind: 'flag' as const,
          key: `flag ${id}`,
          text,
          at,
          width: 2 * PAD + textWidth(text, 'caption') * 1.05,
          height: LINE,
          sides: ['right', 'left', 'above', 'below'] as const,
        },
      ];
    });
}

import type { Mend } from '../../build/change.ts';
import { isPort } from '../../build/changes/family.ts';
import type { FunctionId } from '../../model/ids.ts';
import type { LinkRate } from '../../model/linkState.ts';
import type { PciFunction } from '../../model/pciFunction.ts';
import type { CheckedPart, Finding } from './check.ts';
import { couldDo } from './couldDo.ts';
import { isDegraded, mostOfLink } from './linkBelow.ts';
import { linkSpeed } from './linkSpeed.ts';
import type { Look } from './look.ts';
import { freeRootPorts, isPlatformsMost, kept, type Widened, widened } from './ways.ts';
import { listed, rateWords, speedWords } from './words.ts';

/** What holds cards back: a link, or a port above it. */
interface Neck {
  /** The lower end. */
  readonly below: PciFunction;
  readonly above: PciFunction;
  readonly rate: LinkRate;
  readonly cards: PciFunction[];
}

/**
 * Cards whose way to the root complex has a link that carries less than their own could: a Gen5 card
 * behind a Gen3 switch. By what links can do, not by what they trained to, which is another rule's;
 * told once for each such link. Links of which an end is not shown hold nothing back.
 */
export function slowPath(look: Look): readonly Finding[] {
  const necks = new Map<string, Neck>();
  for (const card of look.machine.functions) {
    if (card.bridge !== null || card.physfn !== null || !isFirst(look, card)) continue;
    const wish = couldDo(look, card);
    const neck = wish ? narrowest(look, card, linkSpeed(wish)) : null;
    // A link that does not even run as it could is told of as such.
    if (!neck || isDegraded(look, neck.below, neck.above)) continue;
    const key = causeOf(neck, card);
    const known = necks.get(key);
    if (known) known.cards.push(card);
    else necks.set(key, neck);
  }
  return [...necks.values()].map((neck) => finding(look, neck));
}

/** One switch's ports that hold their cards back alike are one cause. */
function causeOf({ above, below, rate }: Neck, card: PciFunction): string {
  const isOfSwitch = below === card && above.type === 'downstream' && above.parent !== 'unknown';
  return isOfSwitch ? `${above.parent.id} ${rate.gts} ${rate.width}` : below.id;
}

/** One function speaks for its device. */
function isFirst(look: Look, fn: PciFunction): boolean {
  return fn.parent === 'unknown' || look.devices(fn.parent.id).some(([first]) => first === fn);
}

interface LinkUp {
  readonly above: PciFunction;
  readonly below: PciFunction;
  readonly rate: LinkRate;
}

/** The links of which both ends are shown, from a card up. */
function linksUp(look: Look, card: PciFunction): readonly LinkUp[] {
  const links: LinkUp[] = [];
  let below = card;
  for (let steps = 0; steps < look.machine.functions.length; steps++) {
    const above = look.above(below);
    if (!above) break;
    const isShown = look.able(above) !== null && look.able(below) !== null;
    const rate = isShown && isPort(above) ? mostOfLink(look, above, below) : null;
    if (rate) links.push({ above, below, rate });
    below = above;
  }
  return links;
}

/** The link that carries least on the way up, if it is less than the card's; of equals the one that most share. */
function narrowest(look: Look, card: PciFunction, wish: number): Neck | null {
  let least: LinkUp | null = null;
  for (const link of linksUp(look, card)) {
    const speed = linkSpeed(link.rate);
    if (speed < wish && (!least || speed <= linkSpeed(least.rate))) least = link;
  }
  return least && { ...least, cards: [card] };
}

/**
 * Half or less of what a card could do is a warning on a drawing; a machine as it was built has notes,
 * and so has a platform that does all it can.
 */
function finding(look: Look, { below, above, rate, cards }: Neck): Finding {
  const wishes = cards.flatMap((card) => couldDo(look, card) ?? []);
  const most = wishes.reduce(
    (best, each) => (linkSpeed(each) > linkSpeed(best) ? each : best),
    rate,
  );
  const isHalf = linkSpeed(rate) * 2 <= linkSpeed(most);
  const [first] = cards;
  const isOwn = first === below;
  const [upstream] = isOwn && cards.length > 1 ? [look.above(above)] : [];
  const link = upstream
    ? `each port of ${look.name(upstream)} passes ${rateWords(rate)}`
    : isOwn
      ? `${portWords(look, above)} passes ${rateWords(rate)}`
      : `the link of ${look.name(below)} above passes ${rateWords(rate)}`;
  const parts: CheckedPart[] = [
    ...cards.map(({ id }) => id),
    ...(isOwn ? [] : [below.id]),
    upstream?.id ?? above.id,
  ];
  return {
    severity: isHalf && look.isDrawn && !isAllOfPlatform(look, above, rate) ? 'warning' : 'note',
    text: `${listed(cards.map(look.name))} could do ${rateWords(most)}; ${link}: ${speedWords(linkSpeed(rate))} of ${speedWords(linkSpeed(most))}.`,
    parts,
    mends: look.isDrawn ? [...faster(look, cards), ...elsewhere(look, cards)] : [],
  };
}

function isAllOfPlatform(look: Look, port: PciFunction, rate: LinkRate): boolean {
  const able = look.able(port);
  return isPlatformsMost(look, port) && able !== null && linkSpeed(able) <= linkSpeed(rate);
}

/** All links on the way that are too slow for these cards, as fast as their parts allow. */
function faster(look: Look, cards: readonly PciFunction[]): readonly Mend[] {
  const slow = new Map<FunctionId, Widened>();
  for (const card of cards) {
    const wish = couldDo(look, card);
    if (!wish) return [];
    for (const { above, below, rate } of linksUp(look, card)) {
      if (linkSpeed(rate) >= linkSpeed(wish)) continue;
      const wider = widened(look, above, below, linkSpeed(wish));
      if (!wider) return [];
      slow.set(below.id, wider);
    }
  }
  const changes = [...slow.values()].flatMap((each) => each.changes);
  const [only] = slow.values();
  if (!only || changes.length === 0) return [];
  const title =
    slow.size === 1
      ? `Make ${listed(only.raised.map(look.name))} ${rateWords(only.rate)}`
      : `Make ${slow.size} links on the way faster`;
  return [{ title, changes }];
}

/** A single card on a root port that is free and fast enough. */
function elsewhere(look: Look, cards: readonly PciFunction[]): readonly Mend[] {
  const [card] = cards;
  const wish = card ? couldDo(look, card) : null;
  if (!card || !wish || cards.length > 1) return [];
  const [port] = freeRootPorts(look, wish);
  if (!port) return [];
  const to = { kind: 'function', id: port.id } as const;
  return [
    {
      title: `Move ${look.name(card)} to ${look.name(port)}`,
      changes: [...kept(look, card), { kind: 'move', device: card.id, to }],
    },
  ];
}

/** `its port rp0`, or `port 04.0 of sw0` where the name says already that it is one. */
function portWords(look: Look, port: PciFunction): string {
  const name = look.name(port);
  return name.startsWith('port ') ? name : `its port ${name}`;
}

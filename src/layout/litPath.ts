import { UNKNOWN } from '../base/unknown.ts';
import type { FunctionId } from '../model/ids.ts';
import type { Machine } from '../model/machine.ts';
import { growForest } from './forest.ts';
import type { Scene } from './scene.ts';

/** The way between two functions, as a drawing lights it. */
export interface LitPath {
  readonly boxes: ReadonlySet<string>;
  readonly ports: ReadonlySet<FunctionId>;
  /** Keys of links. */
  readonly links: ReadonlySet<FunctionId>;
  /** From the provider up to the bridge where the way turns; to the top where it turns in none. */
  readonly up: readonly FunctionId[];
  /** Likewise from the client. */
  readonly down: readonly FunctionId[];
  /** Where it turns: below a common bridge, in the host, where nothing is shown, or not at all. */
  readonly turn: 'bridge' | 'host' | 'not-shown' | 'same';
}

/** The way from a provider to a client through the tree; ids that the machine lacks light nothing. */
export function litPath(
  scene: Scene,
  machine: Machine,
  provider: FunctionId,
  client: FunctionId,
): LitPath {
  const forest = growForest(machine);
  const wayUp = (start: FunctionId): readonly FunctionId[] => {
    const way: FunctionId[] = [];
    for (let fn = forest.byId.get(start) ?? null; fn; fn = forest.above(fn.id)) way.push(fn.id);
    return way;
  };
  const whole = { up: wayUp(provider), down: wayUp(client) };
  if (provider === client || whole.up.length === 0 || whole.down.length === 0) {
    const lit = new Set(whole.up.slice(0, 1));
    const turn = provider === client ? 'same' : 'not-shown';
    const own = provider === client ? [provider] : [];
    return { ...placesOn(scene, lit), links: new Set(), up: own, down: own, turn };
  }
  const below = new Set(whole.up);
  const common = whole.down.find((id) => below.has(id));
  const cut = (way: readonly FunctionId[]) =>
    common === undefined ? way : way.slice(0, way.indexOf(common) + 1);
  const up = cut(whole.up);
  const down = cut(whole.down);
  const links = new Set<FunctionId>();
  for (const id of [...up, ...down]) {
    // The link above the turning bridge is not on the way.
    const link = id === common ? undefined : scene.linkOf.get(id);
    if (link !== undefined) links.add(link);
  }
  const places = placesOn(scene, new Set([...up, ...down]));
  const ports = new Set(places.ports);
  // Inside a switch the way turns without touching the port that leads up.
  const turning = common === undefined ? undefined : forest.byId.get(common);
  if (turning?.type === 'upstream') ports.delete(turning.id);
  return { boxes: places.boxes, ports, links, up, down, turn: turnOf() };

  function turnOf(): LitPath['turn'] {
    if (common !== undefined) return 'bridge';
    const tops = [whole.up.at(-1), whole.down.at(-1)].map((id) => {
      const top = id === undefined ? undefined : forest.byId.get(id);
      return top !== undefined && top.parent !== UNKNOWN && top.parent.kind === 'host';
    });
    return tops.every(Boolean) ? 'host' : 'not-shown';
  }
}

function placesOn(
  scene: Scene,
  functions: ReadonlySet<FunctionId>,
): { readonly boxes: ReadonlySet<string>; readonly ports: ReadonlySet<FunctionId> } {
  const boxes = new Set<string>();
  for (const id of functions) {
    const place = scene.placeOf.get(id);
    if (place) boxes.add(place.box);
  }
  const ports = new Set<FunctionId>();
  for (const box of scene.boxes) {
    for (const port of box.ports) if (functions.has(port.function)) ports.add(port.function);
  }
  return { boxes, ports };
}

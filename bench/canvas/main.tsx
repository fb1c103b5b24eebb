import '@fontsource-variable/source-sans-3/index.css';
import '@fontsource-variable/fira-code/index.css';
import '../../src/app/theme.css';
import '../../src/app/base.css';
import './page.css';
import { createRoot } from 'react-dom/client';
import { layOut } from '../../src/layout/layOut.ts';
import type { Drawing, LayoutOptions, Rect } from '../../src/layout/scene.ts';
import { peerlane } from '../../src/store/peerlane.ts';
import { bigMachine } from './bigMachine.ts';
import { FlowScene } from './FlowScene.tsx';
import { paintTimes } from './packets.ts';
import { SheetScene } from './SheetScene.tsx';

/*
 * ?technique=sheet|flow|flow-visible&functions=500&drawing=blocks. The spec calls `bench.mount()`,
 * then drives frames through wheel events, as a trackpad would, and drags with the browser's mouse.
 */

const query = new URLSearchParams(location.search);
const technique = query.get('technique') ?? 'sheet';
const machine = bigMachine(Number(query.get('functions') ?? '500'));
const drawing: Drawing = query.get('drawing') === 'functions' ? 'functions' : 'blocks';
const options: LayoutOptions = {
  drawing,
  direction: 'down',
  titleOf: (fn) => `Device ${fn.id}`,
};
const scene = layOut(machine, options);
const root = document.querySelector('#root');
if (!root) throw new Error('no root');

/** Time of some runs of the layout, in ms, the shortest: it is part of every mount of the sheet. */
function layoutMs(): number {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    layOut(machine, options);
    return performance.now() - start;
  });
  return Math.min(...times);
}

/** Mounts the scene; resolves with the time until it has been painted, in ms. */
async function mount(): Promise<number> {
  await document.fonts.ready;
  const start = performance.now();
  const isFlow = technique.startsWith('flow');
  createRoot(root as Element).render(
    isFlow ? (
      <FlowScene scene={scene} onlyVisible={technique === 'flow-visible'} />
    ) : (
      <SheetScene machine={machine} drawing={drawing} />
    ),
  );
  const drawn = isFlow ? '.react-flow__node' : 'section canvas, rect[role="option"]';
  while (document.querySelector(drawn) === null) await frame();
  await frame();
  await frame();
  return performance.now() - start;
}

function frame(): Promise<number> {
  return new Promise((resolve) => requestAnimationFrame(resolve));
}

/** How this technique turns a wheel with Ctrl into a factor. */
function wheelForFactor(factor: number): number {
  return technique.startsWith('flow') ? -Math.log2(factor) / 0.002 : -80 * Math.log(factor);
}

function wheel(init: WheelEventInit): void {
  const target = document.querySelector('.react-flow__pane, [role="listbox"]');
  const at = { clientX: innerWidth / 2, clientY: innerHeight / 2 };
  target?.dispatchEvent(
    new WheelEvent('wheel', { bubbles: true, cancelable: true, ...at, ...init }),
  );
}

/** Plays one action a frame; gives the times from frame to frame, in ms. */
async function play(frames: number, act: (index: number) => void): Promise<readonly number[]> {
  const times: number[] = [];
  let last = await frame();
  for (let index = 0; index < frames; index++) {
    act(index);
    const now = await frame();
    times.push(now - last);
    last = now;
  }
  return times;
}

/** There and back again, in circles: nothing is left behind. */
function pan(frames: number, step: number): Promise<readonly number[]> {
  return play(frames, (index) => {
    const turn = Math.floor(index / (frames / 4));
    const sign = turn < 2 ? 1 : -1;
    wheel(turn % 2 === 0 ? { deltaX: sign * step } : { deltaY: sign * step });
  });
}

/** From `from` to 100 % and back. */
function zoomSweep(frames: number, from: number): Promise<readonly number[]> {
  const factor = (1 / from) ** (2 / frames);
  return play(frames, (index) => {
    const deltaY = wheelForFactor(index < frames / 2 ? factor : 1 / factor);
    wheel({ deltaY, ctrlKey: true });
  });
}

/** Zooms from `from` to 100 %, in steps that both techniques take as they are. */
async function zoomIn(from: number): Promise<void> {
  const steps = 40;
  const deltaY = wheelForFactor((1 / from) ** (1 / steps));
  await play(steps, () => wheel({ deltaY, ctrlKey: true }));
  for (let index = 0; index < 20; index++) await frame();
}

/** The zoom as it is now, read off the page. */
function zoom(): number {
  const element = document.querySelector(
    '.react-flow__viewport, [role="listbox"] svg > g[transform]',
  );
  const text =
    element?.getAttribute('transform') ??
    (element instanceof HTMLElement ? element.style.transform : '');
  return Number(/scale\(([\d.e-]+)\)/.exec(text)?.[1] ?? '1');
}

/** The middle of the card that is nearest to the middle of the window. */
function card(): { readonly x: number; readonly y: number } {
  const cards = scene.boxes.filter(({ kind }) => kind === 'device');
  const from = (rect: Rect) => Math.hypot(rect.x - innerWidth / 2, rect.y - innerHeight / 2);
  const rects = cards.map(({ key, rect }) => onScreen(key, rect));
  rects.sort((a, b) => from(a) - from(b));
  const [{ x, y, width, height } = { x: 0, y: 0, width: 0, height: 0 }] = rects;
  return { x: x + width / 2, y: y + height / 2 };
}

function onScreen(key: string, rect: Rect): Rect {
  if (technique.startsWith('flow')) {
    const node = document.querySelector(`.react-flow__node[data-id="${CSS.escape(key)}"]`);
    return node?.getBoundingClientRect() ?? { x: -1e9, y: -1e9, width: 0, height: 0 };
  }
  const group = document.querySelector<SVGGElement>('[role="listbox"] svg > g[transform]');
  const matrix = group?.getScreenCTM();
  const { x, y } = new DOMPoint(rect.x, rect.y).matrixTransform(matrix ?? new DOMMatrix());
  const k = zoom();
  return { x, y, width: rect.width * k, height: rect.height * k };
}

/** What is heard of the hand, until it is asked for. */
const heard = { hand: [] as number[], frames: [] as number[], isOn: false };

/** Begins to listen: to each move of the hand, and to frames. */
function listen(): void {
  heard.hand = [];
  heard.frames = [];
  heard.isOn = true;
  let last = 0;
  const each = (now: number) => {
    if (last > 0) heard.frames.push(now - last);
    last = now;
    if (heard.isOn) requestAnimationFrame(each);
  };
  requestAnimationFrame(each);
}

addEventListener(
  'pointermove',
  () => {
    if (!heard.isOn) return;
    const start = performance.now();
    requestAnimationFrame(() => {
      // A message is handled once the frame has been made and handed on to be shown.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => heard.hand.push(performance.now() - start);
      port2.postMessage(null);
    });
  },
  { capture: true },
);

/** Times from a move of the hand until its frame is made, and those from frame to frame, in ms. */
function listened(): { readonly hand: readonly number[]; readonly frames: readonly number[] } {
  heard.isOn = false;
  return { hand: heard.hand, frames: heard.frames };
}

/** What is in the hand just now, as far as the page shows it. */
function isCarrying(): boolean {
  return technique.startsWith('flow')
    ? document.querySelector('.react-flow__node.dragging') !== null
    : peerlane.getState().carry !== null;
}

function elements(): number {
  return document.querySelectorAll('#root *').length;
}

const bench = {
  mount,
  pan,
  zoomSweep,
  zoomIn,
  zoom,
  card,
  listen,
  listened,
  isCarrying,
  elements,
  layoutMs,
  paintTimes,
};
export type Bench = typeof bench;
Object.assign(window, { bench });

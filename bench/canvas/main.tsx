import '@fontsource-variable/source-sans-3/index.css';
import '@fontsource-variable/fira-code/index.css';
import '../../src/app/theme.css';
import '../../src/app/base.css';
import './page.css';
import { createRoot } from 'react-dom/client';
import { layOut } from '../../src/layout/layOut.ts';
import type { LayoutOptions } from '../../src/layout/scene.ts';
import { bigMachine } from './bigMachine.ts';
import { FlowScene } from './FlowScene.tsx';
import { paintTimes } from './packets.ts';
import { SheetScene } from './SheetScene.tsx';

/*
 * ?technique=sheet|flow|flow-visible&functions=500. The spec calls `bench.mount()`, then drives
 * frames through wheel events, as a trackpad would.
 */

const query = new URLSearchParams(location.search);
const technique = query.get('technique') ?? 'sheet';
const machine = bigMachine(Number(query.get('functions') ?? '500'));
const options: LayoutOptions = {
  drawing: 'blocks',
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
      <SheetScene machine={machine} />
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

function elements(): number {
  return document.querySelectorAll('#root *').length;
}

const bench = { mount, pan, zoomSweep, zoomIn, zoom, elements, layoutMs, paintTimes };
export type Bench = typeof bench;
Object.assign(window, { bench });

import { expect, test } from 'vitest';
import { explanationOf, isolationAnswer } from '../../store/judgement.testkit.ts';
import { answerJudge, openedPage, PAIR } from '../../store/openedPage.testkit.ts';
import type { PeerlaneState } from '../../store/state.ts';
import { pictureOf } from './pictureOf.ts';

async function judgedPage(): Promise<PeerlaneState> {
  const { engine, store } = await openedPage();
  await answerJudge(engine.last('judge'));
  return store.getState();
}

test('a picture has the colours that were asked for, and the name of the machine', async () => {
  const state = await judgedPage();
  const [light, dark] = [pictureOf(state, 'light'), pictureOf(state, 'dark')];
  expect(light).toContain('fill="#ffffff"');
  expect(dark).toContain('fill="#1a2028"');
  expect(dark).not.toContain('#ffffff');
  // What is drawn is the same.
  expect(dark?.replace(/#[0-9a-f]{6}/g, '#')).toBe(light?.replace(/#[0-9a-f]{6}/g, '#'));
  expect(light).toContain(`<title id="title">${state.document?.machine.name}</title>`);
  expect(light).not.toContain('Judged as');
  expect(pictureOf({ ...state, document: null }, 'light')).toBeNull();
});

test('it is drawn as the sheet is, with the groups where they are outlined', async () => {
  const state = await judgedPage();
  const machine = state.document?.machine;
  if (!machine) throw new Error('a machine is open');
  const isolated = { ...isolationAnswer(machine), revision: state.document?.revision ?? 0 };
  const plain = pictureOf({ ...state, isolated }, 'light');
  expect(plain).not.toContain('IOMMU group');
  const view = { ...state.view, hasGroupHulls: true, drawing: 'functions' } as const;
  const outlined = pictureOf({ ...state, isolated, view }, 'light');
  expect(outlined).toContain('IOMMU group');
  expect(outlined).toContain('Judged as');
  const stale = { ...isolated, revision: -1 };
  expect(pictureOf({ ...state, isolated: stale, view }, 'light')).not.toContain('IOMMU group');
});

test('a pair is drawn with its verdict once there is one about this state', async () => {
  const state = await judgedPage();
  const machine = state.document?.machine;
  if (!machine) throw new Error('a machine is open');
  const explanation = explanationOf(machine, PAIR);
  const explained = { revision: state.document?.revision ?? 0, explanation };
  const picture = pictureOf({ ...state, pair: PAIR, explained }, 'dark');
  expect(picture).toContain('>provider</text>');
  expect(picture).toContain(`${explanation.verdict.mapType}; distance`);
  expect(picture).toMatch(/Judged as .*; CPU /);
  const old = { ...explained, revision: -1 };
  expect(pictureOf({ ...state, pair: PAIR, explained: old }, 'dark')).not.toContain('provider');
});

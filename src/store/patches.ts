import { enablePatches, Immer } from 'immer';

enablePatches();

/** Documents are frozen by their types alone: freezing a large one in earnest takes a frame. */
export const immer = new Immer({ autoFreeze: false });

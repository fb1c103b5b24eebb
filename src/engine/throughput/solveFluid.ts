import type { FluidNetwork, FluidSolution } from './fluid.ts';
import { FluidSolver } from './fluidSolver.ts';

/** What the streams of a network get, and what holds each back. */
export function solveFluid(network: FluidNetwork): FluidSolution {
  return new FluidSolver(network).solve();
}

import type { PlacedProblem } from './placedProblem.ts';

/** What a box over the text says of the problems at a place. */
export function problemBox(problems: readonly PlacedProblem[]): HTMLElement {
  const box = document.createElement('div');
  box.className = 'problem-box';
  for (const { problem } of problems) {
    const words = document.createElement('p');
    words.textContent = [problem.text, problem.hint].filter(Boolean).join(' ');
    box.append(words);
    if (problem.instead === null) continue;
    const mend = document.createElement('p');
    const key = document.createElement('kbd');
    key.textContent = 'Alt+Enter';
    const code = document.createElement('code');
    code.textContent = problem.instead;
    mend.append(key, ' writes ', code);
    box.append(mend);
  }
  return box;
}

import type { StartingPoint } from '../../store/startingPoints.ts';
import { STARTING_POINTS } from '../../store/startingPoints.ts';
import type { Actions } from '../../store/state.ts';

/** Opens one of the machines that come with the page; they are files beside it. */
export async function openStart(point: StartingPoint, actions: Actions): Promise<void> {
  if (point.id === STARTING_POINTS[0].id) return actions.openExample();
  const text = await fetchText(`./${point.file}`);
  if (text === null) {
    const words = 'did not come from where this page came from. Try again when you are online.';
    actions.notify('warning', `“${point.title}” ${words}`);
    return;
  }
  await actions.openText(text, point.title);
}

async function fetchText(address: string): Promise<string | null> {
  try {
    const response = await fetch(address);
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
}

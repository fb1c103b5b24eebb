import type { FunctionId } from '../../../model/ids.ts';
import { usePeerlane } from '../../../store/peerlane.ts';
import type { OpenDocument } from '../../../store/state.ts';
import { usualClient } from './nearest.ts';
import { clientsOf } from './providers.ts';

/** Who a new list is for, unless somebody says: the device in focus, the pair's client, a network card. */
export function useUsualClient({ machine }: OpenDocument): FunctionId | null {
  const focus = usePeerlane((state) => state.focus);
  const client = usePeerlane((state) => state.pair.client);
  const clients = clientsOf(machine);
  const found = clients.find(({ id }) => id === focus) ?? clients.find(({ id }) => id === client);
  return found?.id ?? usualClient(machine);
}

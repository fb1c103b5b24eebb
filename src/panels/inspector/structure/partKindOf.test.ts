import { expect, test } from 'vitest';
import { Drawing } from '../../../build/drawing.testkit.ts';
import { CATALOGUE } from '../../../catalogue/catalogue.ts';
import type { FunctionId } from '../../../model/ids.ts';
import { partOfModel } from '../part/partOfModel.ts';
import { partKindOf } from './partKindOf.ts';

const { functions } = new Drawing()
  .host('h0')
  .put('rp0 rp1', 'port', 'h0')
  .put('sw0', 'switch', 'rp0')
  .put('nvme0', 'nvme', 'sw0')
  .put('b0', 'bridge', 'rp1').settled;
const kinds = (withModel: boolean) =>
  new Map(
    functions.map((fn) => {
      const model = withModel ? partOfModel(CATALOGUE, fn.part?.model) : null;
      return [fn.type === 'endpoint' ? fn.id : fn.type, partKindOf(fn, model)];
    }),
  );

test.each([true, false])('a part is of the kind that it is (model known: %s)', (withModel) => {
  const found = kinds(withModel);
  expect(found.get('nvme0' as FunctionId)).toBe('nvme');
  expect(found.get('upstream')).toBe('switch');
  expect(found.get('pcie-to-pci')).toBe('bridge');
  expect(found.get('root-port')).toBeNull();
  expect(found.get('downstream')).toBeNull();
});

import { goldenSuite } from './goldenSuite.testkit.ts';

goldenSuite('6.12', ['6.12', 'ref'], 408);

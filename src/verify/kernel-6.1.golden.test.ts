import { goldenSuite } from './goldenSuite.testkit.ts';

goldenSuite('6.1', ['6.1'], 144);

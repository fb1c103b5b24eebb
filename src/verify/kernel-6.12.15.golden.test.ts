import { goldenSuite } from './goldenSuite.testkit.ts';

goldenSuite('6.12.0', ['6.12.15'], 211);

import { goldenSuite } from './goldenSuite.testkit.ts';

goldenSuite('6.11', ['6.12.15'], 211);

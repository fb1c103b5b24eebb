import { goldenSuite } from './goldenSuite.testkit.ts';

goldenSuite('6.18', ['6.18'], 203);

import { goldenSuite } from './goldenSuite.testkit.ts';

goldenSuite('6.6', ['6.6'], 157);

// npm run faults -- --seeds 1000 [--from 1]: kills the server, PostgreSQL, or both, at as many seeded moments under load.
import { parseArgs } from 'node:util';
import { Product } from './product.ts';
import { planOf, runScenario } from './scenario.ts';

const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '100' }, from: { type: 'string', default: '1' } },
});
const [first, seeds] = [Number(values.from), Number(values.seeds)];
const product = await Product.start();
const totals = { runs: 0, edits: 0, acknowledged: 0 };
let failed: number | null = null;
try {
  for (let seed = first; seed < first + seeds && failed === null; seed += 1) {
    try {
      const { fault, edits, acknowledged } = await runScenario(product, seed);
      totals.runs += 1;
      totals.edits += edits;
      totals.acknowledged += acknowledged;
      console.log(`seed ${seed}: ${fault}, ${edits} edits, ${acknowledged} acknowledged before the fault, none lost`);
    } catch (error) {
      failed = seed;
      console.error(`seed ${seed} FAILED (${planOf(seed).fault}); run it alone with --seeds 1 --from ${seed}`);
      console.error(error);
    }
  }
} finally {
  await product.remove();
}
console.log(
  `${totals.runs} faults, ${totals.edits} edits, ${totals.acknowledged} acknowledged before a fault, ${failed === null ? 'none lost' : 'FAILED'}`,
);
process.exitCode = failed === null ? 0 : 1;

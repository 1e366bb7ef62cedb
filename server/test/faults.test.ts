import { test } from 'uvu';
import { Product } from './faults/product.ts';
import { planOf, runScenario } from './faults/scenario.ts';

let product: Product;
test.before(async () => {
  product = await Product.start();
});
test.after(() => product.remove());

// SYNC-1, SYNC-3, SYNC-5, SYNC-7, SYNC-17. `npm run faults` runs as many seeds as one likes.
for (let seed = 1; seed <= 12; seed += 1)
  test(`seed ${seed}: ${planOf(seed).fault} under load, nothing acknowledged is lost, nothing is there twice`, async () => {
    await runScenario(product, seed);
  });

test.run();

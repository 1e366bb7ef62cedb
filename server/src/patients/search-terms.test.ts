import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { searchTerms } from './search-terms.ts';

test('names are searched without capitals, accents, hyphens or apostrophes', () => {
  assert.equal(searchTerms('  Hélène d’Œuvre-Lebrun '), { names: ['HELENE', 'D', 'OEUVRE', 'LEBRUN'], dates: [] });
});

test('a birth date is understood as French people and machines write it', () => {
  assert.equal(searchTerms('3/2/1952').dates, ['1952-02-03']);
  assert.equal(searchTerms('03.02.1952').dates, ['1952-02-03']);
  assert.equal(searchTerms('1952-02-03').dates, ['1952-02-03']);
  assert.equal(searchTerms('martin 1952'), { names: ['MARTIN'], dates: ['1952'] });
});

test('signs that mean something to a database mean nothing here', () => {
  assert.equal(searchTerms('%_\\'), { names: ['%_\\'], dates: [] });
  assert.equal(searchTerms('   '), { names: [], dates: [] });
});

test.run();

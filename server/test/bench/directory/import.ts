// One import in a process of its own, so that its memory is its own.
import { Audit } from '../../../src/audit/index.ts';
import { Database } from '../../../src/database/index.ts';
import { importExtraction, openExtraction } from '../../../src/directory/index.ts';
import { createLogger } from '../../../src/lib/index.ts';
import type { Imported } from './messages.ts';

const [url = '', path = ''] = process.argv.slice(2);
const log = createLogger('error');
const database = await Database.open({ source: { kind: 'external', url }, dataDirectory: '', connections: 2, log });
const extraction = await openExtraction(path);
const begun = performance.now();
let readSeconds = 0;
const { lines, professionals } = await importExtraction(
  { database, audit: new Audit('a key for measures, and nothing else') },
  extraction,
  {
    tell: ({ step }) => {
      if (step === 'read') readSeconds = (performance.now() - begun) / 1000;
    },
  },
);
const seconds = (performance.now() - begun) / 1000;
const peakMib = process.resourceUsage().maxRSS / 1024;
const cost = { lines, professionals, bytes: extraction.bytes, readSeconds, seconds, peakMib };
process.send?.({ type: 'imported', cost } satisfies Imported);
await database.close();
process.disconnect();

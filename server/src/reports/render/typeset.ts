import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { RenderingFailed } from './failures.ts';
import { fontFiles } from './fonts.ts';

/** Tagged, with a logical order and a language, and readable by itself in thirty years. Source: ISO 19005-3. */
const pdfStandard = 'a-3a';

/** What a template sets on its pages, which it reads as `/content.json`. `created`: the date inside the file, seconds since 1970. */
export type PageContent = { created: number };

function explain(diagnostics: { message?: string }[]): string {
  return diagnostics.map(({ message }) => message ?? 'unknown').join('; ');
}

/** Opens a typesetter of one template on the product's own fonts. Setting pages blocks its thread; call it in one that nobody waits for. */
export function openTypesetter(template: string): (content: PageContent) => Uint8Array {
  // A root of its own, the same on every machine: the template reads one file, and that one is in memory.
  const compiler = NodeCompiler.create({ workspace: '/', fontArgs: [{ fontBlobs: fontFiles() }] });

  return (content) => {
    try {
      compiler.mapShadow('/content.json', Buffer.from(JSON.stringify(content)));
      const compiled = compiler.compile({ mainFileContent: template });
      if (!compiled.result) throw new RenderingFailed(explain(compiled.takeError()?.shortDiagnostics ?? []));
      return Uint8Array.from(compiler.pdf(compiled.result, { pdfStandard, creationTimestamp: content.created }));
    } finally {
      // Also after a failure: the typesetter keeps what it computed for as long as the process lives.
      compiler.resetShadow();
      compiler.evictCache(0);
    }
  };
}

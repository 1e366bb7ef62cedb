import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { RenderingFailed } from './failures.ts';
import { fontFiles } from './fonts.ts';

/** Tagged, with a logical order and a language, and readable by itself in thirty years. Source: ISO 19005-3. */
const pdfStandard = 'a-3a';

/** What a template sets on its pages, which it reads as `/content.json`. `created`: the date inside the file, seconds since 1970. */
export type PageContent = { created: number };

/** A file inside the file: the template finds the names in `attached`, and says what each is. */
export type Attachment = { name: string; bytes: Uint8Array };

function explain(diagnostics: { message?: string }[]): string {
  return diagnostics.map(({ message }) => message ?? 'unknown').join('; ');
}

/** Opens a typesetter of one template on the product's own fonts. Setting pages blocks its thread; call it in one that nobody waits for. */
export function openTypesetter(template: string): (content: PageContent, attachments?: Attachment[]) => Uint8Array {
  // A root of its own, the same on every machine: the template reads one file, and that one is in memory.
  const compiler = NodeCompiler.create({ workspace: '/', fontArgs: [{ fontBlobs: fontFiles() }] });

  return (content, attachments = []) => {
    try {
      compiler.mapShadow(
        '/content.json',
        Buffer.from(JSON.stringify({ ...content, attached: attachments.map(({ name }) => name) })),
      );
      for (const { name, bytes } of attachments) compiler.mapShadow(`/${name}`, Buffer.from(bytes));
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

import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { markAccessible } from './accessible.ts';
import { RenderingFailed } from './failures.ts';
import { fontFiles } from './fonts.ts';

/**
 * What a file is. Both are tagged, with a logical order and a language, and readable by themselves in thirty years.
 * `accessible`: PDF/A-3a and PDF/UA-1, which may hold other files. `archival`: PDF/A-1a, which may not, for those who
 * take nothing newer. Source: ISO 19005-1, ISO 19005-3, ISO 14289-1.
 */
export type Form = { kind: 'accessible' | 'archival'; attachments: Attachment[] };

const standards: Record<Form['kind'], string> = { accessible: 'a-3a', archival: 'a-1a' };

/** What a template sets on its pages, which it reads as `/content.json`. `created`: the date inside the file, seconds since 1970. */
export type PageContent = { created: number };

/** A file inside the file: the template finds the names in `attached`, and says what each is. */
export type Attachment = { name: string; bytes: Uint8Array };

function explain(diagnostics: { message?: string }[]): string {
  return diagnostics.map(({ message }) => message ?? 'unknown').join('; ');
}

function setOne(
  compiler: NodeCompiler,
  template: string,
  content: PageContent,
  { kind, attachments }: Form,
): Uint8Array {
  const attached = attachments.map(({ name }) => name);
  compiler.mapShadow('/content.json', Buffer.from(JSON.stringify({ ...content, attached })));
  for (const { name, bytes } of attachments) compiler.mapShadow(`/${name}`, Buffer.from(bytes));
  const compiled = compiler.compile({ mainFileContent: template });
  if (!compiled.result) throw new RenderingFailed(explain(compiled.takeError()?.shortDiagnostics ?? []));
  const options = { pdfStandard: standards[kind], creationTimestamp: content.created };
  return Uint8Array.from(compiler.pdf(compiled.result, options));
}

/**
 * Opens a typesetter of one template on the product's own fonts: the same content in each of the forms asked. Setting
 * pages blocks its thread; call it in one that nobody waits for.
 */
export function openTypesetter(template: string): (content: PageContent, forms: Form[]) => Promise<Uint8Array[]> {
  // A root of its own, the same on every machine: the template reads one file, and that one is in memory.
  const compiler = NodeCompiler.create({ workspace: '/', fontArgs: [{ fontBlobs: fontFiles() }] });

  return async (content, forms) => {
    try {
      const set = forms.map((form) => ({ form, pdf: setOne(compiler, template, content, form) }));
      const finish = async ({ form, pdf }: (typeof set)[number]) =>
        form.kind === 'accessible' ? markAccessible(pdf) : pdf;
      return await Promise.all(set.map(finish));
    } finally {
      // Also after a failure: the typesetter keeps what it computed for as long as the process lives.
      compiler.resetShadow();
      compiler.evictCache(0);
    }
  };
}

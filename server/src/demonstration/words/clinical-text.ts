import type { SerializedEditorState } from 'lexical';

type Node = { type: string; version: 1; [property: string]: unknown };

const block = (type: string, children: Node[], more: Record<string, unknown> = {}): Node => ({
  type,
  version: 1,
  children,
  direction: null,
  format: '',
  indent: 0,
  ...more,
});

const formats = { '**': 1, '*': 2 } as const;

/** `**bold**` and `*italic*` inside a line. */
function words(line: string): Node[] {
  return line
    .split(/(\*\*[^*]+\*\*|\*[^*]+\*)/)
    .filter((part) => part !== '')
    .map((part) => {
      const mark = part.startsWith('**') ? '**' : part.startsWith('*') ? '*' : null;
      const text = mark ? part.slice(mark.length, -mark.length) : part;
      return { type: 'text', version: 1, text, format: mark ? formats[mark] : 0, detail: 0, mode: 'normal', style: '' };
    });
}

function list(lines: string[], listType: 'bullet' | 'number'): Node {
  const items = lines.map((line, index) =>
    block('listitem', words(line.replace(/^(-|\d+\.) /, '')), { value: index + 1 }),
  );
  return block('list', items, { listType, start: 1, tag: listType === 'bullet' ? 'ul' : 'ol' });
}

/** The first row is the header. */
function table(lines: string[]): Node {
  const rows = lines.map((line, index) => {
    const cells = line.split('|').slice(1, -1);
    return block(
      'tablerow',
      cells.map((cell) =>
        block('tablecell', [block('paragraph', words(cell.trim()))], {
          headerState: index === 0 ? 1 : 0,
          colSpan: 1,
          rowSpan: 1,
          backgroundColor: null,
        }),
      ),
    );
  });
  return block('table', rows);
}

type Kind = 'heading' | 'bullet' | 'number' | 'table' | 'paragraph';

function kindOf(line: string): Kind {
  if (line.startsWith('## ')) return 'heading';
  if (line.startsWith('- ')) return 'bullet';
  if (/^\d+\. /.test(line)) return 'number';
  return line.startsWith('|') ? 'table' : 'paragraph';
}

/**
 * A section's content from plain lines, so that the demonstration's words can be read where they are written:
 * `## heading`, `- point`, `1. step`, `| cell | cell |`, and otherwise one paragraph a line.
 */
export function clinicalText(text: string): SerializedEditorState {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const groups: { kind: Kind; lines: string[] }[] = [];
  for (const line of lines) {
    const kind = kindOf(line);
    const last = groups.at(-1);
    const joins = last?.kind === kind && kind !== 'heading' && kind !== 'paragraph';
    if (joins) last.lines.push(line);
    else groups.push({ kind, lines: [line] });
  }
  const children = groups.map((group) => {
    const [first = ''] = group.lines;
    if (group.kind === 'heading') return block('heading', words(first.slice(3)), { tag: 'h3' });
    if (group.kind === 'table') return table(group.lines);
    if (group.kind === 'paragraph') return block('paragraph', words(first), { textFormat: 0, textStyle: '' });
    return list(group.lines, group.kind);
  });
  return { root: block('root', children) } as unknown as SerializedEditorState;
}

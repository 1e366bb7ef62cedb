/**
 * Documents: the only code that names a Yjs key. A document holds what people write; facts (identity, attendance,
 * rights, states) are rows. No I/O, no editor, no provider.
 */
export * from './case/shape.ts';
export * from './meeting/shape.ts';
export * from './report/shape.ts';
export * from './rich-text/nodes.ts';
export * from './rich-text/tidy-blocks.ts';
export * from './roots.ts';

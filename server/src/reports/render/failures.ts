/** Content that the product does not know how to put on paper. The message names the kind, never the words. */
export class UnprintableContent extends Error {
  override readonly name = 'UnprintableContent';
}

/** The typesetter gave no page. The message says where in the template, never the report's words. */
export class RenderingFailed extends Error {
  override readonly name = 'RenderingFailed';
}

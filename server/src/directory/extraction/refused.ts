/** A file of the directory that is not put in place, and why, in French for who runs the import. */
export class ExtractionRefused extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ExtractionRefused';
  }
}

/** A preparation that cannot go on. Its message is a French sentence for whoever administers the installation. */
export class Unavailable extends Error {
  /** Debian packages that would let it go on. */
  readonly missingPackages: string[];

  constructor(reason: string, missingPackages: string[] = []) {
    super(reason);
    this.name = 'Unavailable';
    this.missingPackages = missingPackages;
  }
}

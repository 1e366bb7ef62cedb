/** The key cannot be used as it is configured. The message is a French sentence that names the setting to change. */
export class SignerRefused extends Error {
  override readonly name = 'SignerRefused';
}

/** A PDF could not be signed, or does not hold the signature it should. The message never holds the report's words. */
export class SigningFailed extends Error {
  override readonly name = 'SigningFailed';
}

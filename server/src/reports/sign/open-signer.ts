import { readFile } from 'node:fs/promises';
import { CertBag, Certificate, type CryptoEngine, PFX, PKCS8ShroudedKeyBag, type PrivateKeyInfo } from 'pkijs';
import { engine } from './engine.ts';
import { SignerRefused } from './failures.ts';
import { assertValidAt, keySigner, type Signer } from './signer.ts';

const convert =
  'Convertissez-le : openssl pkcs12 -legacy -in ancien.p12 -nodes | openssl pkcs12 -export -out nouveau.p12';

type Contents = { privateKeys: PrivateKeyInfo[]; certificates: Certificate[] };

function parse(bytes: Uint8Array): PFX {
  try {
    return PFX.fromBER(bytes);
  } catch (cause) {
    throw new SignerRefused('SIGNING_P12 ne désigne pas un fichier PKCS#12 (.p12 ou .pfx) : vérifiez le chemin.', {
      cause,
    });
  }
}

async function open(pfx: PFX, password: ArrayBuffer): Promise<Contents> {
  const contents: Contents = { privateKeys: [], certificates: [] };
  const safes = pfx.parsedValue?.authenticatedSafe;
  if (!safes) return contents;
  await safes.parseInternalValues({ safeContents: safes.safeContents.map(() => ({ password })) }, engine);
  for (const { value } of safes.parsedValue.safeContents as { value: { safeBags: { bagValue: unknown }[] } }[]) {
    for (const { bagValue } of value.safeBags) {
      if (bagValue instanceof PKCS8ShroudedKeyBag) {
        // The types hide that the bag opens with a password, like everything above it.
        await (
          bagValue as unknown as {
            parseInternalValues(options: { password: ArrayBuffer }, engine: CryptoEngine): Promise<void>;
          }
        ).parseInternalValues({ password }, engine);
        if (bagValue.parsedValue) contents.privateKeys.push(bagValue.parsedValue);
      } else if (bagValue instanceof CertBag && bagValue.parsedValue instanceof Certificate)
        contents.certificates.push(bagValue.parsedValue);
    }
  }
  return contents;
}

/**
 * Opens the establishment's key from a PKCS#12 file. `p12` is a path. Throws SignerRefused with the setting to change:
 * unreadable file, wrong password, encryption of the past, no key, certificate of another key or out of date.
 */
export async function openSigner({ p12, password }: { p12: string; password: string }): Promise<Signer> {
  const bytes = await readFile(p12).catch((cause: unknown) => {
    throw new SignerRefused('Le fichier de SIGNING_P12 ne peut pas être lu : vérifiez le chemin et les droits.', {
      cause,
    });
  });
  const pfx = parse(bytes);
  const secret = Uint8Array.from(Buffer.from(password, 'utf8')).buffer;
  try {
    await pfx.parseInternalValues({ checkIntegrity: true, password: secret }, engine);
  } catch (cause) {
    throw new SignerRefused('SIGNING_P12_PASSWORD n’ouvre pas le fichier de SIGNING_P12 : vérifiez le mot de passe.', {
      cause,
    });
  }
  const { privateKeys, certificates } = await open(pfx, secret).catch((cause: unknown) => {
    throw new SignerRefused(
      `Le fichier de SIGNING_P12 est chiffré avec une méthode ancienne, qui n’est plus acceptée. ${convert}`,
      { cause },
    );
  });
  const [privateKey] = privateKeys;
  if (!privateKey || privateKeys.length > 1)
    throw new SignerRefused('SIGNING_P12 doit contenir une clé privée, et une seule.');
  const signer = keySigner(
    new Uint8Array(privateKey.toSchema().toBER()),
    certificates.map((certificate) => new Uint8Array(certificate.toSchema(true).toBER())),
  );
  assertValidAt(signer, new Date());
  return signer;
}

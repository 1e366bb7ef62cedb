import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Verification } from '@concertation/shared/contracts';
import { verifyFile } from './reports/index.ts';

const names: Record<Verification['checks'][number]['check'], string> = {
  signature: 'Signature de tout le fichier',
  signer: 'Signataire attendu',
  timestamp: 'Horodatage',
  frozen_bytes: 'Texte figé et son empreinte',
  provenance: 'Auteur de chaque mot',
};
const outcomes = {
  holds: 'conforme',
  issued: 'émis par l’autorité donnée',
  fails: 'NON CONFORME',
  absent: 'non vérifié',
};
const verdicts = {
  holds: 'Fichier INTACT, signé par le signataire attendu.',
  issued: 'Fichier INTACT, signé par un certificat de l’autorité donnée : vérifiez le nom du signataire.',
  fails: 'Fichier intact, mais signé par QUELQU’UN D’AUTRE que le signataire attendu : ne vous y fiez pas.',
  absent: 'Fichier intact, signataire NON VÉRIFIÉ.',
};
const exitCodes = { holds: 0, issued: 0, fails: 3, absent: 3 };
const usage = 'Usage : npm run verify -- FICHIER.pdf [CERTIFICAT.pem…]\n';

/** What comes from a file neither moves the cursor of who reads it, nor turns the order of its words. */
const plain = (text: string): string => text.replaceAll(/[\p{Cc}\u{202A}-\u{202E}\u{2066}-\u{2069}]/gu, ' ');

const wordsOf = ({ check, outcome }: Verification['checks'][number]): string => {
  if (check !== 'timestamp') return outcomes[outcome];
  return { ...outcomes, holds: 'autorité de temps NON VÉRIFIÉE', absent: 'aucun' }[outcome];
};

const signerOf = (checks: Verification['checks']) =>
  checks.find(({ check }) => check === 'signer')?.outcome ?? 'absent';

function linesOf({ whole, checks, report, signer, timestamp }: Verification): string[] {
  return [
    whole ? verdicts[signerOf(checks)] : 'Fichier ALTÉRÉ, incomplet ou non signé : ne vous y fiez pas.',
    ...checks.map((each) => `  ${names[each.check]} : ${wordsOf(each)}`),
    ...(signer ? [`Signé par : ${signer.name}`, `  empreinte du certificat : ${signer.fingerprint}`] : []),
    ...(timestamp
      ? [
          `Horodaté : ${timestamp.at}, par ${timestamp.authority}`,
          `  empreinte du certificat : ${timestamp.fingerprint}`,
        ]
      : []),
    ...(report
      ? [
          `Compte-rendu ${report.documentNumber}, version ${report.version}, ${report.establishment}`,
          `  figé le ${report.frozenAt} par ${report.frozenBy}`,
          ...(report.replaces ? [`  annule et remplace ${report.replaces}`] : []),
          `  empreinte du texte figé : ${report.stateHash}`,
        ]
      : []),
    ...(checks.some(({ check, outcome }) => check === 'signer' && outcome === 'absent')
      ? ['Comparez l’empreinte du certificat avec celle que publie l’établissement, ou donnez son certificat.']
      : []),
    'Hors ligne, rien ne dit si une version plus récente l’a remplacé : l’établissement le sait.',
  ].map(plain);
}

/** `npm run verify -- FILE [CERTIFICATE…]`: needs no server and no network. Exit code 0 when whole and by the expected signer, 1 when not whole, 2 when misused, 3 when whole but by another signer or an unknown one. */
async function main([file, ...certificates]: string[]): Promise<number> {
  if (!file) {
    process.stderr.write(usage);
    return 2;
  }
  let read: Uint8Array;
  let expected: Uint8Array[];
  try {
    read = readFileSync(file);
    expected = certificates.map((path) => new X509Certificate(readFileSync(path)).raw);
  } catch (error) {
    process.stderr.write(`Lecture impossible : ${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
  const found = await verifyFile(read, expected);
  process.stdout.write(`${linesOf(found).join('\n')}\n`);
  return found.whole ? exitCodes[signerOf(found.checks)] : 1;
}

process.exitCode = await main(process.argv.slice(2));

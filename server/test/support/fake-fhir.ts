import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type FhirRequest = { resource: string; query: URLSearchParams; headers: IncomingHttpHeaders };

const bundle = (resources: object[]) => ({
  resourceType: 'Bundle',
  type: 'searchset',
  total: resources.length,
  entry: resources.map((resource) => ({ resource })),
});

/** A practitioner of the national directory on line, as it writes them, with one role. */
export function fhirPractitioner(rpps: string, family: string, given: string): object[] {
  return [
    {
      resourceType: 'Practitioner',
      id: `003-${rpps}`,
      meta: { profile: ['https://interop.esante.gouv.fr/ig/fhir/annuaire/StructureDefinition/as-dp-practitioner'] },
      active: true,
      identifier: [
        {
          use: 'official',
          type: { coding: [{ code: 'IDNPS' }] },
          system: 'urn:oid:1.2.250.1.71.4.2.1',
          value: `8${rpps}`,
        },
        { use: 'official', type: { coding: [{ code: 'RPPS' }] }, system: 'https://rpps.esante.gouv.fr', value: rpps },
      ],
      name: [{ text: `DR ${given} ${family}`, family, given: [given], prefix: ['MME'], suffix: ['DR'] }],
      telecom: [{ system: 'email', value: 'secret@exemple.mssante.fr' }],
      qualification: [
        {
          code: {
            coding: [
              {
                system: 'https://mos.esante.gouv.fr/NOS/TRE_G15-ProfessionSante/FHIR/TRE-G15-ProfessionSante',
                code: '10',
                display: 'Médecin',
              },
              {
                system: 'https://mos.esante.gouv.fr/NOS/TRE_R38-SpecialiteOrdinale/FHIR/TRE-R38-SpecialiteOrdinale',
                code: 'SM40',
                display: 'Pneumologie',
              },
            ],
          },
        },
      ],
    },
    {
      resourceType: 'PractitionerRole',
      id: `005-${rpps}`,
      active: true,
      practitioner: { reference: `Practitioner/003-${rpps}` },
      organization: { reference: 'Organization/001-1' },
    },
  ];
}

/** The directory on line, on this machine: answers what it is told to, and remembers what it was asked. */
export class FakeFhir {
  readonly requests: FhirRequest[] = [];
  readonly #server: Server;
  /** What it answers to a search of practitioners. */
  practitioners: (query: URLSearchParams) => object[] = () => [];
  /** Takes the place of every answer. */
  instead: ((response: ServerResponse, request: FhirRequest) => boolean) | null = null;

  private constructor() {
    this.#server = createServer((incoming, response) => {
      const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://localhost');
      const request = { resource: pathname.split('/').at(-1) ?? '', query: searchParams, headers: incoming.headers };
      this.requests.push(request);
      if (this.instead?.(response, request)) return;
      const organisation = {
        resourceType: 'Organization',
        id: '001-1',
        name: 'CHU',
        address: [{ city: 'VILLE-EXEMPLE' }],
      };
      const found = request.resource === 'Organization' ? [organisation] : this.practitioners(searchParams);
      response.writeHead(200, { 'content-type': 'application/fhir+json' }).end(JSON.stringify(bundle(found)));
    });
  }

  static async open(): Promise<FakeFhir> {
    const fake = new FakeFhir();
    await new Promise<void>((ready) => fake.#server.listen(0, '127.0.0.1', ready));
    return fake;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/fhir/v2`;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

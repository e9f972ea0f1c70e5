import { CertificateError, errorCode } from "../errors.ts";

const save =
  "save what is missing as PEM (a browser shows it at the padlock) and name the file with --ca";

/** What Node's codes for a certificate come to, and what is to be done. The first that fits counts. */
const faults: readonly (readonly [RegExp, string])[] = [
  [
    /CERT_HAS_EXPIRED/,
    "has expired. Only the portal's keepers can renew it; run the command again after that",
  ],
  [/CERT_NOT_YET_VALID/, "is not valid yet. Look at the clock of this computer"],
  [
    /ALTNAME/,
    "is of another host, so this may be another server. Look at the address, and at the portal in a browser",
  ],
  [
    /DEPTH_ZERO_SELF_SIGNED/,
    "is signed by itself, which anybody can do. Ask the portal's keepers; if it is theirs, save it as PEM and name the file with --ca",
  ],
  [
    /UNABLE_TO_VERIFY_LEAF/,
    `comes without the one between it and its authority, which browsers find by themselves: ${save}`,
  ],
  [
    /UNABLE_TO_GET_ISSUER|SELF_SIGNED_CERT_IN_CHAIN/,
    `rests on an authority that this program does not know. If browsers trust it, ${save}`,
  ],
  [/CERT|ERR_TLS|UNABLE_TO/, "cannot be verified. Look at the portal in a browser"],
];

/** A connection that failed for the server's certificate as the error that says so; undefined for any other. */
export function certificateError(error: unknown, where: string): CertificateError | undefined {
  const code = errorCode(error) ?? "";
  const fault = faults.find(([pattern]) => pattern.test(code))?.[1];
  if (fault === undefined) return undefined;
  return new CertificateError(`${where}: the portal's certificate ${fault} (${code}).`, {
    cause: error,
  });
}

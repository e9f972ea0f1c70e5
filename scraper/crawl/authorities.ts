import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { rootCertificates } from "node:tls";
import { describeError, errorCode, exitCodes, StopRunError } from "../errors.ts";

/**
 * The authorities that the portal's certificate may rest on, in PEM: those that Node knows, those of NODE_EXTRA_CA_CERTS, and those of a file.
 *
 * Throws `StopRunError` with exit code 2 for a file that holds no certificates.
 */
export function readAuthorities(file: string): string[] {
  // Named authorities take the place of those that Node would take by itself.
  const extra = process.env.NODE_EXTRA_CA_CERTS;
  return [
    ...rootCertificates,
    ...(extra ? readCertificates(extra) : []),
    ...readCertificates(file),
  ];
}

function readCertificates(file: string): string[] {
  const pems = readText(file).match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g);
  if (pems === null) throw wrong(file, "it holds no certificate");
  for (const [index, pem] of pems.entries()) {
    try {
      new X509Certificate(pem);
    } catch (cause) {
      throw wrong(
        file,
        `its certificate ${index + 1} cannot be read (${describeError(cause)})`,
        cause,
      );
    }
  }
  return pems;
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw wrong(file, `it cannot be read (${errorCode(cause) ?? describeError(cause)})`, cause);
  }
}

function wrong(file: string, what: string, cause?: unknown): StopRunError {
  return new StopRunError(
    `${file}: ${what}. Name a file of certificates in PEM ("-----BEGIN CERTIFICATE-----") with --ca.`,
    { exitCode: exitCodes.wrongUsage, cause },
  );
}

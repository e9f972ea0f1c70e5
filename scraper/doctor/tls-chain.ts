import { connect, type DetailedPeerCertificate } from "node:tls";
import { errorCode } from "../errors.ts";

/** A server's certificates, looked at without trusting them: nothing is read over such a connection. */
export interface TlsFacts {
  /** `TLSv1.3`. */
  protocol: string;
  /** From the server's own certificate on. */
  chain: { subject: string; issuer: string; validFrom: string; validTo: string }[];
  /** Why the chain is not trusted, such as `UNABLE_TO_VERIFY_LEAF_SIGNATURE`; undefined where it is. */
  fault: string | undefined;
  /** Where the certificate says that its issuer's can be had. */
  issuerAddress: string | undefined;
}

/**
 * Shakes hands with a server and looks at its certificates. No request is sent, and the chain is judged as Node judges it.
 *
 * @param authorities PEM; those that Node knows where undefined.
 */
export function inspectTls(
  url: URL,
  timeoutMs: number,
  authorities?: readonly string[],
): Promise<TlsFacts | { error: string }> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  return new Promise((resolve) => {
    const socket = connect({
      host,
      port: Number(url.port || 443),
      // An address of numbers is no server name (RFC 6066).
      ...(/^[\d.]+$|:/.test(host) ? {} : { servername: host }),
      ...(authorities && { ca: [...authorities] }),
      // The point is to see a chain that is not trusted; what is read later is read by a client that refuses it.
      rejectUnauthorized: false,
      timeout: timeoutMs,
    });
    const end = (facts: TlsFacts | { error: string }): void => {
      socket.destroy();
      resolve(facts);
    };
    socket.once("secureConnect", () => {
      const leaf = socket.getPeerCertificate(true);
      end({
        protocol: socket.getProtocol() ?? "",
        chain: describeChain(leaf),
        fault: socket.authorized ? undefined : String(socket.authorizationError),
        issuerAddress: leaf.infoAccess?.["CA Issuers - URI"]?.[0], // Absent: the certificate does not say.
      });
    });
    socket.once("timeout", () => end({ error: `no answer within ${timeoutMs} ms` }));
    socket.once("error", (error) => end({ error: errorCode(error) ?? error.message }));
  });
}

/** The certificates from the leaf up; a root is its own issuer and comes once. */
function describeChain(leaf: DetailedPeerCertificate): TlsFacts["chain"] {
  const chain: TlsFacts["chain"] = [];
  const seen = new Set<string>();
  for (
    let each: DetailedPeerCertificate | undefined = leaf;
    each?.fingerprint256 !== undefined && !seen.has(each.fingerprint256);
    each = each.issuerCertificate
  ) {
    seen.add(each.fingerprint256);
    chain.push({
      subject: nameOf(each.subject),
      issuer: nameOf(each.issuer),
      validFrom: new Date(each.valid_from).toISOString(),
      validTo: new Date(each.valid_to).toISOString(),
    });
  }
  return chain;
}

function nameOf({ CN, O }: DetailedPeerCertificate["subject"]): string {
  return [CN, O].flat().find(Boolean) ?? "unnamed"; // A certificate may name an address alone.
}

import type { PortalProfile } from "./profile.ts";
import type { UnidadCompradora } from "./records.ts";

/** The ways in which a unit's code and name stand together, by name; a portal's profile says which of them it uses. */
export const unitFormats = ["codeFirst", "codeInParentheses"] as const;

const patterns: Readonly<Record<(typeof unitFormats)[number], readonly RegExp[]>> = {
  /**
   * The code is what stands before the first dash, where it has a digit and no space: `SSD-01 - SERVICIOS DE SALUD`
   * has the code `SSD-01`, `002-SECRETARIA` has `002`.
   */
  codeFirst: [
    /^(?<codigo>[^\s–—]*\d[^\s–—]*)(?:\s+[-–—]\s*|\s*[–—]\s*|-\s+)(?<nombre>\S.*)$/u,
    /^(?<codigo>\d+)-(?<nombre>\S.*)$/u,
  ],
  /** `Servicios de Salud (SSD-01)` has the code `SSD-01`; `Comisión del Agua (CAED)` has none. */
  codeInParentheses: [/^(?<nombre>.*\S)\s*\((?<codigo>[^\s()]*\d[^\s()]*)\)$/u],
};

/** Names with a hyphen inside, and units without a code, keep their text. */
export function readUnit(text: string, profile: PortalProfile): UnidadCompradora {
  for (const pattern of profile.unitFormats.flatMap((format) => patterns[format])) {
    const { codigo, nombre } = pattern.exec(text)?.groups ?? {};
    if (codigo !== undefined && nombre !== undefined) return { codigo, nombre };
  }
  return { nombre: text };
}

/** The legal forms of Mexican companies and associations, each by its usual initials without dots. */
export type LegalForm = (typeof forms)[number][0];

/**
 * By the Ley General de Sociedades Mercantiles, the Ley del Mercado de Valores, the Ley Agraria and the civil codes; then how else each is
 * written. Initials may always stand apart, with dots, or without their `de`.
 */
const forms = [
  ["sa de cv", "sociedad anonima de capital variable"],
  ["sa", "sociedad anonima"],
  ["sapi de cv", "sociedad anonima promotora de inversion de capital variable"],
  ["sapi", "sociedad anonima promotora de inversion"],
  ["sab de cv", "sociedad anonima bursatil de capital variable"],
  ["sab", "sociedad anonima bursatil"],
  ["sas de cv", "sociedad por acciones simplificada de capital variable"],
  ["sas", "sociedad por acciones simplificada"],
  ["sa de cv sofom enr", "sa de cv sofom e n r", "sa de cv sofom"],
  ["s de rl de cv", "sociedad de responsabilidad limitada de capital variable"],
  ["s de rl mi", "s de rl de mi", "s de rl de cv mi", "s de rl mi de cv", "s de rl art"],
  ["s de rl", "sociedad de responsabilidad limitada"],
  ["sc de rl de cv", "sociedad cooperativa de responsabilidad limitada de capital variable"],
  ["sc de rl", "sociedad cooperativa de responsabilidad limitada"],
  ["sc de rs", "sociedad cooperativa de responsabilidad suplementada"],
  ["sc", "sociedad civil"],
  ["ac", "asociacion civil"],
  ["iap", "institucion de asistencia privada"],
  ["ap en p", "asociacion en participacion"],
  [
    "spr de rl de cv",
    "sociedad de produccion rural de responsabilidad limitada de capital variable",
  ],
  ["spr de rl", "sociedad de produccion rural de responsabilidad limitada"],
  ["spr de ri", "sociedad de produccion rural de responsabilidad ilimitada"],
  ["spr de rs", "sociedad de produccion rural de responsabilidad suplementada"],
  ["sss", "sociedad de solidaridad social"],
  ["s en c por a", "sociedad en comandita por acciones"],
  ["s en c", "sociedad en comandita simple"],
  ["s en nc", "sociedad en nombre colectivo"],
] as const;

/** Each form with all of its spellings, itself among them. */
export const legalForms: readonly { form: LegalForm; spellings: readonly string[] }[] = forms.map(
  ([form, ...others]) => ({ form, spellings: [form, ...others] }),
);

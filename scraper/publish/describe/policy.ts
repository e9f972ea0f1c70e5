import { feedPaths } from "../../../shared/feed/paths.ts";
import { knownExtensions } from "../../../shared/ocds/extensions.ts";
import { type PortalKind, portalKind } from "../../../shared/portal/source-notice.ts";
import { usualRules } from "../../crawl/reading-rules.ts";
import { about69b } from "../about-69b.ts";
import { feedLicense, type Publication } from "../publication.ts";

/** `POLITICA.md`: the publication policy, which every package names. */
export async function writePolicy(publication: Publication): Promise<void> {
  const sections = [
    intro,
    scope,
    verification,
    identifiers,
    releases,
    withdrawals,
    dates,
    reports,
    registry,
    personalData,
    corrections,
    citing,
    stability,
    extensions,
    license,
    contact,
  ];
  const text = sections.map((section) => section(publication).trim()).join("\n\n");
  await publication.draft.put(
    feedPaths.policy,
    { title: "Política de publicación", mediaType: "text/markdown" },
    `${text}\n`,
  );
}

const intro = ({ notice, baseUrl, profile }: Publication) => `
# Política de publicación de Compras Abiertas Durango

> ${notice}

Compras Abiertas Durango es un proyecto ciudadano. No es una publicación del Gobierno del ${profile.jurisdiction.name} ni tiene su aval. Para participar en un procedimiento o para cualquier trámite vale lo que dice el portal, no lo que dice esta publicación.

Esta publicación está en ${baseUrl}. El archivo \`${feedPaths.index}\` enumera lo que hay en ella y \`${feedPaths.dictionary}\` explica cada campo.`;

const scope = ({ identity }: Publication) => `
## Qué se publica y qué no

Se publica lo que ${identity.portalUrl} muestra a cualquiera: los procedimientos de contratación con sus fechas y sus anexos, y el padrón de proveedores. Los datos siguen el Open Contracting Data Standard (OCDS) 1.1.

- Lo que el portal no dice no aparece. Una fecha que falta no se inventa, y ningún dato que falta se publica como cero, texto vacío o la fecha de hoy.
- Las páginas que se leen no dan montos, licitantes, ganadores ni contratos. Los que hay vienen de los informes trimestrales de la PNT que se hayan importado (véase abajo).
- Los anexos no se copian. Se publica su nombre y su dirección y, si se leyeron, su tipo, su tamaño y su huella (SHA-256).
- Un texto que no se entiende, por ejemplo una fecha ilegible, se deja fuera. Las etiquetas desconocidas no se publican; se guardan y se revisan.
- Una entrega que no cumple el estándar se aparta con sus motivos y no se publica.
- Los acentos mal codificados se reparan. El texto tal como llegó se conserva fuera de esta publicación.`;

const verificationOf: Readonly<Record<PortalKind, string>> = {
  official: "El programa rechaza las páginas en las que no encuentra lo indispensable.",
  practice: "Los datos de esta publicación vienen de un portal de práctica y son inventados.",
  other: "Los datos de esta publicación no vienen del portal oficial.",
};

const verification = ({ identity, profile }: Publication) => `
## Qué está verificado

**Ninguna persona del proyecto ha comparado todavía la lectura automática con las páginas del portal real.** Las direcciones y las etiquetas que el programa busca vienen de trabajos de terceros, y las de la lista y del padrón son suposiciones. ${verificationOf[portalKind(identity.portalUrl, profile)]}`;

const identifiers = ({ identity: { ocidPrefix } }: Publication) => `
## Identificadores

El identificador de un procedimiento (ocid) es el prefijo \`${ocidPrefix}\`, un guion y el número que el portal da a su página. El número oficial del procedimiento no sirve de clave: falta a veces y se escribe de muchas maneras.

${
  /^ocds-[a-z0-9]{6}$/.test(ocidPrefix)
    ? `El prefijo \`${ocidPrefix}\` tiene la forma de los que asigna la Open Contracting Partnership.`
    : `**El prefijo \`${ocidPrefix}\` no está registrado ante la Open Contracting Partnership.** Si se asigna uno, los identificadores cambiarán de prefijo una sola vez, y cada procedimiento conservará el anterior en \`relatedProcesses\`.`
}

El identificador de una entrega es el ocid y una huella de todo lo que dice: si el contenido no corresponde al identificador, alguien lo cambió.`;

const releases = () => `
## Cómo se hacen las entregas

En cada lectura se lee la lista entera y la página de los procedimientos nuevos, de los que la lista dice algo distinto, de los que tienen cerca una junta, una apertura o un fallo o esperan su resultado, y de una muestra de los demás. La página de cualquier otro se vuelve a leer por turnos, cada ${usualRules.maxAgeDays} días si quien publica no fijó otra cosa. \`${feedPaths.health}\` dice cuántas páginas se leyeron por cada motivo.

Cuando la página de un procedimiento dice algo distinto que la última vez que se leyó, se agrega una entrega (release). Si nada cambió, no se agrega ninguna. Su fecha (\`date\`) es el momento en que se leyó la página, no la fecha de ningún acto. Una entrega publicada no se edita ni se borra, salvo las que vienen de un informe que se deshizo o se corrigió, como se dice abajo.

La etiqueta (\`tag\`) dice qué pasó:

- \`tender\`: el procedimiento se vio por primera vez;
- \`tenderUpdate\`: hay algo nuevo, como una fecha o un anexo que no estaban;
- \`tenderAmendment\`: se movió o desapareció una fecha o un documento que ya se había publicado;
- \`tenderCancellation\`: el estatus pasó a cancelado.

Cada entrega dice todo lo que se sabía entonces. Un \`null\` dice que ese dato estaba y desapareció del portal. El estado actual (compiled release) es lo que resulta de juntar las entregas con las reglas del estándar, sin los objetos que quedan vacíos; ahí un dato que falta simplemente no está. \`compras merge\` o cualquier programa que siga el estándar da el mismo resultado, salvo esos objetos vacíos.`;

const withdrawals = () => `
## Lo que desaparece del portal

Nada de lo publicado se borra porque desaparezca del portal.

- Un procedimiento que ya no aparece se queda con el estado \`withdrawn\`. \`${feedPaths.evidence}\` dice cuándo se vio por última vez, en la lista o en su página, cuándo se leyó su página por última vez y desde cuándo falta. Si vuelve, una nueva entrega lo dice.
- Un anexo que ya no aparece se queda en la lista, y su descripción dice cuándo se vio por última vez.
- Un anexo cuyo archivo cambió en la misma dirección lo dice en su descripción, y la evidencia conserva la huella de cada archivo leído.
- Una unidad que dejó de figurar como compradora se queda entre los participantes, sin papel.`;

const dates = ({ timeZone }: Publication) => `
## Fechas y horas

Las horas son las del portal, en la zona ${timeZone}; en los datos JSON llevan su diferencia con la hora universal (por ejemplo, -06:00). Un día que el portal da sin hora se publica como las 00:00 de ese día en los datos JSON, y como día solo en las tablas.

Si un procedimiento está abierto o cerrado lo dicen sus fechas, no la palabra de estatus del portal.`;

const reports = () => `
## Quién participa y quién gana: los informes de la PNT

Los sujetos obligados informan cada trimestre en la Plataforma Nacional de Transparencia (artículo 70, fracción XXVIII) de sus licitaciones, invitaciones y adjudicaciones directas. De los informes que alguien importó salen participantes, cotizaciones, adjudicaciones, contratos y convenios; \`${feedPaths.evidence}\` dice de qué archivo, hoja y fila viene cada entrega. Lo que un informe no dice no se publica, y un monto de cero cuenta como monto que falta.

- Un informe se junta con un procedimiento del portal solo si coinciden el número y además la unidad, la fecha o la modalidad lo confirman, con una certeza de al menos 0.85. Si no, es un proceso aparte, cuyo identificador lleva \`pnt-\`, con los posibles en \`relatedProcesses\`.
- Los informes son acumulativos: una fila que vuelve a informarse es la misma si coinciden el sujeto obligado, el número del procedimiento y el del contrato. Vale la del periodo más reciente, y la anterior queda en la historia. Si una corrección quita algo de una lista, lo que las reglas del estándar no permiten decir, las entregas anteriores de los informes sobre ese proceso dejan de publicarse y una nueva dice todo.
- El monto que se publica es el total del contrato con impuestos. El monto sin impuestos, el mínimo y el máximo no tienen campo en el estándar y no se publican.
- Las cifras por proveedor (\`${feedPaths.supplierProfilesIndex}\`) y por unidad (\`${feedPaths.buyerProfilesIndex}\`) dicen de cuántas adjudicaciones vienen y de cuántos procedimientos se sabe quién participó y quién ganó. Lo que no se sabe no cuenta como cero, monedas distintas no se suman, y el monto que ganaron varios juntos no se reparte.
- De las personas físicas se publica el nombre y nada más. Los servidores públicos que asistieron a las juntas no se publican.
- Una importación se puede deshacer. Sus entregas dejan de publicarse; \`${feedPaths.changesIndex}\` lo dice con una línea \`retracted\`, que lleva el estado sin ella o, si no queda nada del proceso, ninguno.`;

const registry = () => `
## El padrón de proveedores

Tiene dos fuentes, y cada fila de \`${feedPaths.suppliersJson}\` dice de cuál viene: la página del portal, y un archivo del padrón que alguien importó. Si las dos tienen a un proveedor vale la página, que se lee una y otra vez; el archivo dice lo que valía el día en que se hizo. Una importación vale en lugar de la anterior y se puede deshacer.

\`${feedPaths.supplierChanges}\` dice qué altas, bajas y cambios se vieron entre dos lecturas de una misma fuente, con el día en que se vieron y no el día en que ocurrieron. La primera lectura de una fuente no dice qué es nuevo en el padrón.

${about69b} Se compara el RFC exacto de las empresas y nunca un nombre; de las personas físicas de esa lista no se guarda nada. Vale el día que dice la lista: la situación de hoy la dice el SAT.`;

const personalData = () => `
## Datos personales

No se publica el RFC ni la CURP de ninguna persona física, tampoco cuando el portal los imprime en lugar de un número de registro. Los nombres de personas físicas inscritas en el padrón se publican como el portal los muestra; su domicilio, su teléfono y su correo, nunca.

En los textos libres (descripciones, nombres de anexos y archivos, nombres de unidades y de proveedores) el RFC y la CURP de personas físicas, los teléfonos y los correos que no son de una oficina pública se sustituyen por \`[RFC omitido]\`, \`[CURP omitida]\`, \`[teléfono omitido]\` y \`[correo omitido]\`. Los correos de dependencias (\`…@….gob.mx\`) y el RFC de las empresas se quedan. Un número oficial que se parece a un RFC solo se sustituye si su dígito verificador es correcto. La huella de la página, que está en la evidencia, es la de la página completa.`;

const corrections = () => `
## Correcciones

Lo que está mal en el portal se corrige en el portal; aquí aparecerá cuando se vuelva a leer la página, como una entrega más. Lo que esta publicación leyó mal se corrige en el programa, y la corrección también es una entrega nueva: la anterior queda a la vista.`;

const citing = ({ baseUrl }: Publication) => `
## Cómo citar y comprobar

\`${feedPaths.tendersCsv}\` da de cada procedimiento el enlace permanente y la huella (SHA-256) de su última entrega; \`${feedPaths.evidence}\`, los de todas, con la huella de la página en la que se basa cada una. Para citar un dato bastan el enlace y la huella:

> Compras Abiertas Durango, ${new URL(feedPaths.releases("2026"), baseUrl).href}#(identificador de la entrega), SHA-256 (huella).

\`compras verify\` lee una cita así, vuelve a calcular la huella y dice si lo publicado sigue siendo lo que se citó.`;

const stability = () => `
## Qué puede esperar quien programa con estos datos

- Los nombres de los archivos y de los campos no cambian. Puede haber archivos y campos nuevos: un programa debe pasar por alto los que no conoce. Si algo tuviera que cambiar de otro modo, subirá \`schemaVersion\` en \`${feedPaths.index}\`.
- Los identificadores de procedimientos, entregas y documentos no cambian, salvo el prefijo en el caso dicho arriba.
- La publicación se reemplaza entera: quien la lee ve la anterior o la nueva, nunca una mezcla.
- Si una lectura falla, o si de pronto faltan muchos procedimientos o datos, no se publica nada nuevo: se queda la publicación anterior y \`${feedPaths.health}\` dice qué pasó.
- \`${feedPaths.changesIndex}\` explica cómo ponerse al día sin bajarlo todo otra vez.
- Los mismos datos dan los mismos archivos, byte por byte, y las líneas que no cambiaron conservan sus bytes.
- \`${feedPaths.checksums}\` da la huella de cada archivo; \`${feedPaths.index}\`, además, su tamaño.`;

const extensions = () => `
## Extensiones del estándar

${knownExtensions.map((url) => `- [${extensionName(url)}](${url}): ${extensionReason(url)}`).join("\n")}

Hay además dos códigos propios en listas abiertas del estándar: el tipo de documento \`openingOfProposals\`, para el acta de apertura, y las relaciones \`formerOcid\`, para el identificador anterior de un procedimiento, y \`possiblySameProcess\`, para el que quizá sea el mismo que un informe.`;

const extensionReasons: Readonly<Record<string, string>> = {
  bid: "para invitados, licitantes y cotizaciones; solo la declaran los archivos que los tienen.",
  bidOpening: "para la fecha de presentación y apertura de proposiciones.",
  clarificationMeetings: "para la junta de aclaraciones.",
};

function extensionName(url: string): string {
  return /ocds_(\w+)_extension/.exec(url)?.[1] ?? url;
}

function extensionReason(url: string): string {
  const reason = extensionReasons[extensionName(url)];
  if (reason === undefined) throw new Error(`${url}: say in policy.ts what this extension is for`);
  return reason;
}

const license = () => `
## Licencia

Se propone la licencia [Creative Commons Atribución 4.0 (CC BY 4.0)](${feedLicense}) para el trabajo de reunir y ordenar estos datos: se pueden copiar, adaptar y redistribuir, también con fines comerciales, si se cita la fuente. Los hechos y los documentos son del portal, y esta licencia no cambia lo que valga para ellos. El archivo \`${feedPaths.license}\` dice cómo citar. Las listas de palabras \`${feedPaths.synonyms}\` y \`${feedPaths.partidas}\` son de dominio público (CC0).`;

const contact = ({ contact: address }: Publication) => `
## Contacto

${
  address === undefined
    ? "Quien hace esta publicación no ha dado una dirección de contacto."
    : `Para avisar de un error, pedir que se retire un dato personal o preguntar: ${address}`
}`;

import type { DictionarySection } from "./entry.ts";
import { formDifference } from "./form-difference.ts";

const troubled = "Solo lo hay si algo salió mal.";

/** `FeedHealth`. */
export const healthSection: DictionarySection = {
  id: "salud",
  title: "Salud",
  about: "Cómo salió cada lectura del portal, la más reciente primero.",
  entries: [
    { path: "schemaVersion", name: "Versión", meaning: "La versión de este archivo." },
    { path: "title", name: "Título", meaning: "Qué es este archivo." },
    { path: "portal", name: "Portal", meaning: "El servidor que se lee." },
    {
      path: "known",
      name: "Lecturas conocidas",
      meaning: "Cuántas ha habido; aquí están las últimas 1,000.",
    },
    { path: "runs", name: "Lecturas", meaning: "Una por cada vez que se leyó el portal." },
    { path: "runs/startedAt", name: "Empezó", meaning: "Cuándo empezó." },
    { path: "runs/finishedAt", name: "Terminó", meaning: "Cuándo terminó; falta si no terminó." },
    {
      path: "runs/state",
      name: "Resultado",
      meaning:
        "«done» llegó al final, «failed» falló, «unfinished» sigue en curso o fue interrumpida.",
    },
    {
      path: "runs/reached",
      name: "Respuesta del portal",
      meaning:
        "«yes» dio sus páginas, «changed» dio páginas distintas, «refused» rechazó la lectura, «silent» no contestó. Falta si no se sabe.",
    },
    {
      path: "runs/limit",
      name: "Límite",
      meaning: "Cuántos procedimientos se leyeron a lo sumo.",
      rare: "Solo lo hay en lecturas de prueba.",
    },
    {
      path: "runs/exitCode",
      name: "Código de salida",
      meaning: "0 bien, 1 falló, 4 el portal cambió.",
    },
    {
      path: "runs/message",
      name: "Mensaje",
      meaning: "Por qué falló, en inglés.",
      rare: troubled,
    },
    {
      path: "runs/counts",
      name: "Cuentas",
      meaning: "Lo que hizo la lectura; falta si falló, porque entonces no se sabe.",
    },
    {
      path: "runs/counts/*",
      name: "Una cuenta",
      meaning:
        "Por su nombre: «listed» en la lista, «read» páginas leídas, «notDue» las que no hacía falta leer, «skipped» saltadas, «added» procedimientos nuevos, «changed» con cambios, «unchanged» sin cambios, «withdrawn» retirados, «setAside» apartados, entre otras. Por qué se pidió cada página: «new» no se había leído, «retry» antes falló, «listChanged» la lista dice otra cosa, «vanished» la lista ya no lo muestra, «reader» antes se leyó de otra manera, «nearDate» tiene una fecha cerca, «awaited» se espera su resultado, «stale» le tocaba su turno, «documentsLeft» le faltaban anexos, «sample» como muestra, «sampleChanged» porque la muestra había cambiado, «full» porque se leyeron todas.",
    },
    {
      path: "runs/findings",
      name: "Avisos",
      meaning: "Lo que una persona debería revisar; vacía si nada.",
    },
    {
      path: "runs/findings/kind",
      name: "Clase de aviso",
      meaning:
        "Qué se encontró: «formChanged» las páginas tienen otra forma, «fieldAbsent» ninguna tiene la etiqueta de un dato, «implausible» lo que dicen no puede ser cierto, «unknownLabel» etiqueta desconocida, «unknownWord» palabra desconocida, «unreadableText» texto que no se entiende, «skippedPage» página saltada, «skippedDocument» anexo saltado, «setAside» procedimiento apartado, «notice» otra cosa.",
      rare: troubled,
    },
    {
      path: "runs/findings/page",
      name: "Página",
      meaning: "En qué clase de página.",
      rare: troubled,
    },
    {
      path: "runs/findings/subjects",
      name: "Cuántos distintos",
      meaning: "Por ejemplo, cuántas etiquetas desconocidas.",
      rare: troubled,
    },
    {
      path: "runs/findings/count",
      name: "Cuántas veces",
      meaning: "En total.",
      rare: troubled,
    },
    {
      path: "runs/structure",
      name: "Forma de las páginas",
      meaning: "Cómo eran las páginas, sin nada de lo que decían.",
    },
    {
      path: "runs/structure/*",
      name: "Una clase de página",
      meaning: "«listado», «procedimiento» o «padron»; falta la que no se leyó.",
    },
    { path: "runs/structure/*/pages", name: "Páginas", meaning: "Cuántas se vieron." },
    {
      path: "runs/structure/*/fingerprint",
      name: "Huella de la forma",
      meaning: "La misma mientras las páginas tengan la misma forma.",
    },
    { path: "runs/structure/*/labels", name: "Etiquetas", meaning: "Las que se vieron." },
    {
      path: "runs/structure/*/usualLabels",
      name: "Etiquetas usuales",
      meaning: "Las que tenían nueve de cada diez páginas.",
    },
    {
      path: "runs/structure/*/unknownLabels",
      name: "Etiquetas desconocidas",
      meaning: "Cuántas.",
    },
    {
      path: "runs/structure/*/missing",
      name: "Etiquetas que faltaron",
      meaning: "De las indispensables; vacío si ninguna.",
    },
    {
      path: "runs/structure/*/missing/*",
      name: "Una etiqueta que faltó",
      meaning: "En cuántas páginas.",
      rare: troubled,
    },
    {
      path: "runs/structure/*/routes",
      name: "Direcciones",
      meaning: "Las de las páginas, con «{id}» en lugar del número.",
    },
    {
      path: "runs/structure/*/strategies",
      name: "Modo de lectura",
      meaning:
        "Cómo se hallaron etiquetas y textos: «dl» lista de definiciones, «label-table» tabla de etiqueta y texto, «pairs» parejas sueltas, «table» tabla con encabezado, «cards» tarjetas; con «+» si fueron varios. Vacía si la página no era HTML.",
    },
    {
      path: "runs/structure/*/listKind",
      name: "Clase de lista",
      meaning: "Cómo entrega el portal su lista: «html», «datatables» o «json».",
    },
    ...formDifference(
      "runs/structure/*/changed",
      "Lo que difiere de la lectura anterior; falta si nada.",
    ),
    {
      path: "runs/gate",
      name: "Revisión antes de publicar",
      meaning: "Qué se decidió al comparar con la publicación anterior; falta si no se publicó.",
    },
    {
      path: "runs/gate/state",
      name: "Decisión",
      meaning:
        "«open» se publicó, «closed» no se publicó, «accepted» se publicó a pesar de los motivos.",
    },
    { path: "runs/gate/reasons", name: "Motivos", meaning: "Vacía si no hubo ninguno." },
    {
      path: "runs/gate/reasons/check",
      name: "Qué se revisó",
      meaning:
        "«empty» nada que publicar, «drop» menos procedimientos, «withdrawn» muchos retirados de una vez, «coverage» un dato que falta más que antes, «skipped» muchas páginas saltadas.",
      rare: troubled,
    },
    { path: "runs/gate/reasons/title", name: "Motivo", meaning: "En palabras.", rare: troubled },
    {
      path: "runs/gate/reasons/field",
      name: "Dato",
      meaning: "El dato que falta más que antes.",
      rare: troubled,
    },
    {
      path: "runs/gate/reasons/measured",
      name: "Medida",
      meaning: "Lo que se midió, en porcentaje o puntos porcentuales.",
      rare: troubled,
    },
    {
      path: "runs/gate/reasons/allowed",
      name: "Tope",
      meaning: "Lo que se permite, en la misma unidad.",
      rare: troubled,
    },
  ],
};

import type { DictionarySection } from "./entry.ts";
import { formDifference } from "./form-difference.ts";

/** `FeedCompat`. */
export const compatSection: DictionarySection = {
  id: "compat",
  title: "Compatibilidad con el portal",
  about: "Si las páginas del portal siguen siendo como el programa las espera.",
  entries: [
    {
      path: "schemaVersion",
      name: "Versión",
      meaning: "Cambia cuando una extensión anterior ya no podría leer este archivo.",
    },
    { path: "title", name: "Título", meaning: "Qué es este archivo." },
    { path: "profile", name: "Perfil", meaning: "Lo que el programa espera del portal." },
    { path: "profile/id", name: "Nombre del perfil", meaning: "De qué portal es." },
    { path: "profile/sha256", name: "Huella del perfil", meaning: "Cambia cuando se corrige." },
    { path: "lastRun", name: "Última lectura", meaning: "La última, haya terminado o no." },
    { path: "lastRun/startedAt", name: "Empezó", meaning: "Cuándo empezó." },
    { path: "lastRun/state", name: "Resultado", meaning: "Como en `salud.json`." },
    { path: "lastRun/reached", name: "Respuesta del portal", meaning: "Como en `salud.json`." },
    { path: "pages", name: "Páginas", meaning: "Cada clase de página." },
    {
      path: "pages/*",
      name: "Una clase de página",
      meaning: "«listado», «procedimiento» o «padron».",
    },
    {
      path: "pages/*/status",
      name: "Estado",
      meaning:
        "«met» como se espera, «partly» solo algunas, «changed» distintas, «unread» no se ha leído ninguna.",
    },
    {
      path: "pages/*/readAt",
      name: "Última vez",
      meaning: "Cuándo empezó la lectura que las vio.",
    },
    {
      path: "pages/*/since",
      name: "Desde cuándo",
      meaning: "Desde qué lectura tienen la misma forma.",
    },
    { path: "pages/*/pages", name: "Páginas", meaning: "Cuántas se vieron." },
    {
      path: "pages/*/missing",
      name: "Etiquetas que faltaron",
      meaning: "De las indispensables; vacía si ninguna.",
    },
    { path: "pages/*/unknownLabels", name: "Etiquetas desconocidas", meaning: "Cuántas." },
    {
      path: "pages/*/route",
      name: "Dirección",
      meaning: "Si estaban en la dirección que se espera.",
    },
    {
      path: "pages/*/strategies",
      name: "Modo de lectura",
      meaning: "Cómo se hallaron etiquetas y textos, como en `salud.json`.",
    },
    {
      path: "pages/*/listKind",
      name: "Clase de lista",
      meaning: "Cómo entrega el portal su lista.",
    },
    {
      path: "pages/*/fingerprint",
      name: "Huella de la forma",
      meaning: "La misma mientras las páginas tengan la misma forma.",
    },
    ...formDifference("pages/*/changed", "Lo que era distinto hasta «since»; falta si nada."),
  ],
};

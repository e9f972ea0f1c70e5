import type { PortalProfile } from "../profile.ts";

/**
 * The procurement portal of the State of Durango.
 *
 * Nobody on the project has read a live page of it. The addresses, the labels of the detail page and the
 * form of its dates come from the code of third parties; **everything marked guess is only plausible**.
 * `estatus`, `list`, `padron` and the labels of the list are guesses throughout.
 */
export const durango: PortalProfile = {
  id: "durango",
  name: "Compras Estatal, Gobierno del Estado de Durango",
  jurisdiction: { name: "Estado de Durango", region: "MX-DUR" },
  baseUrl: "https://comprasestatal.durango.gob.mx",
  alternateHosts: ["www.comprasestatal.durango.gob.mx"],
  timeZone: "America/Monterrey",
  routes: {
    listado: "/consulta/ProcedimientosDeContratacion",
    procedimiento: "/consulta/ProcedimientosDeContratacion/{id}",
    anexo: "/ProcedimientosDeContratacion/Descarga/Anexo/{id}",
    padron: "/consulta/Proveedores", // guess
  },
  list: {
    nextPage: ["Siguiente", "Siguiente »", "Sig.", "»", "›", ">"], // guess
    unsteady: ["#", "Consecutivo", "Renglón", "Días restantes", "Tiempo restante", "Faltan"], // guess
    json: { path: "/consulta/ProcedimientosDeContratacion/Listado", pageSize: 100 }, // guess
  },
  labels: {
    procedimiento: {
      descripcion: ["Descripción", "Objeto", "Descripción del procedimiento"],
      unidadCompradora: ["Unidad Compradora", "Dependencia", "Unidad Contratante"],
      fechaJuntaAclaraciones: ["Junta de Aclaraciones"],
      fechaAperturaProposiciones: [
        "Apertura de Proposiciones",
        "Presentación y Apertura de Proposiciones",
      ],
      fechaFallo: ["Evento de Fallo", "Fallo"],
      // Guesses from here on.
      numeroProcedimiento: [
        "Número de Procedimiento",
        "Número",
        "No. de Procedimiento",
        "No. Procedimiento",
        "Número de Licitación",
      ],
      tipoProcedimiento: ["Tipo de Procedimiento", "Tipo", "Modalidad"],
      materia: ["Materia", "Tipo de Contratación", "Carácter"],
      fechaPublicacion: ["Fecha de Publicación", "Publicación", "Fecha de Convocatoria"],
      estatus: ["Estatus", "Estado", "Situación"],
    },
    listado: {
      id: ["Id", "IdProcedimiento", "ProcedimientoId"],
      numeroProcedimiento: ["Número", "No.", "Número de Procedimiento", "Numero"],
      descripcion: ["Descripción", "Objeto", "Descripcion"],
      unidadCompradora: ["Unidad Compradora", "Dependencia", "UnidadCompradora"],
      tipoProcedimiento: ["Tipo", "Tipo de Procedimiento", "Modalidad", "TipoProcedimiento"],
      fechaPublicacion: ["Publicación", "Fecha de Publicación", "FechaPublicacion"],
      fechaAperturaProposiciones: ["Apertura", "Apertura de Proposiciones", "FechaApertura"],
      estatus: ["Estatus", "Estado", "Situación"],
      enlace: ["Detalle", "Ver", "Acciones", "Opciones"],
    },
    padron: {
      folio: ["Folio", "Número de Registro", "No. de Registro", "Registro"],
      rfc: ["RFC", "R.F.C."],
      nombre: ["Nombre o Razón Social", "Razón Social", "Nombre", "Proveedor"],
      tipoPersona: ["Tipo de Persona", "Persona"],
      municipio: ["Municipio"],
      giros: ["Giro", "Giros", "Giro(s)", "Especialidad", "Actividad"],
      fechaInscripcion: ["Fecha de Inscripción", "Inscripción", "Fecha de Registro"],
      vigenciaHasta: ["Vigencia", "Vigencia hasta", "Vigente hasta"],
      estatus: ["Estatus", "Situación"], // "Estado" is part of an address here.
    },
  },
  // Guesses.
  foreignHeadings: [
    "Procedimientos relacionados",
    "Licitaciones relacionadas",
    "Relacionados",
    "Otros procedimientos",
    "Otras licitaciones",
    "Procedimientos similares",
    "Related procedures",
    "Related tenders",
  ],
  estatus: {
    vigente: ["Publicado", "Publicada", "Vigente", "Abierto", "Abierta"],
    enProceso: ["En proceso", "En seguimiento", "En evaluación"],
    adjudicado: ["Adjudicado", "Adjudicada", "Terminado", "Terminada", "Concluido", "Concluida"],
    desierto: ["Desierto", "Desierta"],
    cancelado: ["Cancelado", "Cancelada"],
    suspendido: ["Suspendido", "Suspendida"],
  },
  modalidad: {
    licitacionPublica: ["Licitación Pública", "Licitacion Publica", "LP"],
    invitacion: [
      "Invitación Restringida",
      "Invitación a cuando menos tres",
      "Invitación",
      "Concurso por Invitación",
    ],
    adjudicacionDirecta: ["Adjudicación Directa", "AD"],
    concurso: ["Concurso"],
  },
  materia: {
    adquisiciones: ["Adquisición", "Adquisiciones", "Bienes"],
    arrendamientos: ["Arrendamiento", "Arrendamientos"],
    servicios: ["Servicio", "Servicios", "Prestación de Servicios"],
    obraPublica: ["Obra Pública", "Obra", "Servicios Relacionados con la Obra"],
  },
  anexo: {
    modeloContrato: ["modelo de contrato", "modelo contrato"],
    convenioModificatorio: ["convenio modificatorio", "convenio"],
    diferimiento: ["diferimiento", "fe de erratas", "modificacion"],
    actaJunta: ["junta de aclaraciones", "acta de junta", "aclaraciones", "junta"],
    actaApertura: ["presentacion y apertura", "apertura de proposiciones", "apertura"],
    dictamen: ["dictamen"],
    fallo: ["acta de fallo", "fallo", "adjudicacion", "declaracion de desierta"],
    convocatoria: ["convocatoria", "invitacion"],
    bases: ["bases", "anexo tecnico", "especificaciones"],
    anexoContrato: ["anexo del contrato", "anexo de contrato", "anexos del contrato"],
    contrato: ["contrato", "pedido"],
  },
  missing: [
    "",
    "-",
    "--",
    "—",
    ".",
    "N/A",
    "ND",
    "No aplica",
    "No especificada",
    "No especificado",
    "No disponible",
    "Sin dato",
    "S/N",
    "Sin número",
  ],
  missingInDates: ["Pendiente", "Por definir", "Sin fecha"],
  missingDays: ["0001-01-01", "1900-01-01"],
  unitFormats: ["codeFirst"], // guess
  dateFormats: ["iso", "dayFirst", "words", "aspNet"],
  junk: [".", "-", "PRUEBA", "TEST", "NO APLICA", "XXX"],
};

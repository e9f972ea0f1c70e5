/** A field of what is published, explained to whoever reads it. Every text is Mexican Spanish. */
export interface DictionaryEntry {
  /**
   * The names that lead to it from the section's root, with a slash between them: `tender/documents/url`. The items of a list are no
   * step of their own; `*` stands for any name, where the names are data.
   */
  path: string;
  name: string;
  meaning: string;
  /** The fields of the portal's pages that it is read from, as their page definitions name them. */
  from?: readonly PageField[];
  /** What the portal says and this does not, or what must not be read into it. */
  limits?: string;
  /** The `id` of the section that explains what is inside. */
  holds?: string;
  /** Why a feed may well be without it. */
  rare?: string;
}

/** A page definition and one of its fields: `procedimiento.fechaFallo`. */
type PageField = `${"procedimiento" | "padron"}.${string}`;

/** The fields of one kind of object. */
export interface DictionarySection {
  id: string;
  title: string;
  /** A sentence or two on what one such object is. */
  about: string;
  entries: readonly DictionaryEntry[];
}

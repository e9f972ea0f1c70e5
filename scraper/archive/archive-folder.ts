/** The folder in which a store's archive is kept unless another is named: `compras.archive` beside `compras.sqlite`. */
export function archiveFolder(store: string): string {
  return `${store.replace(/\.sqlite$/, "")}.archive`;
}

import { useEffect, useState } from "react";
import { listado } from "../../shared/portal/pages/listado.ts";
import { durango } from "../../shared/portal/profiles/durango.ts";
import { pageAtRest } from "../page/at-rest.ts";
import { onRowsChange, type PageRows, readRows } from "../page/page-rows.ts";
import { askToRead, onOtherFeed, type PageRead } from "./page-read.ts";

/** The portal's list as it stands on the page, and whether we still know how to read it. */
export interface ListPage {
  page: PageRows;
  isUnderstood: boolean;
  /** Undefined where the worker could not be asked. */
  read?: PageRead;
}

/** Follows the list on the page: read as soon as it is at rest, and again whenever the page puts other rows in place. Undefined until first read. */
export function useListPage(): ListPage | undefined {
  const [listPage, setListPage] = useState<ListPage>();
  useEffect(() => {
    const controller = new AbortController();
    let lastText = "";
    let latest: PageRead | undefined;
    const read = async (): Promise<void> => {
      const page = readRows(listado, durango);
      // While the page opens, reading a long list is a task by itself; later, rows that do not match are to go at once.
      if (lastText === "") await pageAtRest();
      if (controller.signal.aborted) return;
      const key = JSON.stringify(page.text);
      if (key === lastText) {
        // The same rows in new elements: what was answered holds, only the elements are others.
        setListPage((before) => (before ? { ...before, page } : before));
        return;
      }
      lastText = key;
      const answer = await askToRead(listado, page.text);
      if (controller.signal.aborted || key !== lastText) return;
      latest = answer;
      setListPage({ page, isUnderstood: answer.isUnderstood, read: answer });
    };
    const readAndReport = (): void => {
      read().catch((error: unknown) => {
        if (controller.signal.aborted) return;
        console.error("Compras Abiertas:", error);
        // The question that comes next fails in the same way, and says why.
        setListPage({ page: readRows(listado, durango), isUnderstood: true });
      });
    };
    onRowsChange(controller.signal, readAndReport);
    const readAnew = (): Promise<void> => {
      lastText = "";
      return read();
    };
    onOtherFeed(controller.signal, () => latest, readAnew);
    void pageAtRest().then(() => {
      if (!controller.signal.aborted) readAndReport();
    });
    return () => controller.abort();
  }, []);
  return listPage;
}

import { request } from "node:http";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { parseFault } from "../../../fixtures/practice-portal/fault-choice.ts";
import {
  type FaultName,
  faultNames,
  type PracticePortal,
  startPracticePortal,
} from "../../../fixtures/practice-portal/server.ts";
import { PageChangedError } from "../../../shared/portal/errors.ts";
import { listado } from "../../../shared/portal/pages/listado.ts";
import { readList } from "../../../shared/portal/read-record.ts";
import { fetchPage, practiceProfile, readDetail } from "./read-portal.ts";

const list = "/consulta/ProcedimientosDeContratacion";

describe("a fault of the practice portal", () => {
  let portal: PracticePortal;
  beforeAll(async () => {
    portal = await startPracticePortal({ procedures: 30, today: "2026-11-22" });
  });
  afterAll(() => portal.close());
  afterEach(() => portal.setFaults([]));

  const fetchList = () => fetch(portal.url + list, { redirect: "manual" });

  it.each<[FaultName, number, string]>([
    ["error-500", 500, "Error de servidor en la aplicación"],
    ["block-page", 200, "The requested URL was rejected"],
    ["forbidden", 403, "The requested URL was rejected"],
    ["login", 302, "Object moved"],
    ["empty-list", 200, "No hay registros"],
    ["no-labels", 200, "Rubro 1"],
    ["flaky", 500, "Error de servidor en la aplicación"],
    ["busy", 503, "Error de servidor en la aplicación"],
  ])("%s: the list answers %i with '%s'", async (fault, status, text) => {
    portal.setFaults([fault]);
    const response = await fetchList();
    expect([response.status, (await response.text()).includes(text)]).toEqual([status, true]);
  });

  it("slow: nothing comes, not even a header, and giving up is noticed", async () => {
    portal.setFaults(["slow"]);
    const seen = portal.requests.length;
    const abort = new AbortController();
    const answer = fetch(portal.url + list, { signal: abort.signal });
    const refused = expect(answer).rejects.toThrow("abort");
    await expect.poll(() => portal.requests.length).toBe(seen + 1);
    abort.abort();
    await refused;
  });

  it("stalled: the headers and half of the body come, then nothing more", async () => {
    portal.setFaults(["stalled"]);
    const received = await new Promise<{ promised: number; bytes: number }>((resolve, reject) => {
      const asked = request(portal.url + list, (response) => {
        const promised = Number(response.headers["content-length"]);
        let bytes = 0;
        response.on("data", (chunk: Buffer) => {
          bytes += chunk.length;
          if (bytes < Math.floor(promised / 2)) return;
          resolve({ promised, bytes });
          asked.destroy();
        });
      });
      asked.once("error", reject);
      asked.end();
    });
    expect(received.bytes).toBe(Math.floor(received.promised / 2));
  });

  it("login: everything leads to a form that asks for a password", async () => {
    portal.setFaults(["login"]);
    const page = await fetchPage(portal.url + list, listado);
    expect(page.hasPasswordField).toBe(true);
    const anexo = portal.corpus.procedures[0]?.anexos[0]?.id;
    const led = await fetch(`${portal.url}/ProcedimientosDeContratacion/Descarga/Anexo/${anexo}`, {
      redirect: "manual",
    });
    expect(led.status).toBe(302);
  });

  it("empty-list: the columns are there and no row", async () => {
    portal.setFaults(["empty-list"]);
    const page = await fetchPage(portal.url + list, listado);
    expect(readList(page, practiceProfile(portal.url), list)).toEqual({
      procedimientos: [],
      junk: 0,
    });
  });

  it("no-labels: neither list nor page can be read", async () => {
    portal.setFaults(["no-labels"]);
    const profile = practiceProfile(portal.url);
    const page = await fetchPage(portal.url + list, listado);
    expect(() => readList(page, profile, list)).toThrow(PageChangedError);
    const id = portal.corpus.procedures[0]?.id ?? "";
    await expect(readDetail(profile, id)).rejects.toThrow(PageChangedError);
  });

  it("strikes a share of the addresses, each time the same ones, and others with another seed", async () => {
    const { procedures } = portal.corpus;
    const struck = async () => {
      const statuses = procedures.map(({ id }) =>
        fetch(`${portal.url}${list}/${id}`, { redirect: "manual" }),
      );
      return (await Promise.all(statuses)).map(({ status }) => status === 500);
    };
    portal.setFaults([{ name: "error-500", share: 0.3 }], 5);
    const first = await struck();
    expect(first.filter(Boolean).length).toBeGreaterThan(3);
    expect(first.filter(Boolean).length).toBeLessThan(15);
    expect(await struck()).toEqual(first);
    portal.setFaults([{ name: "error-500", share: 0.3 }], 6);
    expect(await struck()).not.toEqual(first);
  });

  it.each([
    ["reset", { name: "reset" }],
    ["cut-page:0.1", { name: "cut-page", share: 0.1 }],
    ["flaky:.5", { name: "flaky", share: 0.5 }],
    ["flaky:1", { name: "flaky", share: 1 }],
    ["flaky:1.5", undefined],
    ["flaky:", undefined],
    ["nada:0.1", undefined],
  ])("is named %s", (text, choice) => {
    expect(parseFault(text)).toEqual(choice);
  });

  it.each<FaultName>(["flaky", "busy"])("%s: the second request succeeds", async (fault) => {
    portal.setFaults([fault]);
    const first = await fetchList();
    expect(first.ok).toBe(false);
    expect(first.headers.get("retry-after")).toBe(fault === "busy" ? "1" : null);
    expect((await fetchList()).status).toBe(200);
  });

  it.each([...faultNames])("%s: robots.txt and the truth stay as they are", async (fault) => {
    portal.setFaults([fault]);
    expect((await fetch(`${portal.url}/robots.txt`)).status).toBe(200);
    expect(await (await fetch(`${portal.url}/__verdad__/procedimientos.json`)).json()).toEqual(
      portal.corpus.procedures,
    );
  });
});

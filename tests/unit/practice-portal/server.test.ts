import { get } from "node:https";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type PracticePortal,
  startPracticePortal,
} from "../../../fixtures/practice-portal/server.ts";

const list = "/consulta/ProcedimientosDeContratacion";

describe("the practice portal's server", () => {
  let portal: PracticePortal;
  beforeAll(async () => {
    portal = await startPracticePortal({ procedures: 60, today: "2026-11-22", https: 0 });
  });
  afterAll(() => portal.close());

  const fetchPath = (path: string, init?: RequestInit) =>
    fetch(portal.url + path, { redirect: "manual", ...init });

  it("answers like ASP.NET MVC", async () => {
    const { headers } = await fetchPath(list);
    expect(headers.get("content-type")).toBe("text/html; charset=utf-8");
    expect(headers.get("x-aspnetmvc-version")).toBe("5.2");
    expect(headers.get("set-cookie")).toMatch(/^ASP\.NET_SessionId=/);
    expect(headers.get("access-control-allow-origin")).toBeNull();
  });

  it("does not mind the case of an address", async () => {
    const id = portal.corpus.procedures[0]?.id;
    const usual = await (await fetchPath(`${list}/${id}`)).text();
    const folded = await (await fetchPath(`${list}/${id}/`.toLowerCase())).text();
    expect(folded).toBe(usual);
  });

  it("shows on every page that its data are made up", async () => {
    for (const path of ["/", list, "/consulta/Proveedores", "/Account/Login"]) {
      expect(await (await fetchPath(path)).text()).toContain(
        "PORTAL DE PRÁCTICA — datos inventados",
      );
    }
  });

  it("leads from an unpublished number to the list and knows nothing of a gap", async () => {
    const [unpublished] = portal.corpus.unpublished;
    const led = await fetchPath(`${list}/${unpublished}`);
    expect([led.status, led.headers.get("location")]).toEqual([302, list]);
    const nothing = await fetchPath(`${list}/999999`);
    expect(nothing.status).toBe(404);
    expect(await nothing.text()).toContain("No se encuentra el recurso.");
    expect((await fetchPath("/nada")).status).toBe(404);
  });

  it("has a page for junk too", async () => {
    const junk = portal.corpus.junk.find(({ id }) => id !== undefined);
    const page = await (await fetchPath(`${list}/${junk?.id}`)).text();
    expect(page).toContain(`<dd>${junk?.descripcion}</dd>`);
  });

  it("tells the truth to any page that asks", async () => {
    const truth = await fetchPath("/__verdad__/procedimientos.json");
    expect(truth.headers.get("access-control-allow-origin")).toBe("*");
    expect(await truth.json()).toEqual(portal.corpus.procedures);
    expect(await (await fetchPath("/__verdad__/padron.json")).json()).toEqual(
      portal.corpus.suppliers,
    );
    expect(await (await fetchPath("/__verdad__/resumen.json")).json()).toMatchObject({
      procedures: 60,
      listed: 60,
      suppliers: 250,
      today: "2026-11-22",
    });
  });

  it("notes who asked for what, and when", async () => {
    const before = Date.now();
    await fetchPath("/robots.txt?quien=yo", { headers: { "user-agent": "prueba/1" } });
    expect(portal.requests.at(-1)).toMatchObject({
      method: "GET",
      path: "/robots.txt?quien=yo",
      userAgent: "prueba/1",
    });
    expect(Math.abs((portal.requests.at(-1)?.atMs ?? 0) - before)).toBeLessThan(5000);
  });

  it("takes no forms", async () => {
    expect((await fetchPath("/Account/Login", { method: "POST" })).status).toBe(405);
  });

  it("answers a HEAD request with the headers alone", async () => {
    const head = await fetchPath(list, { method: "HEAD" });
    expect(head.status).toBe(200);
    expect(Number(head.headers.get("content-length"))).toBeGreaterThan(1000);
    expect(await head.text()).toBe("");
  });

  it("speaks TLS with a certificate for the real host name", async () => {
    const subject = await new Promise<string | undefined>((resolve, reject) => {
      const request = get(
        `${portal.httpsUrl}/`,
        {
          servername: "comprasestatal.durango.gob.mx",
          // The certificate is the portal's own: nobody vouches for it.
          rejectUnauthorized: false,
        },
        (response) => {
          const socket = response.socket;
          response.resume();
          resolve(
            "getPeerCertificate" in socket && typeof socket.getPeerCertificate === "function"
              ? String(socket.getPeerCertificate().subjectaltname)
              : undefined,
          );
        },
      );
      request.once("error", reject);
    });
    expect(subject).toContain("DNS:comprasestatal.durango.gob.mx");
    expect(portal.httpsUrl).toBe(`https://127.0.0.1:${portal.httpsPort}`);
  });

  it("says so when its port is taken", async () => {
    const port = Number(new URL(portal.url).port);
    await expect(startPracticePortal({ port, procedures: 1 })).rejects.toMatchObject({
      code: "EADDRINUSE",
    });
  });
});

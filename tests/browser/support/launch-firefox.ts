import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { join } from "node:path";
import { type Browser, launch } from "puppeteer-core";
import { durango } from "../../../shared/portal/profiles/durango.ts";

/** Firefox makes one up for each installation, if it is not told. */
const uuid = "c0a1b2c3-0000-4000-8000-000000000000";

/** A Firefox as Mozilla ships it, with the extension. */
export interface Firefox {
  browser: Browser;
  /** Address of a page of the extension. */
  ownPage(name: string): string;
  close(): Promise<void>;
}

/** The Firefox to use: `FIREFOX_PATH`, else Debian's. Throws with one line that says what to install. */
function findFirefox(): string {
  const candidates = [process.env.FIREFOX_PATH, "/usr/bin/firefox-esr", "/usr/bin/firefox"];
  const found = candidates.find((path) => path !== undefined && path !== "" && existsSync(path));
  if (found !== undefined) return found;
  throw new Error(
    "No Firefox found. Install it with `sudo apt-get install -y firefox-esr` (Debian), or set FIREFOX_PATH.",
  );
}

/**
 * Opens a Firefox with the extension, in which the portal's real host name leads to the practice portal on this machine, and
 * nothing else but 127.0.0.1 can be reached.
 *
 * @param extension folder of the build.
 * @param downloads folder in which whatever is saved lands.
 */
export async function launchFirefox(
  extension: string,
  portalTlsPort: number,
  downloads: string,
): Promise<Firefox> {
  const tunnel = await openTunnel(portalTlsPort);
  const manifest = JSON.parse(readFileSync(join(extension, "manifest.json"), "utf8"));
  const { id } = manifest.browser_specific_settings.gecko;
  const browser = await launch({
    browser: "firefox",
    executablePath: findFirefox(),
    // The practice portal signs its own certificate.
    acceptInsecureCerts: true,
    // Else the extension's own pages may not be opened.
    args: ["--remote-allow-system-access"],
    env: { ...process.env, TZ: durango.timeZone },
    extraPrefsFirefox: {
      "network.proxy.type": 1,
      "network.proxy.ssl": "127.0.0.1",
      "network.proxy.ssl_port": (tunnel.address() as AddressInfo).port, // It listens on TCP.
      "network.proxy.no_proxies_on": "127.0.0.1",
      "intl.accept_languages": "es-MX",
      "extensions.webextensions.uuids": JSON.stringify({ [id]: uuid }),
      // As after a while in which nothing was asked of the extension, all the time.
      "extensions.background.idle.timeout": 1_000,
      "browser.download.folderList": 2,
      "browser.download.dir": downloads,
      // It would take the keyboard.
      "browser.download.alwaysOpenPanel": false,
    },
  });
  await browser.installExtension(extension);
  return {
    browser,
    ownPage: (name) => `moz-extension://${uuid}/${name}.html`,
    async close() {
      await browser.close();
      tunnel.close();
    },
  };
}

/** A proxy that leads to the practice portal whoever asks for the portal, and nobody else anywhere. */
async function openTunnel(portalTlsPort: number): Promise<Server> {
  const { hostname } = new URL(durango.baseUrl);
  const tunnel = createServer();
  tunnel.on("connect", ({ url }, socket) => {
    socket.on("error", () => socket.destroy());
    if (url !== `${hostname}:443`) {
      socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
      return;
    }
    const portal = connect(portalTlsPort, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      portal.pipe(socket).pipe(portal);
    });
    portal.on("error", () => socket.destroy());
  });
  await new Promise<void>((resolve) => tunnel.listen(0, "127.0.0.1", resolve));
  return tunnel;
}

import type { PageText } from "../../shared/portal/page.ts";
import { PortalRefusedError } from "../errors.ts";

/** A page of the portal carries menus and lists; the notice of a firewall fits on a screen. */
const noticeBytes = 16 * 1024;
const noticeWords =
  /access denied|acceso denegado|request (unsuccessful|blocked|rejected)|the requested url was rejected|support id|captcha|cloudflare|incapsula|imperva|radware|sucuri|web application firewall|bloquead[oa]|verif(y|ique) (that )?you are human|no soy un robot/i;

/**
 * Throws `PortalRefusedError` where a page that lacks what was looked for is a login or the notice of a firewall, which portals
 * send with status 200. To be asked only of such a page: a real page may well mention a captcha.
 */
export function stopAtRefusal(page: PageText, body: Uint8Array, where: string): void {
  if (page.hasPasswordField) {
    throw new PortalRefusedError(
      `${where}: the portal answers with a login ("${page.heading}") in place of the page. What is not public is not read; look at the portal in a browser.`,
    );
  }
  if (body.byteLength > noticeBytes || page.entries.length > 0) return;
  const notice = noticeWords.exec(new TextDecoder().decode(body))?.[0];
  if (notice !== undefined) {
    throw new PortalRefusedError(
      `${where}: the portal blocks us: a page "${page.heading}" that says "${notice}". Nothing is done to get around it; wait, or ask the portal's keepers.`,
    );
  }
}

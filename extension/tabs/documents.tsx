import { useState } from "react";
import { readDownloadAddress, withoutStart } from "../download-address.ts";
import { DownloadPage } from "../features/documents/download-page.tsx";
import { OwnPage } from "../overlay/own-page.tsx";

/** Reads what the address asks for, and takes the beginning out of it: loaded anew, or when the browser starts again, nothing is asked of the portal. */
function takeAddress(): ReturnType<typeof readDownloadAddress> {
  const asked = readDownloadAddress(location.hash);
  history.replaceState(null, "", withoutStart(asked.id));
  return asked;
}

/** Downloads the documents of a procedure into one ZIP. It is a page of its own, which no other page can end, and the worker's short life does not touch. */
export default function Documents() {
  const [asked] = useState(takeAddress);
  return <OwnPage kind="documents">{() => <DownloadPage {...asked} />}</OwnPage>;
}

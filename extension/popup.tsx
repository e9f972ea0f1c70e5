import { Brief } from "./features/mine/brief.tsx";
import { OwnPage } from "./overlay/own-page.tsx";

/** What the extension's button opens: in short what is new, how old the data is, and the ways on. */
export default function Popup() {
  return <OwnPage kind="popup">{() => <Brief />}</OwnPage>;
}

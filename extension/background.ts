import { durango } from "../shared/portal/profiles/durango.ts";
import { filePieces } from "./corpus/file-pieces.ts";
import { handOut } from "./corpus/hand-out.ts";
import { createLibrarian } from "./corpus/librarian.ts";
import { keepRefreshAlarm, refreshAlarm } from "./corpus/refresh-alarm.ts";
import { isStorageFull } from "./corpus/storage-full.ts";
import { forgetPicks } from "./features/taking/pick-store.ts";
import { MessageSchema } from "./message-schema.ts";
import { listenToNotifications } from "./personal/browser-alerts.ts";
import { tablesPort } from "./tables-messages.ts";
import { takePort } from "./take-messages.ts";

const librarian = createLibrarian(durango);

chrome.runtime.onMessage.addListener(
  (message: unknown, _sender, reply: (answer: unknown) => void) => {
    const parsed = MessageSchema.safeParse(message);
    if (!parsed.success) {
      reply({ error: `Not a message of this extension: ${parsed.error.message}` });
      return false;
    }
    librarian.answer(parsed.data).then(
      (answer) => reply({ answer }),
      (error: unknown) =>
        reply({ error: isStorageFull(error) ? "QuotaExceededError" : String(error) }),
    );
    return true; // The answer comes later.
  },
);

chrome.runtime.onConnect.addListener((port) => {
  if (port.name === takePort) handOut(port, (question) => filePieces(question, librarian.take));
  if (port.name === tablesPort) handOut(port, librarian.tables);
});

chrome.alarms.onAlarm.addListener(({ name }) => {
  if (name === refreshAlarm) void librarian.refresh();
});

chrome.storage.local.onChanged.addListener((changes) => {
  if ("feedUrl" in changes) void librarian.refresh();
});

listenToNotifications();

chrome.runtime.onInstalled.addListener(() => void librarian.refresh());
chrome.runtime.onStartup.addListener(() => {
  void forgetPicks();
  void librarian.refresh();
});

void keepRefreshAlarm();

export const refreshAlarm = "refresh-feed";
const everyMinutes = 60;

/**
 * Makes sure of the alarm by which the feed is asked. To be called whenever the worker starts: alarms may be gone after a restart of the
 * browser, and one that was made before the clock was moved back would ring only once the clock is there again.
 */
export async function keepRefreshAlarm(): Promise<void> {
  const alarm = await chrome.alarms.get(refreshAlarm);
  const latestMs = Date.now() + everyMinutes * 60_000;
  if (alarm !== undefined && alarm.scheduledTime <= latestMs) return;
  await chrome.alarms.create(refreshAlarm, { periodInMinutes: everyMinutes });
}

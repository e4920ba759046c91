const waiting = new Set<() => void>()

/**
 * Does something once the browser has shown what is on the screen by now, so that an answer to a key never waits for it. The
 * same task is done once, however often it was asked for; where nothing is painted it is done soon all the same.
 */
export function afterPaint(task: () => void): void {
  waiting.add(task)
  if (waiting.size > 1) return
  let isDone = false
  const run = () => {
    if (isDone) return
    isDone = true
    window.removeEventListener('pagehide', run)
    document.removeEventListener('visibilitychange', run)
    const tasks = [...waiting]
    waiting.clear()
    for (const each of tasks) each()
  }
  requestAnimationFrame(() => setTimeout(run))
  // A window in the background paints nothing, and a page that is being left has no time.
  setTimeout(run, 200)
  window.addEventListener('pagehide', run)
  document.addEventListener('visibilitychange', run)
}

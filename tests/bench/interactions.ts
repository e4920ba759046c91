import type { Page } from '@playwright/test'

/**
 * Event timings are rounded to 8 ms and reported from 16 ms on; keys that were answered more quickly count as nothing. As
 * text, since what compiles these files marks functions in a way that no browser knows.
 */
export const OBSERVER = `(() => {
  const times = (window.chengjiTimes = new Map())
  let keys = 0
  const note = (id, duration) => times.set(id, Math.max(times.get(id) ?? 0, duration))
  new PerformanceObserver((list) => {
    for (const { interactionId, duration } of list.getEntries()) if (interactionId > 0) note(interactionId, duration)
  }).observe({ type: 'event', durationThreshold: 16, buffered: true })
  addEventListener('keydown', () => note(-++keys, 0), true)
})()`

/** How long each interaction took to be on the screen, in ms. */
export async function interactions(page: Page): Promise<number[]> {
  const times = await page.evaluate<[number, number][]>('[...window.chengjiTimes]')
  const reported = times.filter(([id]) => id > 0).map(([, time]) => time)
  const keys = times.filter(([id]) => id < 0).length
  return [...reported, ...Array.from({ length: Math.max(0, keys - reported.length) }, () => 0)]
}

/** The longest of them all but one in fifty, as browsers reckon interaction to next paint. */
export function longMost(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => b - a)
  return sorted[Math.floor(sorted.length / 50)] ?? Infinity
}

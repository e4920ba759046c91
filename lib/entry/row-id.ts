let last = 0

/**
 * An id for a row made in the browser: a UUID version 7, later ones always greater, so that rows keep the order in which
 * they were entered and a request repeated after a lost answer adds a row once.
 */
export function rowId(now: number = Date.now()): string {
  last = Math.max(now, last + 1)
  // Not randomUUID, which browsers have only over https.
  const bytes = crypto.getRandomValues(new Uint8Array(10))
  const random = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const time = last.toString(16).padStart(12, '0')
  const variant = (8 + (parseInt(random.charAt(3), 16) % 4)).toString(16)
  return [
    time.slice(0, 8),
    time.slice(8),
    `7${random.slice(0, 3)}`,
    `${variant}${random.slice(4, 7)}`,
    random.slice(7, 19),
  ].join('-')
}

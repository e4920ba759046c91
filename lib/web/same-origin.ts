/** Whether a request comes from our own pages; a cookie alone never suffices for a deed. */
export function isSameOrigin({ headers }: Request): boolean {
  const site = headers.get('sec-fetch-site')
  const origin = headers.get('origin')
  const own = origin !== null && URL.canParse(origin) && new URL(origin).host === headers.get('host')
  return own && (site === null || site === 'same-origin')
}

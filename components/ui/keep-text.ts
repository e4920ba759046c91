/** So long a page that is being left may still be there, in milliseconds. */
const LEAVING = 30_000

let isLeaving = false
const toForget = new Map<string, ReturnType<typeof setTimeout>>()

if (typeof window !== 'undefined') {
  window.addEventListener('beforeunload', () => {
    isLeaving = true
    setTimeout(() => {
      isLeaving = false
    }, LEAVING)
  })
}

/**
 * Keeps a text in the browser, or forgets it. False when the browser does not let us: private windows, a full store, a policy.
 * A page that is being left forgets late: the next one may have been made before what this one still hears was saved, and then
 * takes the text up.
 */
export function keepText(name: string, text: string | null): boolean {
  clearTimeout(toForget.get(name))
  toForget.delete(name)
  try {
    if (text !== null) localStorage.setItem(name, text)
    else if (isLeaving) toForget.set(name, setTimeout(forget, LEAVING, name))
    else localStorage.removeItem(name)
    return true
  } catch {
    return false
  }
}

const forget = (name: string): boolean => keepText(name, null)

/** Where a person still is when the control they used has gone. */
const PLACES = 'li, section, form, fieldset, details, dialog, [role=region], [role=group]'

/**
 * Brings the focus back when a control loses it by what it does: a button that rests while it sends gets it again, and of one
 * that is taken away the smallest part of the page that held it, or the whole page if another was gone to. A person who
 * leaves a control loses nothing and is left alone. Gives what ends it.
 */
export function keepFocus(): () => void {
  // The control that has or had the focus, and all that holds it, from the inside out.
  let path: readonly HTMLElement[] = []
  let address = location.href
  // What the page began with: gone with the control, all of the page was made anew.
  let begins: Element | null = null
  let isAsked = false

  const went = ({ target }: Pick<FocusEvent, 'target'>): void => {
    path = []
    for (let each = target; each instanceof HTMLElement; each = each.parentElement) path = [...path, each]
    address = location.href
    begins = document.querySelector('main > :first-child')
  }
  // Looked at once everything of this moment is done: a browser tells of what is taken away before it is gone.
  const left = ({ target }: FocusEvent): void => {
    setTimeout(() => {
      if (isNowhere() && target === path[0] && canHold(path[0])) path = []
    })
  }
  const bringBack = (): void => {
    isAsked = false
    const [control] = path
    if (control === undefined || !isNowhere()) return
    if (control.isConnected) {
      if (canHold(control)) control.focus({ preventScroll: true })
      return
    }
    const main = document.querySelector<HTMLElement>('main')
    const isHere = new URL(address).pathname === location.pathname
    const isAnew = location.href !== address || begins?.isConnected === false
    const place = (isHere ? (madeAnew(control) ?? nearest(path)) : null) ?? (isAnew ? main : null)
    path = []
    if (place != null) goTo(place)
  }
  const watch = new MutationObserver(() => {
    if (isAsked || path.length === 0 || !isNowhere()) return
    // What puts the focus somewhere itself comes first.
    isAsked = true
    requestAnimationFrame(() => requestAnimationFrame(bringBack))
  })

  // Where a person was before this arrived.
  if (!isNowhere()) went({ target: document.activeElement })
  document.addEventListener('focusin', went)
  document.addEventListener('focusout', left)
  watch.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled', 'hidden'] })
  return () => {
    document.removeEventListener('focusin', went)
    document.removeEventListener('focusout', left)
    watch.disconnect()
  }
}

const nearest = (path: readonly HTMLElement[]): HTMLElement | null | undefined =>
  path.find((each) => each.isConnected)?.closest<HTMLElement>(PLACES)

/** The same control of a page that was made anew; ids that React draws are others each time. */
const madeAnew = ({ id }: HTMLElement): HTMLElement | null =>
  /^[a-z]/.test(id) ? document.getElementById(id) : null

function goTo(place: HTMLElement): void {
  place.focus({ preventScroll: true })
  if (document.activeElement === place) return
  const release = (): void => {
    place.removeAttribute('tabindex')
  }
  place.tabIndex = -1
  place.addEventListener('blur', release, { once: true })
  place.focus({ preventScroll: true })
}

const isNowhere = (): boolean => document.activeElement === null || document.activeElement === document.body

const canHold = (control: HTMLElement): boolean =>
  control.isConnected && !control.matches(':disabled') && control.getClientRects().length > 0

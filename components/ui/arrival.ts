/** What a page notes of the person before it, from its first sign on. */
interface Noted {
  /** Controls in which something was typed or chosen. */
  readonly typed: WeakSet<EventTarget>
  /** The control in which the person types; null again once a form was sent, or something pasted that may be more than text. */
  last: EventTarget | null
  /** The scripts are there, and every control listens. */
  hasArrived: boolean
}

declare global {
  interface Window {
    chengjiNoted?: Noted
  }
}

/**
 * Runs before any other script, from within the page. A form that the browser fills again after a reload tells of no
 * input, so that only what a person does now is noted. React puts the rendered text back into a text area when it
 * takes it over, if `textContent` agrees with it: once, it is told that there is none.
 */
export const NOTING = `(() => {
  const noted = { typed: new WeakSet(), last: null, hasArrived: false }
  window.chengjiNoted = noted
  addEventListener('input', ({ target }) => {
    noted.last = target
    if (noted.hasArrived) return
    noted.typed.add(target)
    if (target instanceof HTMLTextAreaElement)
      Object.defineProperty(target, 'textContent', {
        configurable: true,
        get: () => (delete target.textContent, null),
      })
  }, true)
  for (const done of ['submit', 'paste'])
    addEventListener(done, () => { noted.last = null }, true)
})()`

/** Whether something was typed or chosen here before the control could listen. True once. */
export const wasTypedBefore = (control: HTMLElement): boolean =>
  window.chengjiNoted?.typed.delete(control) ?? false

/** The page is whole: from now on every control hears for itself. */
export function arrive(): void {
  if (window.chengjiNoted !== undefined) window.chengjiNoted.hasArrived = true
}

/**
 * Puts the focus where something begins or has happened, unless a person is at something else: where they were when the
 * page arrived, or in a box into which they went on typing. What is typed goes on into its own box.
 */
export function moveFocus(to: HTMLElement | null | undefined): void {
  const { activeElement: here, body } = document
  const { hasArrived = true, last = null } = window.chengjiNoted ?? {}
  const isElsewhere = here !== null && here !== body && (!hasArrived || here === last)
  if (!isElsewhere) to?.focus()
}
